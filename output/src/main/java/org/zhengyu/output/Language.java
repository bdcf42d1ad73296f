package org.zhengyu.output;

/** A language in which a result speaks of itself. */
public enum Language {
  ENGLISH,
  CHINESE
}
