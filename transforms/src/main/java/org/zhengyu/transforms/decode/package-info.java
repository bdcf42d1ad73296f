/**
 * From bytes to text: which encoding a file has, found out or declared, and its text exactly or a
 * refusal; and the digests of bytes. Pure functions; no Beam, no files.
 */
package org.zhengyu.transforms.decode;
