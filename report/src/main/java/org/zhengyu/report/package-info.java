/**
 * The report of a result: one page that opens from disk. What is on it is chosen from the tables
 * here, and drawn by the scripts beside the classes. Nothing is counted here that is not in a
 * table, and nothing of transforms or the pipeline is known.
 */
package org.zhengyu.report;
