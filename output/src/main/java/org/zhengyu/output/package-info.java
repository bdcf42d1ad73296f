/**
 * What is written: the tables and their schemas, how an element becomes rows of Parquet, and the
 * layout, manifest and commit of one result folder. Knows Beam and Parquet; nothing of how a number
 * is computed or a run is planned lives here, and nothing of the project is imported.
 */
package org.zhengyu.output;
