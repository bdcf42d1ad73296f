/**
 * The runner of this program: a pipeline on the threads of this process, without bundles, windows,
 * watermarks and copies. It knows Beam's pipelines and nothing of what ours does.
 */
package org.zhengyu.pipeline.local;
