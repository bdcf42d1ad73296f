/** Flink as an engine: on this machine or on a cluster. The pipeline knows nothing of it. */
package org.zhengyu.engines.flink;
