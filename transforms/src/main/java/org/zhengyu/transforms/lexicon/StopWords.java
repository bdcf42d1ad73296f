package org.zhengyu.transforms.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Words that are too general to be vocabulary. They are folded as the text is, and compared with
 * whole terms. A stop word never hides a lexicon phrase: asking is up to the caller. Immutable.
 */
public final class StopWords implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String DEFAULT_RESOURCE = "stop-words.txt";

  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  /** The list that comes with the program, for the language of policy documents. */
  public static StopWords defaults(UnaryOperator<String> fold) {
    return resource(DEFAULT_RESOURCE, fold);
  }

  static StopWords resource(String name, UnaryOperator<String> fold) {
    return beside(StopWords.class, name, fold);
  }

  /**
   * The words of a list that comes with the program.
   *
   * @param beside the class that the resource lies beside
   */
  public static StopWords beside(Class<?> beside, String name, UnaryOperator<String> fold) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return parse(in.readAllBytes(), name, fold);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InputFileException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads strict UTF-8, one word a line. Blank lines, lines that start with {@code #}, white space
   * around a word and a byte order mark are skipped; a word may stand twice, as it often does in
   * published lists.
   *
   * @param fileName the name for messages
   * @param fold the folding that the text will have gone through, too
   * @throws InputFileException with the line, if the bytes are not UTF-8, or a word has more than
   *     100 code points or an invisible character
   */
  public static StopWords parse(byte[] content, String fileName, UnaryOperator<String> fold)
      throws InputFileException {
    Set<String> words = new TreeSet<>();
    int line = 0;
    Iterator<String> lines = InputText.decode(content, fileName).lines().iterator();
    while (lines.hasNext()) {
      String written = lines.next();
      line++;
      if (!InputText.isBlankOrComment(written)) {
        String word = InputText.strip(fold.apply(written));
        Remark problem = InputText.problemOf(word, new Remark("stop word", "停用词"));
        if (problem != null) {
          throw new InputFileException(fileName, line, problem);
        }
        words.add(word);
      }
    }
    return new StopWords(words);
  }

  /** Number of distinct words. */
  public int size() {
    return words.size();
  }

  /**
   * Whether the term is a stop word.
   *
   * @param term a folded term
   */
  public boolean contains(String term) {
    return words.contains(term);
  }
}
