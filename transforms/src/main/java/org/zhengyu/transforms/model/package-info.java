/**
 * The records that travel between transforms: work units, documents, segmented text, counts. They
 * hold values and know how to pack themselves; they compute nothing. Only {@code packed} is below
 * them.
 */
package org.zhengyu.transforms.model;
