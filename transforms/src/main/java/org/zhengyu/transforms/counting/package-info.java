/**
 * What is counted, summed, merged and compared, as plain classes over packed records. Nothing here
 * knows a transform, a file or how text becomes tokens.
 */
package org.zhengyu.transforms.counting;
