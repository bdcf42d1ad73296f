/**
 * Documents that libraries of others take apart, in processes of their own: what hurts such a
 * process costs the document and not the run. The processes run what the module {@code parsers}
 * holds; here is how they are started, asked and ended.
 */
package org.zhengyu.transforms.parse;
