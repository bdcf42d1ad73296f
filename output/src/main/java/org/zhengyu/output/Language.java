package org.zhengyu.output;

/** A language in which results and the program speak. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Its tag, as the web and locales have it. */
  public String tag() {
    return tag;
  }
}
