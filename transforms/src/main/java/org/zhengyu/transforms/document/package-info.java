/**
 * The way of one document from its text to packed tokens and rows, with everything that decides on
 * it. Knows how text is read, structured and segmented, and no transform.
 */
package org.zhengyu.transforms.document;
