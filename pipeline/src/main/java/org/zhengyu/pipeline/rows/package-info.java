/** How the results of transforms become rows of the tables: one encoder a table. */
package org.zhengyu.pipeline.rows;
