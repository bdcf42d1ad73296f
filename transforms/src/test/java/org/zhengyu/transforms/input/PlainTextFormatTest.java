package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhengyu.transforms.input.Readings.GB18030;
import static org.zhengyu.transforms.input.Readings.concat;
import static org.zhengyu.transforms.input.Readings.file;
import static org.zhengyu.transforms.input.Readings.key;
import static org.zhengyu.transforms.input.Readings.read;
import static org.zhengyu.transforms.input.Readings.readWhole;

import java.util.List;
import net.jqwik.api.Example;
import org.zhengyu.transforms.input.Readings.Received;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.KnownDate.Source;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.TextOrigin;

class PlainTextFormatTest {
  @Example
  void readsATextFileAsOneDocumentNamedByItsPath() {
    Received received = readWhole("2022/六个城市.txt", "加快建设六个城市。\n");

    assertThat(received.documents)
        .containsExactly(
            new PolicyDocument(
                key(0),
                "2022/六个城市.txt",
                "memory:2022/六个城市.txt",
                Description.NONE,
                "加快建设六个城市。\n",
                new TextOrigin("UTF-8", "utf8"),
                28));
    assertThat(received.rejections).isEmpty();
  }

  @Example
  void readsTextsInTheEncodingsOfChineseFiles() {
    String text = "国务院关于优化营商环境的意见，各省、自治区、直辖市人民政府：";
    assertThat(readWhole("a.txt", text.getBytes(GB18030)).documents)
        .extracting(
            PolicyDocument::text, Readings::encoding, Readings::source, PolicyDocument::bytes)
        .containsExactly(tuple(text, "GB18030", "detected", 2L * text.length()));
    byte[] utf16 = concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, text.getBytes(UTF_16LE));
    assertThat(readWhole("a.md", utf16).documents)
        .extracting(PolicyDocument::text, Readings::encoding, Readings::source)
        .containsExactly(tuple(text, "UTF-16LE", "bom"));
    byte[] undeclared = "链长制".getBytes(GB18030);
    assertThat(
            read(
                    undeclared,
                    List.of(FileSlice.whole(file("a.txt", undeclared))),
                    MetadataTable.EMPTY,
                    GB18030)
                .documents)
        .extracting(PolicyDocument::text, Readings::source)
        .containsExactly(tuple("链长制", "declared"));
  }

  @Example
  void describesATextByTheMetadata() throws InputFileException {
    MetadataTable metadata =
        MetadataTable.parse(
            "file,title,year\na.txt,意见,2022\nb.txt,别的,2023\n".getBytes(UTF_8), "meta.csv");
    byte[] bytes = "正文".getBytes(UTF_8);
    assertThat(
            read(bytes, List.of(FileSlice.whole(file("sub/a.txt", bytes))), metadata, null)
                .documents)
        .extracting(PolicyDocument::description)
        .containsExactly(
            new Description.Builder()
                .title("意见")
                .date(Dates.parse("2022", Source.METADATA))
                .metadataRow(0L)
                .build());
  }
}
