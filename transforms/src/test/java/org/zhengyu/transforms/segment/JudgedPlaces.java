package org.zhengyu.transforms.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Places that a reader judged, {@code judged-NAME.csv}. */
public final class JudgedPlaces {
  private JudgedPlaces() {}

  /** The places of a sample, a row each. */
  public static List<CSVRecord> of(String sample) throws IOException {
    String name = "judged-" + sample + ".csv";
    InputStream in = Objects.requireNonNull(JudgedPlaces.class.getResourceAsStream(name));
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser = CSVParser.parse(new InputStreamReader(in, UTF_8), format)) {
      return parser.getRecords();
    }
  }
}
