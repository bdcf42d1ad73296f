package org.zhengyu.pipeline.plan;

import java.io.IOException;
import java.util.List;

/** One path or pattern of the input. */
interface InputSource {
  /**
   * The files that it names, at least one.
   *
   * @param skipped takes what was found and is not read, each with the reason
   * @throws UsageException when there is no file that can be read
   */
  List<FoundFile> find(List<LeftOut> skipped) throws IOException, UsageException;
}
