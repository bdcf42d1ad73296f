/**
 * What the job is measured against: the same counts by a plain program, and its kernels alone. Not
 * part of the product, and outside of its tests.
 */
package org.zhengyu.benchmarks;
