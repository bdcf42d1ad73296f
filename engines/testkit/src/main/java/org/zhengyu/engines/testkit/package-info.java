/**
 * What the tests of all engines share: the program started as a user starts it, a corpus of any
 * size, and the comparison of two results.
 */
package org.zhengyu.engines.testkit;
