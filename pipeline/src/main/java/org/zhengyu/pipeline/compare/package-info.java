/**
 * Two results side by side: what changed from one to the other, and what of their making differs.
 * Reads results only; knows no run.
 */
package org.zhengyu.pipeline.compare;
