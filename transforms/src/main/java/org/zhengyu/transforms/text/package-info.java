/**
 * From bytes to matched tokens: decoding, character folding, document structure, sentences, words.
 * Everything here is a pure function of text or an immutable object that is built once. No Beam, no
 * files and no statistics; offsets that leave the package are code points of the decoded text.
 */
package org.zhengyu.transforms.text;
