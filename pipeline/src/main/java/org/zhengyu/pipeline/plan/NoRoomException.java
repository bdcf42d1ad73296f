package org.zhengyu.pipeline.plan;

import org.zhengyu.output.Wording;

/** The corpus is larger than the chosen runner can hold; another one may hold it. */
public final class NoRoomException extends UsageException {
  private static final long serialVersionUID = 1L;

  private final transient Wording lack;

  /**
   * Too little room.
   *
   * @param flag the flag that names the corpus
   * @param lack what is needed, and what there is
   * @param remedy what may be done about it
   */
  public NoRoomException(String flag, Wording lack, Wording remedy) {
    super(
        flag,
        new Wording(
            lack.english() + ": " + remedy.english(), lack.chinese() + "：" + remedy.chinese()));
    this.lack = lack;
  }

  /** What is needed, and what there is. */
  public Wording lack() {
    return lack;
  }
}
