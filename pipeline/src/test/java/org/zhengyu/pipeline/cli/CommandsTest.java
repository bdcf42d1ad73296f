package org.zhengyu.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengyu.output.Language;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.plan.UsageException;

/** A program with two commands: one counts, one compares two files. */
class CommandsTest {
  private static final Option<Integer> LIMIT =
      Option.of("limit", ValueTypes.count(1, 9), "How many", "多少").orElse("3");
  private static final Option<String> NAME =
      Option.of("name", ValueTypes.text("TEXT"), "Which", "哪个").otherwise("all", "全部");
  private static final Option<String> LEFT =
      Option.operand("LEFT", ValueTypes.path("FILE"), "One file", "一个文件");
  private static final Option<String> RIGHT =
      Option.operand("RIGHT", ValueTypes.path("FILE"), "Another file", "另一个文件");

  private static final Commands COMMANDS =
      Commands.of(
          List.of(
              new Sample("count", List.of(LIMIT, NAME)),
              new Sample("compare", List.of(LEFT, RIGHT))),
          Language.ENGLISH);

  private record Sample(String name, List<Option<?>> options) implements Command {
    @Override
    public Wording meaning() {
      return new Wording("Does " + name, "执行 " + name);
    }

    @Override
    public Set<String> foreignOptions() {
      return name.equals("count") ? Set.of("runner") : Set.of();
    }

    @Override
    public ExitCode run(Request request, Console console) {
      return ExitCode.COMPLETE;
    }
  }

  private static Request read(String... words) throws UsageException {
    return COMMANDS.read(List.of(words));
  }

  private static void assertRefused(String message, String... words) {
    assertThatThrownBy(() -> read(words)).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void doTheFirstWhereNoneIsNamed() throws UsageException {
    assertThat(read().command().name()).isEqualTo("count");
    assertThat(read("--limit=2").get(LIMIT)).isEqualTo(2);
    assertThat(read("count", "--limit=2").get(LIMIT)).isEqualTo(2);
  }

  @Test
  void knowWhatWasGivenAndWhatIsADefault() throws UsageException {
    assertThat(read().get(LIMIT)).isEqualTo(3);
    assertThat(read().gives(LIMIT)).isFalse();
    assertThat(read("--limit=3").gives(LIMIT)).isTrue();
    assertThat(read().find(NAME)).isEmpty();
    assertThat(read("--name=a=b").find(NAME)).contains("a=b");
  }

  @Test
  void recordWhatHasAValue() throws UsageException {
    assertThat(read("--lang=zh").recorded()).containsOnlyKeys("limit").containsEntry("limit", "3");
    assertThat(read("--name=x").recorded()).containsEntry("name", "x");
  }

  @Test
  void takeWordsInTheirPlaces() throws UsageException {
    Request request = read("compare", "a.txt", "--lang=zh", "b.txt");
    assertThat(request.get(LEFT)).isEqualTo("a.txt");
    assertThat(request.get(RIGHT)).isEqualTo("b.txt");
    assertRefused("RIGHT: is required; see --help", "compare", "a.txt");
    assertRefused("c: not an option; options begin with --, see --help", "compare", "a", "b", "c");
  }

  @Test
  void handThroughWhatOnlyOthersKnow() throws UsageException {
    assertThat(read("--runner=x", "--limit=2").foreignWords()).containsExactly("--runner=x");
    assertRefused("--runner: unknown option; see --help", "compare", "a", "b", "--runner=x");
  }

  @Test
  void suggestTheirOwnOptionsAndThoseOfOthers() {
    assertRefused("--runer: unknown option; did you mean --runner?", "--runer=x");
    assertRefused("--Limit: unknown option; did you mean --limit?", "--Limit=2");
  }

  @Test
  void listEachOtherInTheHelpOfTheFirst() {
    assertThat(COMMANDS.help(List.of("--help")))
        .isEqualTo(
            """
            Usage: zhengyu [OPTIONS]

            Does count

            Options:
              --limit=N      How many (default: 3)
              --name=TEXT    Which (default: all)
              --lang=en|zh   Language of help and messages (default: that of the system)
              -h, --help     Print this help
              -V, --version  Print the version

            Commands, which stand first:
              count    Does count
              compare  Does compare
            """);
  }

  @Test
  void sayInTheirOwnHelpWhatTheyAreAbout() {
    assertThat(COMMANDS.help(List.of("compare", "--help")))
        .startsWith(
            """
            Usage: zhengyu compare LEFT RIGHT [OPTIONS]

            Does compare

            What it is about:
              LEFT   One file (required)
              RIGHT  Another file (required)

            Options:
            """);
  }
}
