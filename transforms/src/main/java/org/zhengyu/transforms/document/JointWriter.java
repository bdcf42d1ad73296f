package org.zhengyu.transforms.document;

import org.zhengyu.transforms.model.Joints;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.structure.Paragraph;

/**
 * Packs the {@link Joints} of one sentence after another. The typewriter's quotation marks are
 * packed as “ and ”, where a sentence has an even number of them. Belongs to one thread.
 */
final class JointWriter {
  private PackedWriter out = new PackedWriter();
  private Paragraph paragraph;
  private String sentence = "";
  private int offset;

  /** The words of the sentence, and those of them since the last joint that was packed. */
  private int words;

  private int skipped;

  /** The last word of the sentence, by its chars in it and by its term. */
  private int lastBegin;

  private int lastEnd;
  private String lastTerm = "";

  /** Where the last sentence of the document with words ends in that, in code points. */
  private int place;

  void startDocument(PackedWriter joints) {
    out = joints;
    place = 0;
  }

  /** A sentence that begins at a char of a paragraph. */
  void startSentence(Paragraph of, String text, int begin) {
    paragraph = of;
    sentence = withPairs(text);
    offset = begin;
    words = 0;
    skipped = 0;
    lastEnd = 0;
  }

  /** The text with “ and ” for each pair of marks that are the same at both ends. */
  private static String withPairs(String text) {
    int count = 0;
    for (int mark = text.indexOf('"'); mark >= 0; mark = text.indexOf('"', mark + 1)) {
      count++;
    }
    if (count == 0 || count % 2 != 0) {
      return text;
    }
    char[] chars = text.toCharArray();
    boolean opens = true;
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] == '"') {
        chars[i] = opens ? '“' : '”';
        opens = !opens;
      }
    }
    return String.valueOf(chars);
  }

  /** The next word, by its chars in the sentence. */
  void word(int begin, int end, String term) {
    joint(begin);
    lastBegin = begin;
    lastEnd = end;
    lastTerm = term;
    words++;
  }

  /** What stands between the last word and a char of the sentence. */
  private void joint(int to) {
    boolean asTerm =
        words == 0 || (lastEnd - lastBegin == lastTerm.length() && paragraph.isStraight());
    if (words > 0 && to == lastEnd && asTerm) {
      skipped++;
      return;
    }
    int before = words == 0 ? place : paragraph.end(offset + lastEnd);
    int longer = asTerm ? 0 : before - paragraph.begin(offset + lastBegin) - length(lastTerm);
    int next = to < sentence.length() ? paragraph.begin(offset + to) : before;
    long gap = Joints.gapOf(sentence, lastEnd, to);
    Joints.pack(out, skipped, gap, longer, next - before);
    skipped = 0;
  }

  private static int length(String term) {
    return term.codePointCount(0, term.length());
  }

  /** Ends a sentence that had words. */
  void endSentence() {
    joint(sentence.length());
    Joints.endSentence(out);
    place = paragraph.end(offset + lastEnd);
  }
}
