/**
 * The phrases of the user and where they stand in a sentence: the files of phrases and stop words,
 * and the matcher. Knows no segmenter and no Beam.
 */
package org.zhengyu.transforms.lexicon;
