package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.ApplicationNameOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.plan.UsageException;

class BeamOptionsTest {
  private static final String WITHHELD = "(given, and not recorded)";

  /** Options as clients of object stores have them. */
  public interface StoreOptions extends PipelineOptions {
    /** One whose name says what it is. */
    String getStorePassword();

    void setStorePassword(String value);

    /** One whose value says it. */
    Map<String, String> getStoreSettings();

    void setStoreSettings(Map<String, String> value);

    /** One that may hold a secret and may hold none. */
    String getStoreAddress();

    void setStoreAddress(String value);

    /** A number, of which a slip is no secret. */
    Integer getStoreTokens();

    void setStoreTokens(Integer value);
  }

  @BeforeAll
  static void register() {
    // Looking for all kinds, where a run in this process was spared it, forgets those registered.
    BeamOptions.names();
    PipelineOptionsFactory.register(StoreOptions.class);
  }

  /** A process in which Beam is first asked for the options of a run that says nothing of them. */
  public static final class SaysNothing {
    private SaysNothing() {}

    /** Prints the name of the application, then whether an option of the local runner is known. */
    public static void main(String[] args) throws UsageException {
      PipelineOptions options = BeamOptions.parse(List.of(), Language.ENGLISH);
      System.out.println(options.as(ApplicationNameOptions.class).getAppName());
      System.out.println(PipelineOptionsFactory.getRegisteredOptions().isEmpty());
      System.out.println(BeamOptions.names().contains("targetParallelism"));
    }
  }

  @Test
  void knowsAllNamesAlsoAfterARunThatSaysNothing(@TempDir Path work) throws Exception {
    Fork run = Fork.start(SaysNothing.class, work, List.of(), List.of());
    assertThat(run.exitCode()).isZero();
    assertThat(run.printed().lines()).endsWith("zhengyu", "true", "true");
  }

  private static Map<String, String> recorded(String... words) throws UsageException {
    return BeamOptions.set(BeamOptions.parse(List.of(words), Language.ENGLISH));
  }

  @Test
  void recordsOfASecretOnlyThatItWasGiven() throws UsageException {
    assertThat(
            recorded(
                "--storePassword=open-sesame",
                "--storeSettings={\"fs.s3a.secret.key\":\"open-sesame\"}",
                "--storeAddress=https://me:open-sesame@store/"))
        .containsEntry("storePassword", WITHHELD)
        .containsEntry("storeSettings", WITHHELD)
        .containsEntry("storeAddress", WITHHELD);
  }

  @Test
  void recordsWhatIsNoSecretAsItIs() throws UsageException {
    assertThat(recorded("--storeAddress=https://store/", "--jobName=reports"))
        .containsEntry("storeAddress", "https://store/")
        .containsEntry("jobName", "reports")
        .containsEntry("appName", "zhengyu");
  }

  @Test
  void repeatsNoSecretInAMessage() {
    assertThatThrownBy(() -> recorded("--storeTokens=open-sesame"))
        .isInstanceOf(UsageException.class)
        .hasMessage("--storeTokens: “" + WITHHELD + "” is not a value it can have");
  }

  @Test
  void takesAnOptionThatStandsAloneForTrueOnlyWhereItIsOnOrOff() throws UsageException {
    assertThat(recorded("--blockOnRun")).containsEntry("blockOnRun", "true");
    assertThatThrownBy(() -> recorded("--storeAddress"))
        .isInstanceOf(UsageException.class)
        .hasMessage("--storeAddress: has no value; give it as --storeAddress=VALUE");
  }
}
