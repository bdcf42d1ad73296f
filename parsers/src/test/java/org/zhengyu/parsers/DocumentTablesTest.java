package org.zhengyu.parsers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.transforms.model.Rejection.Reason;
import org.zhengyu.transforms.parse.ParserAnswer;

/** Workbooks by POI and Parquet files by its own writer, read back as tables. */
class DocumentTablesTest {
  @TempDir Path temp;

  private static ParserAnswer read(byte[] document) {
    return DocumentAnswer.of(document, Documents.LIMIT, DocumentTables::of);
  }

  private static byte[] fill(Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("文件");
    Row header = sheet.createRow(0);
    List<String> titles = List.of("编号", "日期", "备注", "正文");
    for (int i = 0; i < titles.size(); i++) {
      header.createCell(i).setCellValue(titles.get(i));
    }
    CellStyle day = workbook.createCellStyle();
    day.setDataFormat(workbook.createDataFormat().getFormat("m/d/yy"));
    Row row = sheet.createRow(1);
    row.createCell(0).setCellValue(7);
    row.createCell(1).setCellValue(LocalDate.of(2022, 11, 28));
    row.getCell(1).setCellStyle(day);
    row.createCell(3).setCellValue("推行“链长制”, \"好\"。");
    workbook.createSheet("其他").createRow(0).createCell(0).setCellValue("无");
    return Documents.bytes(workbook::write);
  }

  @Test
  void readsTheSheetsOfAWorkbook() throws IOException {
    String tables =
        "\"编号\",\"日期\",\"备注\",\"正文\"\n\"7\",\"2022-11-28\",\"\",\"推行“链长制”, \"\"好\"\"。\"\n\f\"无\"\n";
    try (Workbook xlsx = new XSSFWorkbook();
        Workbook xls = new HSSFWorkbook()) {
      assertThat(read(fill(xlsx))).isEqualTo(ParserAnswer.text(tables));
      assertThat(read(fill(xls))).isEqualTo(ParserAnswer.text(tables));
    }
  }

  @Test
  void readsAParquetFile() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message t { required binary id (STRING); optional int32 date (DATE); optional double n;"
                + " required binary text (STRING); repeated binary words (STRING); }");
    Path file = temp.resolve("t.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      SimpleGroupFactory rows = new SimpleGroupFactory(schema);
      writer.write(
          rows.newGroup()
              .append("id", "a")
              .append("date", (int) LocalDate.of(2022, 11, 28).toEpochDay())
              .append("n", 1.5)
              .append("text", "甲，\n乙。")
              .append("words", "甲"));
      writer.write(rows.newGroup().append("id", "b").append("text", "丙"));
    }
    byte[] bytes = Files.readAllBytes(file);

    assertThat(read(bytes).text())
        .isEqualTo(
            "\"id\",\"date\",\"n\",\"text\"\n\"a\",\"2022-11-28\",\"1.5\",\"甲，\n乙。\"\n"
                + "\"b\",\"\",\"\",\"丙\"\n");
    assertThat(read(Arrays.copyOf(bytes, bytes.length - 6)).reason())
        .isEqualTo(Reason.INVALID_FILE);
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThat(read("{\\rtf1 text}".getBytes(UTF_8)))
        .isEqualTo(
            ParserAnswer.refused(
                Reason.INVALID_FILE, "the content is that of no table that is read"));
    assertThat(read("a,b".getBytes(UTF_8)).reason()).isEqualTo(Reason.INVALID_FILE);
  }
}
