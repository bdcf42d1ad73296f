/** Placeholder. */
package org.zhengyu.pipeline;
