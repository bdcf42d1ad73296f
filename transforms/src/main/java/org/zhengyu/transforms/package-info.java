/**
 * What the pipeline does, one {@code PTransform} a file, named by its verb: segment, admit, count,
 * merge, select. Here stands which element goes where; what is done with it stands in the packages
 * below, which know no transform. Nothing here opens a table or reads an option.
 */
package org.zhengyu.transforms;
