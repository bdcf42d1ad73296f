package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.input.Readings.gzip;
import static org.zhengyu.transforms.input.Readings.readWhole;

import net.jqwik.api.Example;
import org.zhengyu.transforms.input.Readings.Received;

class PagesFormatTest {
  @Example
  void readsAPageAsADocument() {
    Received received = readWhole("a.pages.gz", gzip("一|| 二".getBytes(UTF_8)));
    assertThat(received.texts()).containsExactly("一", " 二");
    assertThat(received.ids()).containsExactly("a.pages.gz#1", "a.pages.gz#3");
    assertThat(received.documents).extracting(Readings::source).containsOnly("extracted");
    assertThat(received.onlyRejection().detail()).isEqualTo("page 2");
  }
}
