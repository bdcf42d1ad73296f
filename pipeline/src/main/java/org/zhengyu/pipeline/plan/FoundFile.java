package org.zhengyu.pipeline.plan;

/**
 * A file that the input names.
 *
 * @param root the folder that its name is relative to, without a slash at its end
 * @param name its path below the root, parts separated by slashes
 * @param uri where it is
 * @param identity equal for two ways to the same file
 * @param bytes its size
 */
record FoundFile(String root, String name, String uri, String identity, long bytes) {}
