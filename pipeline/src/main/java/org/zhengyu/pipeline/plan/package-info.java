/**
 * What is settled before anything runs: which files are the input, and how they are cut into work
 * splits. Whatever is wrong with the request is found here, as a {@code UsageException}.
 */
package org.zhengyu.pipeline.plan;
