package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

class JointsTest {
  private static final int[] LENGTHS = {2, 1, 3};

  @Test
  void saysWhereWordsStandAndWhatIsBetweenThem() {
    // 　“甲乙丙”，丁戊己 with 丁戊己 over a line break, then 甲乙。 behind a break of two characters.
    PackedWriter out = new PackedWriter();
    Joints.pack(out, 0, Joints.gapOf("“", 0, 1), 0, 2);
    Joints.pack(out, 1, Joints.gapOf("”，", 0, 2), 0, 2);
    Joints.pack(out, 0, Joints.BARE, 1, 0);
    Joints.endSentence(out);
    Joints.pack(out, 0, Joints.BARE, 0, 2);
    Joints.pack(out, 0, Joints.gapOf("。", 0, 1), 0, 0);
    Joints.endSentence(out);

    Joints joints = new Joints();
    joints.startDocument();
    PackedReader in = new PackedReader(out.toByteArray());
    joints.read(in, new int[] {0, 1, 2}, 3, LENGTHS);
    assertThat(Joints.charsOf(joints.gap(0))).isEqualTo("“");
    assertThat(joints.gap(1)).isEqualTo(Joints.BARE);
    assertThat(Joints.charsOf(joints.gap(2))).isEqualTo("”，");
    assertThat(joints.gap(3)).isEqualTo(Joints.BARE);
    assertThat(places(joints, 3)).containsExactly(2, 4, 4, 5, 7, 11);

    joints.read(in, new int[] {0}, 1, LENGTHS);
    assertThat(places(joints, 1)).containsExactly(13, 15);
    assertThat(Joints.charsOf(joints.gap(1))).isEqualTo("。");
    assertThat(in.hasMore()).isFalse();
  }

  private static int[] places(Joints joints, int words) {
    int[] places = new int[2 * words];
    for (int word = 0; word < words; word++) {
      places[2 * word] = joints.begin(word);
      places[2 * word + 1] = joints.end(word);
    }
    return places;
  }

  @Test
  void doesNotTellLongGapsApart() {
    assertThat(Joints.gapOf("（略）：", 0, 4)).isEqualTo(Joints.LONG);
    assertThat(Joints.gapOf("。”“", 0, 3)).isNotEqualTo(Joints.LONG);
    assertThat(Joints.gapOf("任何", 1, 1)).isEqualTo(Joints.BARE);
  }
}
