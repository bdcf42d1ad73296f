package org.zhengyu.transforms.document;

import java.io.Serializable;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.input.DocumentCondition;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.lexicon.LexiconPatterns;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.segment.PatternMerger;
import org.zhengyu.transforms.segment.Segmenter;
import org.zhengyu.transforms.segment.SegmenterKind;
import org.zhengyu.transforms.segment.WordStandard;
import org.zhengyu.transforms.structure.Folding;
import org.zhengyu.transforms.structure.Zone;

/**
 * How documents are read and segmented; travels to the workers.
 *
 * @param segmenter what cuts sentences into tokens
 * @param words what is one word
 * @param lexicon the phrases
 * @param stopWords terms that do not enter the vocabulary by frequency
 * @param folding which characters count as the same
 * @param metadata what is known about documents besides the input
 * @param grouping by what documents are grouped
 * @param reading how the input is read
 * @param condition what documents are segmented and counted; null for all
 * @param zones which parts of documents are counted
 * @param writesTokens whether every token becomes a row
 * @param writesSentences whether every sentence becomes a row
 * @param keepsJoints whether counting will ask what stands between the words of a sentence
 * @param contextWidth the characters shown on either side of an occurrence
 */
public record SegmentationSettings(
    SegmenterKind segmenter,
    WordStandard words,
    SharedLexicon lexicon,
    StopWords stopWords,
    Folding folding,
    MetadataTable metadata,
    Grouping grouping,
    ReadSettings reading,
    @Nullable DocumentCondition condition,
    Set<Zone> zones,
    boolean writesTokens,
    boolean writesSentences,
    boolean keepsJoints,
    int contextWidth)
    implements Serializable {

  /** Copies the set. */
  public SegmentationSettings {
    zones = Set.copyOf(zones);
  }

  /** The same with other metadata. */
  public SegmentationSettings withMetadata(MetadataTable other) {
    return new SegmentationSettings(
        segmenter,
        words,
        lexicon,
        stopWords,
        folding,
        other,
        grouping,
        reading,
        condition,
        zones,
        writesTokens,
        writesSentences,
        keepsJoints,
        contextWidth);
  }

  /** The same with another lexicon, for a run that writes and counts other things. */
  public SegmentationSettings with(
      SharedLexicon other,
      boolean writesTheirTokens,
      boolean writesTheirSentences,
      boolean keepsTheirJoints) {
    return new SegmentationSettings(
        segmenter,
        words,
        other,
        stopWords,
        folding,
        metadata,
        grouping,
        reading,
        condition,
        zones,
        writesTheirTokens,
        writesTheirSentences,
        keepsTheirJoints,
        contextWidth);
  }

  /** A segmenter for the use of one thread. */
  public Segmenter newSegmenter() {
    return segmenter.create(words);
  }

  /**
   * What brings globs and exclusions into sentences, for the use of one thread; null without any.
   */
  @Nullable PatternMerger newPatternMerger(Segmenter ofThread) {
    LexiconPatterns patterns = lexicon.patterns();
    return patterns == null ? null : new PatternMerger(patterns, ofThread);
  }

  /** Loads what all workers of a JVM share and the first of them would wait for. */
  public void load() {
    newSegmenter();
    lexicon.matcher();
  }
}
