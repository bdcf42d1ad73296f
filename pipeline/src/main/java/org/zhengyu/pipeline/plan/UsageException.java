package org.zhengyu.pipeline.plan;

import org.zhengyu.output.Language;
import org.zhengyu.output.Wording;

/**
 * The request cannot be carried out as it was made: wrong use, found before anything is written.
 * The message is one line that names the flag and, where there is one, the file and line.
 */
public class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String lead;
  private final transient Wording problem;

  /**
   * Wrong use of a flag.
   *
   * @param flag the flag with its dashes
   * @param problem what is wrong with its value
   */
  public UsageException(String flag, Wording problem) {
    this(problem, flag + ": ");
  }

  /**
   * Wrong use of a flag, said in the language of the user.
   *
   * @param flag the flag with its dashes
   * @param problem what is wrong with its value
   */
  public UsageException(String flag, String problem) {
    this(flag, new Wording(problem, problem));
  }

  /** Wrong use that a message describes in full. */
  public UsageException(String message) {
    this(new Wording(message, message), "");
  }

  private UsageException(Wording problem, String lead) {
    super(lead + firstLine(problem.english()));
    this.lead = lead;
    this.problem = problem;
  }

  /** The message in a language. */
  public final String in(Language language) {
    return lead + firstLine(problem.in(language));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
