/** Google Cloud Dataflow as an engine. The pipeline knows nothing of it. */
package org.zhengyu.engines.dataflow;
