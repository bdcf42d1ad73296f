/**
 * The phrases of the user and where they stand in a sentence: the files of phrases and stop words,
 * and the matcher. Of the rest only {@code decode} is known here.
 */
package org.zhengyu.transforms.lexicon;
