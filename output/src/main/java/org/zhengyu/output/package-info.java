/**
 * What is written: how a table and its columns are described, how an element becomes rows of
 * Parquet, and the layout, manifest and commit of one result folder. Knows Beam and Parquet; which
 * tables there are, how a number is computed or a run is planned is not known here, and nothing of
 * the project is imported.
 */
package org.zhengyu.output;
