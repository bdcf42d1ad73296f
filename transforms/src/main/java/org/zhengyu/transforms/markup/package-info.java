/**
 * From web pages to their text: blocks, the main text among them, what a page says of itself. It
 * opens no connection and knows nothing else of ours.
 */
package org.zhengyu.transforms.markup;
