package org.zhengyu.transforms.lexicon;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A form that ends, begins, or both, in any way within a word: {@code 数字*} is 数字 and whatever
 * follows it in its word, 数字化 for one.
 *
 * @param core what is literal
 * @param opensLeft whether a word may go on before it
 * @param opensRight whether a word may go on behind it
 */
record Glob(String core, boolean opensLeft, boolean opensRight) {
  private static final char ANY = '*';

  /** Whether a form is a glob, or would be one. */
  static boolean isGlob(String form) {
    return form.indexOf(ANY) >= 0;
  }

  /** The glob that a form is; null if it has a star within, or nothing else. */
  static @Nullable Glob of(String form) {
    boolean opensLeft = form.charAt(0) == ANY;
    boolean opensRight = form.length() > 1 && form.charAt(form.length() - 1) == ANY;
    String core = form.substring(opensLeft ? 1 : 0, form.length() - (opensRight ? 1 : 0));
    return core.isEmpty() || isGlob(core) ? null : new Glob(core, opensLeft, opensRight);
  }

  /** What is literal of a form, glob or not. */
  static String coreOf(String form) {
    return form.replace(String.valueOf(ANY), "");
  }
}
