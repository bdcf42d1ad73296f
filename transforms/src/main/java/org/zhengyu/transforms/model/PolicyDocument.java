package org.zhengyu.transforms.model;

/**
 * A document as read: its decoded text and where it comes from.
 *
 * @param key its place in the input, see {@link DocumentKey}
 * @param id its unique name
 * @param uri the file that holds it
 * @param description what is known about it
 * @param text the decoded text; all offsets count its code points
 * @param encoding the charset it was decoded from
 * @param encodingSource how that was decided: bom, utf8, declared or detected
 * @param bytes the bytes it takes up in its (uncompressed) file
 */
public record PolicyDocument(
    long key,
    String id,
    String uri,
    Description description,
    String text,
    String encoding,
    String encodingSource,
    long bytes) {}
