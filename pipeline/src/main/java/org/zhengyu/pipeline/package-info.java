/**
 * What runs an analysis: the options, the one pipeline that joins transforms to tables, and the
 * main program. Nothing is computed here and no file format is known.
 */
package org.zhengyu.pipeline;
