package app.oddiya.apps.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.oddiya.adapters.web.BadSettings;
import app.oddiya.adapters.web.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

  @Test
  void everythingThatIsMissingOrBadIsSaidAtOnce() {
    Map<String, String> environment =
        Map.of(
            "ODDIYA_DATABASE_URL", "mysql://user:secret@host",
            "ODDIYA_USER_DATABASE_POOL", "0",
            "ODDIYA_AWS_SECRET_ACCESS_KEY", "secret",
            "ODDIYA_SNS_ENDPOINT", "nowhere");

    assertThatThrownBy(() -> Settings.read(environment, Config::from))
        .asInstanceOf(type(BadSettings.class))
        .satisfies(
            bad -> {
              assertThat(bad.problems().stream().map(problem -> problem.split(" ", 2)[0]))
                  .containsExactlyInAnyOrder(
                      "ODDIYA_INTERNAL_KEYS",
                      "ODDIYA_USER_INTERNAL_KEY",
                      "ODDIYA_DATABASE_URL",
                      "ODDIYA_USER_DATABASE_PASSWORD",
                      "ODDIYA_USER_DATABASE_POOL",
                      "ODDIYA_AWS_ACCESS_KEY_ID",
                      "ODDIYA_SNS_ENDPOINT",
                      "ODDIYA_SNS_APNS_ARN",
                      "ODDIYA_SNS_FCM_ARN");
              assertThat(String.join(" ", bad.problems())).doesNotContain("secret");
            });
  }
}
