package org.zhengyu.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final JsonNode NOTHING = new ObjectMapper().createObjectNode();

  private static String page(PageTable... tables) throws IOException {
    return Page.of(NOTHING, List.of(tables));
  }

  private static List<String> contents(String page, String element) {
    Matcher found =
        Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL).matcher(page);
    List<String> contents = new ArrayList<>();
    while (found.find()) {
      contents.add(found.group(1));
    }
    return contents;
  }

  private static String digest(String text) throws NoSuchAlgorithmException {
    return Base64.getEncoder()
        .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  @Test
  void allowsItsOwnScriptsAndStyleAndNothingElse() throws Exception {
    String page = page();
    List<String> scripts = contents(page, "script");
    assertThat(scripts).hasSize(2);
    assertThat(page)
        .contains(
            "default-src 'none'; script-src 'sha256-"
                + digest(scripts.get(0))
                + "' 'sha256-"
                + digest(scripts.get(1))
                + "'; style-src 'sha256-"
                + digest(contents(page, "style").get(0))
                + "'; img-src data:; base-uri 'none'; form-action 'none'");
    assertThat(page).doesNotContain("unsafe");
  }

  @Test
  void fetchesNothing() throws IOException {
    assertThat(page()).doesNotContainPattern("(src|href)=\"?(https?:|//)");
  }

  @Test
  void keepsWhatADocumentSaysOutOfTheMarkup() throws IOException {
    String evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
    String page =
        page(
            PageTable.some(
                "phrases", List.of("phrase"), List.<Object[]>of(new Object[] {evil}), 1));
    assertThat(page).doesNotContain("alert(1)");
  }

  @Test
  void losesTheLeastImportantRowsOfTheLargestTableUntilItFits() throws IOException {
    Random random = new Random(1);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 600_000; i++) {
      rows.add(new Object[] {(long) i, random.nextDouble()});
    }
    PageTable large = PageTable.some("large", List.of("number", "random"), rows, rows.size());
    PageTable whole =
        PageTable.whole("whole", List.of("number"), List.<Object[]>of(new Object[] {7L}));
    String page = page(large, whole);
    assertThat(page.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(Page.MOST_BYTES);
    assertThat(page).contains(whole.packed()).doesNotContain(large.packed());
  }
}
