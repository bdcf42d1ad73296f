/**
 * From decoded text to paragraphs and sentences: character folding, rejoined lines, zones. Pure
 * functions of text; offsets that leave the package are code points of the decoded text.
 */
package org.zhengyu.transforms.structure;
