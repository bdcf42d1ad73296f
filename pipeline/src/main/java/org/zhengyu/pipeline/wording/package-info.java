/** Messages whose texts are in bundles, one a language. What they say is where it is said. */
package org.zhengyu.pipeline.wording;
