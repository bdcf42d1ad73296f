package org.zhengyu.pipeline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The notebook as it is kept: empty of results, and in step with the queries. */
final class NotebookTest {
  private static final Pattern ASKED = Pattern.compile("\\bask\\(\\s*\"([^\"]*)\"");

  /** A row of the table of questions; its second cell names queries in backquotes. */
  private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\|[^|]*\\|([^|]*)\\|$");

  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  @Test
  void keepsNoResultsAndNothingOfTheMachineThatRanIt() throws IOException {
    JsonNode notebook = notebook();

    assertThat(notebook.path("nbformat").asInt()).isEqualTo(4);
    assertThat(notebook.path("metadata"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"kernelspec":
                      {"display_name": "Python 3", "language": "python", "name": "python3"}}
                    """));
    assertThat(notebook.path("cells")).isNotEmpty();
    for (JsonNode cell : notebook.path("cells")) {
      assertThat(cell.path("metadata")).isEmpty();
      if (isCode(cell)) {
        assertThat(cell.path("outputs").isArray()).isTrue();
        assertThat(cell.path("outputs")).isEmpty();
        assertThat(cell.path("execution_count").isNull()).isTrue();
      }
    }
  }

  @Test
  void namesEachCellOnce() throws IOException {
    List<String> ids = new ArrayList<>();
    notebook().path("cells").forEach(cell -> ids.add(cell.path("id").asText()));

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-zA-Z0-9_-]{1,64}"));
  }

  @Test
  void asksOnlyQueriesThatExist() throws IOException {
    assertThat(asked()).isNotEmpty().isSubsetOf(Notebooks.queries());
  }

  @Test
  void listsInTheReadmeExactlyTheQueriesThatExist() throws IOException {
    String readme = Files.readString(Notebooks.FOLDER.resolve("README.md"));
    Set<String> listed =
        TABLE_ROW
            .matcher(readme)
            .results()
            .flatMap(row -> QUOTED.matcher(row.group(1)).results())
            .map(quoted -> quoted.group(1))
            .filter(name -> !Set.of("tokens", "--groupBy", "phrases").contains(name))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).containsExactlyElementsOf(Notebooks.queries());
  }

  @Test
  void leavesNoQueryUnused() throws IOException {
    assertThat(asked()).containsExactlyInAnyOrderElementsOf(Notebooks.queries());
  }

  private static JsonNode notebook() throws IOException {
    return new ObjectMapper()
        .readTree(Files.readAllBytes(Notebooks.FOLDER.resolve("first-look.ipynb")));
  }

  private static boolean isCode(JsonNode cell) {
    return cell.path("cell_type").asText().equals("code");
  }

  private static Set<String> asked() throws IOException {
    Set<String> asked = new TreeSet<>();
    for (JsonNode cell : notebook().path("cells")) {
      if (isCode(cell)) {
        StringBuilder source = new StringBuilder();
        cell.path("source").forEach(line -> source.append(line.asText()));
        ASKED.matcher(source).results().forEach(match -> asked.add(match.group(1)));
      }
    }
    return asked;
  }
}
