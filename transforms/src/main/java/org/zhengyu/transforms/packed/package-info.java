/**
 * What makes the flow fast on every runner: bytes packed by hand, sorted runs of keyed entries, and
 * their streaming merge. An element that crosses a shuffle is one run, not one row. Nothing here
 * knows what the bytes mean.
 */
package org.zhengyu.transforms.packed;
