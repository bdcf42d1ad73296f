/**
 * What a run says of itself: progress while it runs, facts collected from the workers, the
 * manifest, and the summary at the end.
 */
package org.zhengyu.pipeline.report;
