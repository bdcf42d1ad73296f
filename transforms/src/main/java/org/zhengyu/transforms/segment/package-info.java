/**
 * From a sentence and the phrases found in it to tokens: two segmenters with the same results, and
 * what becomes of each literal occurrence. Of the rest only {@code lexicon} is known here.
 */
package org.zhengyu.transforms.segment;
