/**
 * From the bytes of input files to documents: formats, records, metadata. Plain Java over streams;
 * it knows no Beam and opens no file itself.
 */
package org.zhengyu.transforms.input;
