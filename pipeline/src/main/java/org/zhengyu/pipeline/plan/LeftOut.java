package org.zhengyu.pipeline.plan;

import org.zhengyu.output.Wording;

/**
 * Something that was found in the input and is not read.
 *
 * @param uri the file or folder
 * @param reason why
 */
public record LeftOut(String uri, InputMessage reason) {
  /** The two in one sentence. */
  public Wording said() {
    return InputMessage.LEFT_OUT.with(uri, reason.with());
  }
}
