package org.zhengyu.transforms.model;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts of valid Unicode in which every length in UTF-8 and UTF-16 occurs. */
final class Texts {
  private Texts() {}

  static Arbitrary<String> any() {
    return Arbitraries.of(List.of("a", "\0", "\t", "\n", "\"", "é", "政", "，", "\uFF21", "𠮷", "😀"))
        .list()
        .ofMaxSize(12)
        .map(characters -> String.join("", characters));
  }
}
