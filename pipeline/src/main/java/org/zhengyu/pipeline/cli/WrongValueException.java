package org.zhengyu.pipeline.cli;

import org.zhengyu.output.Language;

/** A text that is no value of an option; which option, and in which language, its user knows. */
public final class WrongValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Message problem;
  private final transient Object[] values;

  /**
   * A wrong value.
   *
   * @param problem what is wrong
   * @param values what the message speaks of
   */
  public WrongValueException(Message problem, Object... values) {
    super(problem.in(Language.ENGLISH, values));
    this.problem = problem;
    this.values = values;
  }

  /** What is wrong, in a language. */
  public String in(Language language) {
    return problem.in(language, values);
  }
}
