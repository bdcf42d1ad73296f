/**
 * The transforms: one public {@code PTransform} a file, named by a verb. Each takes and yields
 * packed elements of {@code model}; what they compute lives in {@code text} and {@code stats}. They
 * know neither options nor tables.
 */
package org.zhengyu.transforms;
