package org.zhengyu.transforms.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.Sequences;
import org.zhengyu.transforms.SharedFiles;

/** Pages as sites serve them, beside the text that a reader took out of each. */
class RealPagesTest {
  @Test
  void findsNineteenTwentiethsOfTheTextAndLittleElse() throws IOException {
    Sequences all = Sequences.NONE;
    for (Path file : SharedFiles.of("pages", ".html")) {
      Page page = Page.of(Files.readString(file));
      assertThat(page.text()).as(file.toString()).isNotBlank();
      assertThat(page.facts()).as(file.toString()).containsKeys("title", "date", "source");
      all = all.plus(Sequences.of(SharedFiles.textOf(file), page.text()));
    }
    assertThat(all.recall()).isGreaterThan(0.95);
    assertThat(all.precision()).isGreaterThan(0.95);
  }

  @Test
  void findsWhoIssuedACommuniqueAndWhen() throws IOException {
    for (Path file : SharedFiles.of("other", ".html")) {
      Page page = Page.of(Files.readString(file));
      assertThat(page.facts().get("title")).endsWith("2022年国民经济和社会发展统计公报");
      assertThat(page.facts()).containsKeys("index_number", "date");
      assertThat(page.text()).contains("一、综合").contains("资料来源：").doesNotContain("ICP备");
    }
  }
}
