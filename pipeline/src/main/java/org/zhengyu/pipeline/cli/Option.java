package org.zhengyu.pipeline.cli;

import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.Wording;

/**
 * An option of the command line, described once. How it is read and checked, the help in every
 * language, the table of the README, what shells complete, and what a manifest says of it follow.
 */
public final class Option<T> {
  private enum Role {
    OPTIONAL,
    REQUIRED,
    /** A word of its own, in its place. */
    OPERAND,
    /** The same, or several words, which make up one value as if commas stood between. */
    OPERANDS
  }

  private final String name;
  private final ValueType<T> type;
  private final Wording meaning;
  private final Role role;
  private final @Nullable String defaultText;
  private final @Nullable Wording defaultMeaning;

  private Option(
      String name,
      ValueType<T> type,
      Wording meaning,
      Role role,
      @Nullable String defaultText,
      @Nullable Wording defaultMeaning) {
    this.name = name;
    this.type = type;
    this.meaning = meaning;
    this.role = role;
    this.defaultText = defaultText;
    this.defaultMeaning = defaultMeaning;
  }

  /**
   * An option that may be left out and has no value then.
   *
   * @param name the name, without dashes
   * @param type the values it can have
   * @param english what it means, in English
   * @param chinese the same in Chinese
   */
  public static <T> Option<T> of(String name, ValueType<T> type, String english, String chinese) {
    return new Option<>(name, type, new Wording(english, chinese), Role.OPTIONAL, null, null);
  }

  /**
   * What a command is about: a word without dashes, which must be there.
   *
   * @param name how help names it, in capitals
   */
  public static <T> Option<T> operand(
      String name, ValueType<T> type, String english, String chinese) {
    return new Option<>(name, type, new Wording(english, chinese), Role.OPERAND, null, null);
  }

  /**
   * What a command is about, as its last words, of which there must be one: a value of several
   * parts.
   *
   * @param name how help names a part, in capitals
   */
  public static <T> Option<T> operands(
      String name, ValueType<T> type, String english, String chinese) {
    return new Option<>(name, type, new Wording(english, chinese), Role.OPERANDS, null, null);
  }

  /** The option as one that must be given. */
  public Option<T> required() {
    return new Option<>(name, type, meaning, Role.REQUIRED, null, null);
  }

  /** The option with a value that it has when it is not given. */
  public Option<T> orElse(String text) {
    return orElse(text, text, text);
  }

  /** The option with such a value, and what to say of it instead of the value. */
  public Option<T> orElse(String text, String english, String chinese) {
    return new Option<>(name, type, meaning, role, text, new Wording(english, chinese));
  }

  /** The option with what happens when it is not given, in words: it has no value then. */
  public Option<T> otherwise(String english, String chinese) {
    return new Option<>(name, type, meaning, role, null, new Wording(english, chinese));
  }

  /** The name, without dashes. */
  public String name() {
    return name;
  }

  /** What is typed before a value, and what messages call the option. */
  public String flag() {
    return isOperand() ? name : "--" + name;
  }

  /** How it is typed, with the label of its value. */
  String typed() {
    return isOperand() ? name + (takesSeveral() ? "..." : "") : flag() + "=" + type.label();
  }

  /** The values it can have. */
  public ValueType<T> type() {
    return type;
  }

  /** What it means, in one line. */
  public Wording meaning() {
    return meaning;
  }

  /** Whether it is a word of its own. */
  public boolean isOperand() {
    return role == Role.OPERAND || role == Role.OPERANDS;
  }

  /** Whether it may be several words. */
  boolean takesSeveral() {
    return role == Role.OPERANDS;
  }

  /** Whether it must be given. */
  public boolean isRequired() {
    return role != Role.OPTIONAL;
  }

  /** The value that it has when it is not given, as it would be typed; empty without. */
  public Optional<String> defaultText() {
    return Optional.ofNullable(defaultText);
  }

  /** What holds when it is not given; empty where nothing is worth saying. */
  public Optional<Wording> defaultMeaning() {
    return Optional.ofNullable(defaultMeaning);
  }

  @Override
  public String toString() {
    return flag();
  }
}
