/** Placeholder. */
package org.zhengyu.transforms;
