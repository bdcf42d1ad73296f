package org.zhengyu.transforms.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part-of-speech tag: the tag set of HanLP 1.x, which extends that of the Peking University
 * People's Daily corpus. The first letter is the class (n noun, v verb, a adjective, w
 * punctuation), the others refine it.
 *
 * <p>Tags have small codes, for packed data that one program version writes and reads; tables hold
 * the names. There is one object per tag, so tags may be compared by identity.
 */
public final class PartOfSpeech {

  private static final List<PartOfSpeech> TAGS = new ArrayList<>();
  private static final Map<String, PartOfSpeech> BY_NAME = new HashMap<>();

  static {
    content("n nb nba nbc nbp nf ng nh nhd nhm ni nic nis nit nl nm nmc nn nnd nnt");
    content("nr nr1 nr2 nrf nrj ns nsf nt ntc ntcb ntcf ntch nth nto nts ntu nx nz");
    content("v vd vg vi vl vn");
    content("a ad ag al an b bg bl z zg");
    content("g gb gbc gc gg gi gm gp i j l s");
    function("vf vshi vx vyou");
    function("c cc d dg dl e f h k");
    function("Mg m mg mq o p pba pbei q qg qt qv");
    function("Rg r rg rr ry rys ryt ryv rz rzs rzt rzv t tg");
    function("u ud ude1 ude2 ude3 udeng udh ug uguo uj ul ule ulian uls usuo uv uyy uz uzhe uzhi");
    function("w wb wd wf wh wj wky wkz wm wn wp ws wt ww wyy wyz x xu xx y yg");
  }

  /** The tag of every lexicon phrase: other proper noun. */
  public static final PartOfSpeech PHRASE = named("nz");

  private final String name;
  private final int code;
  private final boolean content;

  private PartOfSpeech(String name, int code, boolean content) {
    this.name = name;
    this.code = code;
    this.content = content;
  }

  private static void content(String names) {
    define(names, true);
  }

  private static void function(String names) {
    define(names, false);
  }

  private static void define(String names, boolean content) {
    for (String name : names.split(" ", -1)) {
      PartOfSpeech tag = new PartOfSpeech(name, TAGS.size(), content);
      TAGS.add(tag);
      BY_NAME.put(name, tag);
    }
  }

  /** The tag of this name; {@code x} (a string that is no word) for a name outside the set. */
  public static PartOfSpeech named(String name) {
    PartOfSpeech tag = BY_NAME.get(name);
    return tag == null ? BY_NAME.get("x") : tag;
  }

  /**
   * The tag of this code.
   *
   * @throws IndexOutOfBoundsException if no tag has it
   */
  public static PartOfSpeech of(int code) {
    return TAGS.get(code);
  }

  /** All tags, by code. */
  public static List<PartOfSpeech> all() {
    return Collections.unmodifiableList(TAGS);
  }

  /** The name as it stands in tables, such as {@code vn}. */
  public String name() {
    return name;
  }

  /** Whether this is the tag of this name, or a kind of it: {@code nrf} is one of {@code nr}. */
  public boolean refines(String tag) {
    return name.startsWith(tag);
  }

  /** From 0 without gaps, below 256. */
  public int code() {
    return code;
  }

  /**
   * Whether words of this tag carry content of their own and so may be vocabulary: nouns with
   * names, Latin strings (nx) and terms of a science (g*), verbs, adjectives, attributives (b),
   * descriptives (z), idioms and set phrases (i, l), abbreviations (j) and places (s). Not: 是, 有,
   * the light verbs (vx: 进行, 加以) and directional complements (vf: 起来, 下去); numbers, quantifiers,
   * pronouns, times, directions, adverbs and all that only joins. Modal verbs (应该, 可以) are tagged v
   * as other verbs are; they are for the stop words.
   */
  public boolean isContent() {
    return content;
  }

  @Override
  public String toString() {
    return name;
  }
}
