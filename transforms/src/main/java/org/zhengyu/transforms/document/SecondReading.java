package org.zhengyu.transforms.document;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;
import org.zhengyu.transforms.segment.PatternMerger;
import org.zhengyu.transforms.segment.Segmenter;
import org.zhengyu.transforms.segment.Tokens;
import org.zhengyu.transforms.segment.Undisputed;
import org.zhengyu.transforms.segment.UndisputedCounts;
import org.zhengyu.transforms.structure.Paragraph;
import org.zhengyu.transforms.structure.SentenceSplitter;

/**
 * What is undisputed in a document, for which the whole of it is read once more as soon as
 * something is disputed. Most documents need no such reading. Belongs to one thread.
 */
final class SecondReading implements Undisputed {
  private static final Matches NO_PHRASES = new Matches();

  private final PhraseMatcher matcher;
  private final Segmenter segmenter;
  private final @Nullable PatternMerger patterns;
  private final UndisputedCounts counts;
  private final Matches matches = new Matches();
  private final Tokens tokens = new Tokens();
  private List<Paragraph> document = List.of();
  private boolean isRead;

  /** A reading of no document, with a segmenter of its own: that which asks is at work then. */
  SecondReading(SegmentationSettings settings) {
    matcher = settings.lexicon().matcher();
    segmenter = settings.newSegmenter();
    patterns = settings.newPatternMerger(segmenter);
    counts = new UndisputedCounts(settings.lexicon().lexicon().size());
  }

  /** Starts on another document. */
  void start(List<Paragraph> paragraphs) {
    document = paragraphs;
    isRead = false;
  }

  private void read() {
    if (isRead) {
      return;
    }
    isRead = true;
    counts.clear();
    for (Paragraph paragraph : document) {
      String text = paragraph.text();
      SentenceSplitter.split(text, (begin, end) -> add(text.substring(begin, end)));
    }
  }

  private void add(String sentence) {
    matcher.find(sentence, matches);
    if (patterns != null) {
      patterns.setAside(sentence, matches);
    }
    segmenter.segment(sentence, NO_PHRASES, tokens);
    counts.add(matches, tokens);
  }

  @Override
  public int phrases(int phrase) {
    read();
    return counts.phrases(phrase);
  }

  @Override
  public int words(int word) {
    read();
    return counts.words(word);
  }
}
