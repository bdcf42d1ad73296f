package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFaultTest {

  /** What the clients said in truth, as far as it tells them apart. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Unable to load credentials from any of the providers in the chain X(a=[]) : [b: c]"
            + " | NO_CREDENTIALS",
        "Unable to load region from any of the providers in the chain X@1: [Y@2: no] | NO_REGION",
        "null (Service: S3, Status Code: 301, Request ID: 1) | WRONG_REGION",
        "The specified bucket does not exist (Service: S3, Status Code: 404, Request ID: 1)"
            + " | NO_BUCKET",
        "null (Service: S3, Status Code: 403, Request ID: null) | NO_PERMISSION",
        "The AWS Access Key Id you provided does not exist in our records. (Service: S3, Status"
            + " Code: 403, Request ID: 1) | WRONG_CREDENTIALS",
        "Unable to execute HTTP request: Connect to 127.0.0.1:15557 failed: refused | NO_ANSWER",
      })
  void saysWhatAStoresClientMeans(String said, StoreFault fault) {
    IOException failure =
        new IOException("outer", new IOException(new IllegalStateException(said)));

    assertThat(StoreFault.in(failure)).contains(fault);
    assertThat(StoreFault.reason(failure)).isEqualTo(fault.wording());
    assertThat(fault.wording().english()).doesNotContain("\n");
  }

  @Test
  void leavesOtherFailuresAsTheySpeak() {
    assertThat(StoreFault.in(new AccessDeniedException("/data/out"))).isEmpty();
    assertThat(StoreFault.in(new FileNotFoundException())).isEmpty();
    assertThat(StoreFault.reason(new IOException("No space left on device")).english())
        .isEqualTo("No space left on device");
  }
}
