package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.model.NetworkScope;
import org.zhengyu.transforms.structure.Folding;

class NetworkScopesTest {
  @TempDir Path temp;

  private static List<NetworkScope> read(String text) throws UsageException, InputFileException {
    Folding folding = Folding.LOOK_ALIKES;
    Lexicon lexicon = Lexicon.parse("phrase,variants\n数字经济,数字化经济\n", "lexicon.csv", folding::fold);
    return new NetworkScopes(lexicon, folding, Language.ENGLISH).read(text);
  }

  private static List<String> names(String text) throws UsageException, InputFileException {
    return read(text).stream().map(NetworkScope::name).toList();
  }

  @Test
  void alwaysHasThatOfThePhrases() throws UsageException, InputFileException {
    assertThat(read("all")).containsExactly(NetworkScope.ALL, NetworkScope.PHRASES);
    assertThat(read("phrases, all")).containsExactly(NetworkScope.ALL, NetworkScope.PHRASES);
    assertThat(read("phrases")).containsExactly(NetworkScope.PHRASES);
  }

  @Test
  void takesWhatFollowsTermsForTerms() throws UsageException, InputFileException {
    assertThat(names("around:数字经济, 实体经济,all,around:民生,phrases"))
        .containsExactly("all", "around:数字经济,实体经济", "around:民生", "phrases");
    assertThat(names("around:数字经济、实体经济，民生")).containsExactly("around:数字经济,实体经济,民生", "phrases");
  }

  @Test
  void namesAPhraseByAnyOfItsForms() throws UsageException, InputFileException {
    assertThat(read("around:数字化经济,数字经济,Ａ").get(0).terms()).containsExactly("数字经济", "A");
  }

  @Test
  void readsTermsFromAListAndCallsThemByItsName() throws UsageException, InputFileException {
    Path list = write(temp.resolve("主题.txt"), "# 主题\n数字化经济\n企业\n\n");
    NetworkScope scope = read("terms:" + list).get(0);
    assertThat(scope.name()).isEqualTo("terms:主题.txt");
    assertThat(scope.terms()).containsExactly("数字经济", "企业");
    assertThat(NetworkScopes.files("all,terms:" + list)).containsExactly(list.toString());
  }

  @Test
  void refusesAListWithoutATermAndTwoOfOneName() {
    Path empty = write(temp.resolve("empty.txt"), "# 无\n");
    assertThatThrownBy(() -> read("terms:" + empty))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("empty.txt:1: ");
    Path one = write(temp.resolve("a/list.txt"), "企业\n");
    Path other = write(temp.resolve("b/list.txt"), "民生\n");
    assertThatThrownBy(() -> read("terms:" + one + ",terms:" + other))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("renamed");
  }
}
