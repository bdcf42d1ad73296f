/**
 * Passages: word sequences that several documents share, where they stand, and what of a document
 * comes from others. Plain classes; the transforms that use them know Beam, they do not.
 */
package org.zhengyu.transforms.passages;
