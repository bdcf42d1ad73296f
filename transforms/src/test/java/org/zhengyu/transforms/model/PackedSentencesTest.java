package org.zhengyu.transforms.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.structure.Zone;

class PackedSentencesTest {
  private static final int TYPES = 3000;

  private final TypeTable types = new TypeTable();
  private final PackedWriter out = new PackedWriter();
  private final PackedSentences.Writer writer = new PackedSentences.Writer(out);

  private final List<String> terms = new ArrayList<>();

  private PackedSentences.Reader reader() {
    terms.clear();
    return new PackedSentences.Reader(
        new PackedReader(out.toByteArray()), term -> terms.add(new String(term, UTF_8)));
  }

  private void addTypes() {
    for (int type = 0; type < TYPES; type++) {
      types.add("词𠮷" + type, 1, true, -1);
    }
  }

  private String words(PackedSentences.Reader sentence) {
    return Arrays.stream(sentence.words(), 0, sentence.size())
        .mapToObj(terms::get)
        .toList()
        .toString();
  }

  @Test
  void givesBackSentencesWithTheirWordsAndUses() {
    addTypes();
    InnerUses uses = new InnerUses();
    writer.start();
    writer.put(Zone.HEADLINE, 0, 0, 3, 9, "𠮷林。");
    writer.put(new int[] {7, 2999, 7}, 3, uses, types);
    uses.add(2999, 1, 2, 4, 8);
    uses.add(5, 2, 2, 6, 7);
    writer.put(Zone.BODY, 4, 17, 1_000_000, 1_000_002, "改革");
    writer.put(new int[] {5}, 1, uses, types);

    PackedSentences.Reader sentence = reader();
    assertThat(sentence.next()).isTrue();
    assertThat(sentence.zone()).isEqualTo(Zone.HEADLINE);
    assertThat(List.of(sentence.paragraph(), sentence.sentence(), sentence.begin(), sentence.end()))
        .containsExactly(0L, 0L, 3L, 9L);
    assertThat(new String(sentence.textArray(), sentence.textBegin(), sentence.textLength(), UTF_8))
        .isEqualTo("𠮷林。");
    assertThat(words(sentence)).isEqualTo("[词𠮷7, 词𠮷2999, 词𠮷7]");
    assertThat(sentence.uses().size()).isZero();

    assertThat(sentence.next()).isTrue();
    assertThat(sentence.zone()).isEqualTo(Zone.BODY);
    assertThat(List.of(sentence.paragraph(), sentence.sentence(), sentence.begin(), sentence.end()))
        .containsExactly(4L, 17L, 1_000_000L, 1_000_002L);
    assertThat(words(sentence)).isEqualTo("[词𠮷5]");
    assertThat(sentence.uses().size()).isEqualTo(2);
    assertThat(terms.get(sentence.uses().type(0))).isEqualTo("词𠮷2999");
    assertThat(sentence.uses().first(0)).isEqualTo(1);
    assertThat(sentence.uses().last(0)).isEqualTo(2);
    assertThat(sentence.uses().begin(0)).isEqualTo(4);
    assertThat(sentence.uses().end(0)).isEqualTo(8);
    assertThat(terms.get(sentence.uses().type(1))).isEqualTo("词𠮷5");
    assertThat(sentence.next()).isFalse();
    assertThat(terms).containsExactly("词𠮷7", "词𠮷2999", "词𠮷5");
  }

  @Test
  void spellsEachTermAgainAfterAStart() {
    addTypes();
    InnerUses none = new InnerUses();
    writer.start();
    writer.put(Zone.BODY, 0, 0, 0, 1, "甲");
    writer.put(new int[] {1, 2}, 2, none, types);
    out.clear();
    writer.start();
    writer.put(Zone.BODY, 0, 1, 1, 2, "乙");
    writer.put(new int[] {2, 1}, 2, none, types);

    PackedSentences.Reader sentence = reader();
    assertThat(sentence.next()).isTrue();
    assertThat(words(sentence)).isEqualTo("[词𠮷2, 词𠮷1]");
  }
}
