package org.zhengyu.transforms.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhengyu.transforms.packed.CoderChecks;

class SegmentedSplitTest {
  private static final int TYPES = 300;

  @Provide
  Arbitrary<List<List<List<List<Integer>>>>> documents() {
    Arbitrary<List<Integer>> sentences =
        Arbitraries.integers().between(0, TYPES - 1).list().ofMaxSize(6);
    return sentences.list().ofMaxSize(4).list().ofMaxSize(4).list().ofMaxSize(6);
  }

  private static SegmentedSplit.Builder builder() {
    SegmentedSplit.Builder builder = new SegmentedSplit.Builder();
    for (int type = 0; type < TYPES; type++) {
      builder.types().add("词𠮷" + type, type % 256, type % 2 == 1, type - 1);
    }
    return builder;
  }

  private static void add(SegmentedSplit.Builder builder, List<List<List<Integer>>> document) {
    for (List<List<Integer>> paragraph : document) {
      for (List<Integer> sentence : paragraph) {
        int[] types = sentence.stream().mapToInt(Integer::intValue).toArray();
        builder.addSentence(types, types.length, uses(sentence));
      }
      builder.endParagraph();
    }
  }

  /** A sentence has a use for every type that can be divided by 5, in its word and the next one. */
  private static InnerUses uses(List<Integer> sentence) {
    InnerUses uses = new InnerUses();
    for (int i = 0; i < sentence.size(); i++) {
      int type = sentence.get(i);
      if (type % 5 == 0) {
        uses.add(TYPES - 1 - type, i, i + type % 2, 1000 * i, 1000 * i + type + 1);
      }
    }
    return uses;
  }

  private static String line(List<Integer> sentence, InnerUses uses) {
    StringBuilder line = new StringBuilder(sentence.toString());
    for (int i = 0; i < uses.size(); i++) {
      line.append(" type ").append(uses.type(i));
      line.append(" in words ").append(uses.first(i)).append(" to ").append(uses.last(i));
      line.append(" at ").append(uses.begin(i)).append('-').append(uses.end(i));
    }
    return line.toString();
  }

  /** What a visitor sees, written down event by event. */
  private static List<String> events(SegmentedSplit unit, LongPredicate wanted) {
    List<String> events = new ArrayList<>();
    unit.visit(
        wanted,
        new SegmentedSplit.Visitor() {
          @Override
          public void beginDocument(CountedDocument document) {
            events.add(
                document.key()
                    + " "
                    + document.id()
                    + " "
                    + document.tokens()
                    + " "
                    + document.groups());
          }

          @Override
          public void sentence(int[] types, int count, InnerUses uses) {
            List<Integer> sentence = new ArrayList<>();
            for (int i = 0; i < count; i++) {
              sentence.add(types[i]);
            }
            events.add(line(sentence, uses));
          }

          @Override
          public void endParagraph() {
            events.add("paragraph ends");
          }

          @Override
          public void endDocument() {
            events.add("document ends");
          }
        });
    return events;
  }

  @Property
  void leadsThroughWantedDocumentsAndLeavesOutWhatHasNoWord(
      @ForAll("documents") List<List<List<List<Integer>>>> documents, @ForAll int wanted) {
    SegmentedSplit.Builder builder = builder();
    List<String> expected = new ArrayList<>();
    List<CountedDocument> wantedDocuments = new ArrayList<>();
    LongPredicate isWanted = key -> (wanted >>> key & 1) == 1;
    for (int d = 0; d < documents.size(); d++) {
      add(builder, documents.get(d));
      CountedDocument document =
          new CountedDocument(d, "文件" + d, 1000L * d, List.of("202" + d, ""));
      builder.endDocument(document);
      if (!isWanted.test(d)) {
        continue;
      }
      wantedDocuments.add(document);
      expected.add(d + " 文件" + d + " " + 1000L * d + " [202" + d + ", ]");
      for (List<List<Integer>> paragraph : documents.get(d)) {
        List<String> sentences =
            paragraph.stream().filter(s -> !s.isEmpty()).map(s -> line(s, uses(s))).toList();
        if (!sentences.isEmpty()) {
          expected.addAll(sentences);
          expected.add("paragraph ends");
        }
      }
      expected.add("document ends");
    }
    assertThat(builder.isEmpty()).isEqualTo(documents.isEmpty());

    SegmentedSplit unit = builder.build();
    assertThat(events(unit, isWanted)).isEqualTo(expected);
    assertThat(unit.documents(isWanted)).isEqualTo(wantedDocuments);
    assertThat(events(unit, isWanted)).as("a second time").isEqualTo(expected);
    CoderChecks.roundTrips(SegmentedSplit.coder(), unit);
  }

  @Example
  void unpacksItsTypes() {
    SegmentedSplit.Types types = builder().build().types();
    assertThat(types.size()).isEqualTo(TYPES);
    for (int type = 0; type < TYPES; type++) {
      assertThat(types.term(type)).isEqualTo(("词𠮷" + type).getBytes(UTF_8));
      assertThat(types.tag(type)).isEqualTo(type % 256);
      assertThat(types.isContent(type)).isEqualTo(type % 2 == 1);
      assertThat(types.phrase(type)).isEqualTo(type - 1);
    }
  }

  @Example
  void holdsASentenceOfAnyLength() {
    SegmentedSplit.Builder builder = builder();
    int[] types = new int[5000];
    for (int i = 0; i < types.length; i++) {
      types[i] = i % TYPES;
    }
    builder.addSentence(types, types.length, new InnerUses());
    builder.endParagraph();
    builder.endDocument(new CountedDocument(1, "长句", types.length, List.of()));
    List<int[]> seen = new ArrayList<>();
    builder.build().visit(key -> true, (s, count, uses) -> seen.add(Arrays.copyOf(s, count)));
    assertThat(seen).singleElement().isEqualTo(types);
  }

  @Example
  void holdsDocumentsWithoutWords() {
    SegmentedSplit.Builder builder = new SegmentedSplit.Builder();
    builder.addSentence(new int[0], 0, new InnerUses());
    builder.endParagraph();
    builder.endDocument(new CountedDocument(5, "空", 0, List.of()));
    assertThat(builder.size()).isZero();
    assertThat(builder.isEmpty()).isFalse();
    assertThat(events(builder.build(), key -> true)).containsExactly("5 空 0 []", "document ends");
  }
}
