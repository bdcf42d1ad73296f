/** Placeholder. */
package org.zhengyu.output;
