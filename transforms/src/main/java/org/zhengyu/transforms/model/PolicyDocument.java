package org.zhengyu.transforms.model;

/**
 * A document as read: its text and where it comes from.
 *
 * @param key its place in the input, see {@link DocumentKey}
 * @param id its unique name
 * @param uri the file that holds it
 * @param description what is known about it
 * @param text the text; all offsets count its code points
 * @param origin where the text comes from
 * @param bytes the bytes it takes up in its (uncompressed) file
 */
public record PolicyDocument(
    long key,
    String id,
    String uri,
    Description description,
    String text,
    TextOrigin origin,
    long bytes) {}
