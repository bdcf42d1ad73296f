/**
 * What the pipeline does, one {@code PTransform} a file, named by its verb: segment, admit, count,
 * merge, select. Nothing here opens a table or reads an option; formulas live in {@code stats},
 * language in {@code text}, and how elements are packed in {@code packed}.
 */
package org.zhengyu.transforms;
