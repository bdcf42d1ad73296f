/**
 * The tables: what each column is, beside how the results of transforms become rows; one encoder a
 * table.
 */
package org.zhengyu.pipeline.rows;
