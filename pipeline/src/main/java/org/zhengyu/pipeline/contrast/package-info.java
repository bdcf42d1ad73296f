/**
 * Two terms set against each other: what stands beside both, and beside one of them only. Reads
 * results only; knows no run.
 */
package org.zhengyu.pipeline.contrast;
