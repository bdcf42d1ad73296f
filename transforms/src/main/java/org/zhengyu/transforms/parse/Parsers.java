package org.zhengyu.transforms.parse;

import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The parser processes of this process: one for each thread that has a document to be taken apart
 * at the same time, kept for the next and ended with this process.
 */
public final class Parsers {
  private static final Parsers SHARED = new Parsers(ParserLimits.DEFAULT);

  private final ParserLimits limits;
  private final Deque<ParserProcess> idle = new ConcurrentLinkedDeque<>();
  private final Set<ParserProcess> all = ConcurrentHashMap.newKeySet();

  /** Parsers with limits of their own. */
  Parsers(ParserLimits limits) {
    this.limits = limits;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end of parsers"));
  }

  /** Those that all share. */
  public static Parsers shared() {
    return SHARED;
  }

  /**
   * The text of a document.
   *
   * @param mostChars the longest text; one that is longer is refused
   * @throws IllegalStateException when no process can be started
   */
  public ParserAnswer text(byte[] document, int mostChars) {
    return ask(document, ParserAnswer.AS_TEXT, mostChars);
  }

  /**
   * The tables of a document in CSV, with form feeds between; as for the text.
   *
   * @throws IllegalStateException when no process can be started
   */
  public ParserAnswer tables(byte[] document, int mostChars) {
    return ask(document, ParserAnswer.AS_TABLES, mostChars);
  }

  private ParserAnswer ask(byte[] document, int as, int mostChars) {
    ParserProcess parser = idle.poll();
    if (parser == null || !parser.isAlive()) {
      parser = ParserProcess.start(limits);
      all.add(parser);
    }
    ParserAnswer answer = parser.parse(document, as, mostChars);
    if (parser.isAlive()) {
      idle.push(parser);
    } else {
      all.remove(parser);
      parser.close();
    }
    return answer;
  }

  private void close() {
    all.forEach(ParserProcess::close);
  }
}
