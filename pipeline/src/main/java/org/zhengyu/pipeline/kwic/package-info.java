/**
 * Concordances: what is found in the sentences of results, and how it is shown. Reads results only;
 * knows no run.
 */
package org.zhengyu.pipeline.kwic;
