/**
 * Expressions that no lexicon lists: where they stand, how often, and which of them a reader would
 * add first. Plain classes; the transforms that use them know Beam, they do not.
 */
package org.zhengyu.transforms.expressions;
