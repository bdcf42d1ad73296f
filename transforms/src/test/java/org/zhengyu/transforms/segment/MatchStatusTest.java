package org.zhengyu.transforms.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.lexicon.Matches;

class MatchStatusTest {

  private static Tokens tokens(String... forms) {
    Tokens tokens = new Tokens();
    tokens.reset(String.join("", forms));
    int end = 0;
    for (String form : forms) {
      end += form.length();
      tokens.add(end, PartOfSpeech.named("n"), 0);
    }
    return tokens;
  }

  private static MatchStatus status(int begin, int end, boolean guarded, Tokens tokens) {
    Matches matches = new Matches();
    matches.add(begin, end, 0, guarded);
    return MatchStatus.of(matches, 0, tokens);
  }

  @Test
  void callsAnOccurrenceThatIsATokenAToken() {
    assertThat(status(2, 5, false, tokens("建立", "链长制", "度"))).isEqualTo(MatchStatus.TOKEN);
    assertThat(status(0, 2, false, tokens("建立", "链长制"))).isEqualTo(MatchStatus.TOKEN);
  }

  @Test
  void callsAGuardedOccurrenceThatIsATokenAToken() {
    assertThat(status(1, 3, true, tokens("第", "一书", "记"))).isEqualTo(MatchStatus.TOKEN);
  }

  @Test
  void callsAnOccurrenceInsideALongerTokenNested() {
    Tokens tokens = tokens("建设", "社会主义现代化国家");
    assertThat(status(2, 9, false, tokens)).isEqualTo(MatchStatus.NESTED);
    assertThat(status(6, 9, false, tokens)).isEqualTo(MatchStatus.NESTED);
    assertThat(status(9, 11, false, tokens)).isEqualTo(MatchStatus.NESTED);
  }

  @Test
  void callsAnOccurrenceAcrossATokenBorderSplit() {
    assertThat(status(2, 4, false, tokens("供应链", "主要"))).isEqualTo(MatchStatus.SPLIT);
    assertThat(status(0, 5, false, tokens("供应链", "主要"))).isEqualTo(MatchStatus.SPLIT);
  }

  @Test
  void callsAGuardedOccurrenceGuardedWhereverItLies() {
    assertThat(status(1, 4, true, tokens("1", "5个1", "0亿"))).isEqualTo(MatchStatus.TOKEN);
    assertThat(status(1, 4, true, tokens("15", "个", "10亿"))).isEqualTo(MatchStatus.GUARDED);
    assertThat(status(1, 4, true, tokens("15个10亿"))).isEqualTo(MatchStatus.GUARDED);
  }

  @Test
  void writesItsNameInLowerCase() {
    assertThat(MatchStatus.values())
        .extracting(MatchStatus::label)
        .containsExactly("token", "nested", "split", "guarded");
  }

  @Property
  void agreesWithComparingEveryToken(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 4) Integer> lengths,
      @ForAll @IntRange(min = 0, max = 31) int from,
      @ForAll @IntRange(min = 1, max = 6) int length,
      @ForAll boolean guarded) {
    List<String> forms = new ArrayList<>();
    lengths.forEach(n -> forms.add("字".repeat(n)));
    Tokens tokens = tokens(forms.toArray(new String[0]));
    int total = lengths.stream().mapToInt(n -> n).sum();
    int begin = from % total;
    int end = Math.min(total, begin + length);

    boolean token = false;
    boolean inside = false;
    int at = 0;
    for (int n : lengths) {
      token |= at == begin && at + n == end;
      inside |= at <= begin && end <= at + n;
      at += n;
    }
    MatchStatus expected = inside ? MatchStatus.NESTED : MatchStatus.SPLIT;
    if (guarded) {
      expected = MatchStatus.GUARDED;
    }
    if (token) {
      expected = MatchStatus.TOKEN;
    }
    assertThat(status(begin, end, guarded, tokens)).isEqualTo(expected);
  }
}
