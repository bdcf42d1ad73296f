package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private static Table.Builder table() {
    return Table.named("t", "thing", "每件事");
  }

  @Test
  void refusesATableThatParquetOrANotebookCouldNotUse() {
    assertThatThrownBy(() -> Table.named("Terms", "term", "每个词"))
        .hasMessage("not a name in snake case: 'Terms'");
    assertThatThrownBy(() -> table().column("first date", "first", "首日"))
        .hasMessage("not a name in snake case: 'first date'");
    Table.Builder twice = table();
    twice.column("tf", "frequency", "词频").ofLongs();
    assertThatThrownBy(() -> twice.column("tf", "frequency", "词频").ofDoubles())
        .hasMessage("table t has two columns tf");
  }

  @Test
  void refusesATableWhoseRowsCannotBeToldApart() {
    Table.Builder keyless = table();
    keyless.column("tf", "frequency", "词频").ofLongs();
    assertThatThrownBy(keyless::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("table t has no key");
    assertThatThrownBy(
            () -> table().column("id", "id", "编号").key().nullable("at times", "有时").ofStrings())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("t.id is part of the key, and may not be null");
  }

  @Test
  void refusesWhatIsSaidInOneLanguageOnly() {
    assertThatThrownBy(() -> Table.named("t", "thing", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not said in both languages: 'thing', ' '");
    assertThatThrownBy(() -> table().column("tf", "", "词频"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsAllThatIsSaidOfAColumn() {
    assertThat(SampleTables.COUNTS.columns())
        .extracting(Column::toString)
        .containsExactly(
            "counts.doc_id",
            "counts.word",
            "counts.tf",
            "counts.share",
            "counts.style",
            "counts.day",
            "counts.is_new");
    assertThat(SampleTables.COUNTS.key())
        .containsExactly(SampleTables.DOC_ID, SampleTables.COUNTED);
    assertThat(SampleTables.COUNTED.reference()).contains(SampleTables.WORD);
    assertThat(SampleTables.COUNTED.isNullable()).isFalse();
    assertThat(SampleTables.SHARE.isNullable()).isTrue();
    assertThat(SampleTables.SHARE.nullCase())
        .contains(new Wording("in an empty document", "文档为空时"));
    assertThat(SampleTables.SHARE.formula()).contains("counts");
    assertThat(SampleTables.STYLE.values()).containsExactly("plain", "bold");
    assertThat(SampleTables.LENGTH.unit()).contains(new Wording("code points", "码位"));
    assertThat(SampleTables.LENGTH.meaning().in(Language.ENGLISH)).isEqualTo("its length");
    assertThat(SampleTables.LENGTH.meaning().in(Language.CHINESE)).isEqualTo("词长");
  }

  @Test
  void leavesOutNoKey() {
    Table narrow = SampleTables.COUNTS.without(List.of(SampleTables.SHARE, SampleTables.DAY));
    assertThat(narrow.name()).isEqualTo("counts");
    assertThat(narrow.columns())
        .containsExactly(
            SampleTables.DOC_ID,
            SampleTables.COUNTED,
            SampleTables.TF,
            SampleTables.STYLE,
            SampleTables.IS_NEW);
    assertThatThrownBy(() -> SampleTables.COUNTS.without(List.of(SampleTables.DOC_ID)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("counts.doc_id is part of the key of the table");
  }
}
