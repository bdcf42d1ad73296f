package org.zhengyu.parsers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.zhengyu.transforms.parse.ParserAnswer;

/** The main program of a parser process: takes documents from its input until that ends. */
public final class ParserMain {
  private ParserMain() {}

  /** Ends with the process that asks, also when that is killed while a document is taken apart. */
  public static void main(String[] args) throws IOException {
    ProcessHandle.current().parent().ifPresent(ParserMain::endWith);
    DataInputStream questions = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    // What libraries print is no answer.
    System.setOut(System.err);
    answers.write(ParserAnswer.READY);
    answers.flush();
    answer(questions, answers);
  }

  private static void endWith(ProcessHandle asks) {
    Thread watch =
        new Thread(
            () -> {
              asks.onExit().join();
              Runtime.getRuntime().halt(1);
            },
            "watch over the process that asks");
    watch.setDaemon(true);
    watch.start();
  }

  private static void answer(DataInputStream questions, DataOutputStream answers)
      throws IOException {
    for (int as = questions.read(); as >= 0; as = questions.read()) {
      int mostChars = questions.readInt();
      byte[] document = new byte[questions.readInt()];
      questions.readFully(document);
      ParserAnswer answer =
          as == ParserAnswer.AS_TABLES
              ? DocumentAnswer.of(document, mostChars, DocumentTables::of)
              : DocumentAnswer.of(document, mostChars, DocumentText::of);
      answer.write(answers);
    }
  }
}
