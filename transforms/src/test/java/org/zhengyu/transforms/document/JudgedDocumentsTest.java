package org.zhengyu.transforms.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.SharedCorpus;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TextOrigin;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.segment.JudgedPlaces;
import org.zhengyu.transforms.structure.Folding;

/**
 * The judged places of {@code JudgedOccurrencesTest} in the documents that they are from, where
 * these lie beside the checkout: what a document says elsewhere tells more than its sentence.
 */
@Tag("slow")
class JudgedDocumentsTest {
  /** The starter lexicon, or the forms of the sample. */
  private static String lexicon(String sample, Collection<List<CSVRecord>> places)
      throws IOException {
    if (sample.equals("starter")) {
      Path starter =
          Path.of(System.getProperty("zhengyu.root"), "seeds", "lexicon", "policy-phrases.csv");
      return Files.readString(starter, UTF_8);
    }
    return places.stream()
        .flatMap(List::stream)
        .map(row -> Folding.LOOK_ALIKES.fold(row.get("form")))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static DocumentSegmenter segmenter(String lexicon) throws InputFileException {
    return new DocumentSegmenter(SampleSettings.of(lexicon));
  }

  /** The uses in a document, each by where it begins and ends. */
  private static Set<String> uses(DocumentSegmenter segmenter, String id, String text) {
    Set<String> uses = new HashSet<>();
    segmenter.segment(
        new PolicyDocument(
            0, id, id, Description.NONE, text, new TextOrigin("UTF-8", "utf8"), text.length()),
        new SegmentedSplit.Builder(),
        new DocumentSegmenter.RowReceiver() {
          @Override
          public void occurrences(PackedWriter rows) {
            PackedReader in = new PackedReader(rows.toByteArray());
            DocumentHead.unpack(in);
            while (in.hasMore()) {
              Occurrence each = Occurrence.unpack(in);
              if (each.status().isUse()) {
                uses.add(each.begin() + "-" + each.end());
              }
            }
          }

          @Override
          public void sentences(PackedWriter rows) {
            throw new AssertionError("no sentences are asked for");
          }

          @Override
          public void tokens(PackedWriter rows) {
            throw new AssertionError("no tokens are asked for");
          }
        });
    return uses;
  }

  @ParameterizedTest
  @CsvSource({
    "occurrences, 0.98, 0.995", // of 289 uses 286 count, and one place that is none
    "starter, 0.99, 0.99", // 154 of 155, and none
    "words, 0.97, 0.93", // 124 of 127, and eight
    "more-words, 0.97, 0.96", // 95 of 97, and three
  })
  void countsWhatAReaderTakesForAUse(String sample, double leastRecall, double leastPrecision)
      throws IOException, InputFileException {
    Map<String, List<CSVRecord>> places =
        JudgedPlaces.of(sample).stream()
            .filter(row -> !row.get("verdict").equals("definition"))
            .collect(Collectors.groupingBy(row -> row.get("doc_id")));
    Map<String, String> texts = SharedCorpus.documents(places.keySet());
    DocumentSegmenter segmenter = segmenter(lexicon(sample, places.values()));
    int right = 0;
    List<String> lost = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, List<CSVRecord>> document : places.entrySet()) {
      String id = document.getKey();
      Set<String> uses = uses(segmenter, id, texts.get(id));
      for (CSVRecord row : document.getValue()) {
        boolean isUse = row.get("verdict").equals("use");
        boolean isCounted = uses.contains(row.get("begin_offset") + "-" + row.get("end_offset"));
        right += isUse && isCounted ? 1 : 0;
        if (isUse != isCounted) {
          String place = row.get("before") + "[" + row.get("form") + "]" + row.get("after");
          (isUse ? lost : wrong).add(place);
        }
      }
    }
    assertThat((double) right / (right + lost.size()))
        .as("recall, without %s", lost)
        .isGreaterThan(leastRecall);
    assertThat((double) right / (right + wrong.size()))
        .as("precision, with %s", wrong)
        .isGreaterThan(leastPrecision);
  }

  /** What lies within an exclusion is no evidence of the phrase. */
  @Test
  void asksADocumentOfNoExclusion() throws InputFileException {
    String document = "总算力突破1.3万PF、增长20倍。建设算力网络。提升算力网络水平。";
    assertThat(uses(segmenter("算力"), "a", document)).contains("1-3");
    assertThat(uses(segmenter("算力 !算力网络"), "a", document)).isEmpty();
  }

  @Test
  void asksADocumentOnlyOfItself() throws InputFileException {
    DocumentSegmenter segmenter = segmenter("算力");
    String disputed = "总算力突破1.3万PF、增长20倍。";
    assertThat(uses(segmenter, "a", disputed)).isEmpty();
    assertThat(uses(segmenter, "b", disputed + "建设算力网络。提升算力水平。")).contains("1-3");
    assertThat(uses(segmenter, "c", disputed)).as("behind another document").isEmpty();
  }
}
