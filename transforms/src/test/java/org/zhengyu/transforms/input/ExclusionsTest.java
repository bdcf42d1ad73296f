package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.segment.PartOfSpeech;

class ExclusionsTest {
  private static boolean hides(String exclusions, String group, String term, String tag)
      throws Exclusions.InvalidExclusionException {
    return Exclusions.parse(exclusions).of(group).hide(term, PartOfSpeech.named(tag).code(), false);
  }

  @ParameterizedTest
  @CsvSource({
    "上海市, 上海, ns",
    "上海市, 上海市, ns",
    "上海市, 沪, b",
    "上海市, 上海港, ns",
    "上海市, 上海市人民政府, nt",
    "上海, 上海市, ns",
    "上海市人民政府, 上海, ns",
    "内蒙古自治区, 内蒙古, ns",
    "山东省, 青岛, ns",
    "山东省, 青岛市, ns",
    "山东省, 青岛港, ns",
    "广东省, 中山大学, ntu",
    "浙江省湖州市安吉县, 安吉, ns",
    "教育部, 教育部, nt",
    "教育部, 教育部办公厅, nt",
    "全国, 中国, ns",
    "全国, 中国人民银行, nt",
  })
  void hidesTheNamesOfAGroupsOwnPlacesAndBodies(String group, String term, String tag)
      throws Exclusions.InvalidExclusionException {
    assertThat(hides("ownNames", group, term, tag)).isTrue();
    assertThat(hides("pos:v", group, term, tag)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "上海市, 北京, ns",
    "上海市, 上海牌, nz",
    "上海市, 申请, v",
    "上海市, 长三角, ns",
    "山东省, 山西, ns",
    "海南省, 海南藏族自治州, ns",
    "青岛市, 山东, ns",
    "全国, 上海, ns",
    "2024, 上海, ns",
    "province, 上海市, ns",
  })
  void showsAllOtherNames(String group, String term, String tag)
      throws Exclusions.InvalidExclusionException {
    assertThat(hides("ownNames", group, term, tag)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "pos:ns, ns, true",
    "pos:ns, nsf, true",
    "pos:nr, nrf, true",
    "'pos:ns, pos:nr', nr, true",
    "'OWNNAMES,pos:nt', ntc, true",
    "pos:ns, nt, false",
    "pos:nsf, ns, false",
  })
  void hidesAPartOfSpeechAndItsKinds(String exclusions, String tag, boolean hides)
      throws Exclusions.InvalidExclusionException {
    assertThat(hides(exclusions, "上海市", "词语", tag)).isEqualTo(hides);
  }

  /** All phrases have one tag, which says nothing of them. */
  @Test
  void hidesNoPhraseForItsTag() throws Exclusions.InvalidExclusionException {
    Exclusions.OfGroup names = Exclusions.parse("pos:nz").of("上海市");
    assertThat(names.hide("链长制", PartOfSpeech.PHRASE.code(), true)).isFalse();
    assertThat(names.hide("链长制", PartOfSpeech.PHRASE.code(), false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pos:", "pos:city", "ns", "pos:ns,,pos:nr", "ownName", "地名"})
  void refusesWhatNamesNoTerms(String text) {
    assertThatThrownBy(() -> Exclusions.parse(text))
        .isInstanceOf(Exclusions.InvalidExclusionException.class);
  }
}
