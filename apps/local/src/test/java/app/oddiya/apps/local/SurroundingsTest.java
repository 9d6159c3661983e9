package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  /// S3's stand-in lets in whoever has its key, and services use the one that the user has set.
  @Test
  void theStandInsKnowTheKeyThatTheUserHasSet() {
    assertThat(
            Surroundings.knownToStores(
                Map.of(
                    "ODDIYA_AWS_ACCESS_KEY_ID", "local",
                    "ODDIYA_AWS_SECRET_ACCESS_KEY", "",
                    "ODDIYA_AWS_REGION", "ap-northeast-2")))
        .containsExactly(Map.entry("aws-access-key-id", "local"));
  }
}
