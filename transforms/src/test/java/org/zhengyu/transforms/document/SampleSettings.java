package org.zhengyu.transforms.document;

import java.util.List;
import java.util.Set;
import org.zhengyu.transforms.input.CalendarPeriods;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.segment.SegmenterKind;
import org.zhengyu.transforms.segment.WordStandard;
import org.zhengyu.transforms.structure.Folding;
import org.zhengyu.transforms.structure.Zone;

/** The settings of a run by default, with a lexicon of a test's own. */
public final class SampleSettings {
  private SampleSettings() {}

  /** Settings by which neither tokens nor sentences become rows. */
  public static SegmentationSettings of(String lexicon) throws InputFileException {
    return new SegmentationSettings(
        SegmenterKind.LATTICE,
        WordStandard.CORE,
        SharedLexicon.of(Lexicon.parse(lexicon, "lexicon.csv", Folding.LOOK_ALIKES::fold)),
        StopWords.defaults(Folding.LOOK_ALIKES::fold),
        Folding.LOOK_ALIKES,
        MetadataTable.EMPTY,
        new Grouping(CalendarPeriods.YEAR, List.of()),
        ReadSettings.USUAL,
        /* condition= */ null,
        Set.of(Zone.values()),
        /* writesTokens= */ false,
        /* writesSentences= */ false,
        /* keepsJoints= */ false,
        /* contextWidth= */ 30);
  }
}
