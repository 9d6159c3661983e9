package app.oddiya.apps.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.oddiya.adapters.web.BadSettings;
import app.oddiya.adapters.web.Settings;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

  private static final URI SOMEWHERE = URI.create("http://127.0.0.1:1");

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    assertThatThrownBy(() -> Settings.read(Map.of(), Config::from))
        .asInstanceOf(type(BadSettings.class))
        .satisfies(
            bad ->
                assertThat(bad.problems().stream().map(problem -> problem.split(" ", 2)[0]))
                    .containsExactlyInAnyOrder(
                        "ODDIYA_INTERNAL_KEYS",
                        "ODDIYA_GOOGLE_CLIENT_ID",
                        "ODDIYA_GOOGLE_CLIENT_SECRET",
                        "ODDIYA_APPLE_CLIENT_ID",
                        "ODDIYA_APPLE_TEAM_ID",
                        "ODDIYA_APPLE_KEY_ID",
                        "ODDIYA_APPLE_PRIVATE_KEY",
                        "ODDIYA_PROVIDER_TOKEN_KEYS",
                        "ODDIYA_SIGNING_KEYS",
                        "ODDIYA_AUTH_INTERNAL_KEY"));
  }

  @Test
  void everythingThatIsBadIsSaidAtOnceAndNoSecretIsQuoted(@TempDir Path folder)
      throws IOException, JOSEException {
    Map<String, String> environment =
        Settled.environment(folder, SOMEWHERE, SOMEWHERE, "http://not-a-redis", SOMEWHERE);
    String appleKey = environment.getOrDefault("ODDIYA_APPLE_PRIVATE_KEY", "");
    environment.put("ODDIYA_SIGNING_KEYS", appleKey);
    environment.put("ODDIYA_AUTH_INTERNAL_KEY", appleKey);
    environment.put("ODDIYA_APPLE_PRIVATE_KEY", folder.resolve("missing").toString());
    environment.put("ODDIYA_PROVIDER_TOKEN_KEYS", appleKey);
    environment.put("ODDIYA_AUTH_LIMIT_ACCOUNT", "many");
    environment.put("ODDIYA_APP_REDIRECT_URIS", "oddiya://auth/callback, nowhere");

    assertThatThrownBy(() -> Settings.read(environment, Config::from))
        .asInstanceOf(type(BadSettings.class))
        .satisfies(
            bad -> {
              assertThat(bad.problems())
                  .hasSize(7)
                  .allSatisfy(problem -> assertThat(problem).contains(" must be "));
              assertThat(String.join(" ", bad.problems())).doesNotContain("BEGIN", "not-a-redis");
            });
  }

  @Test
  void aWholeEnvironmentIsRead(@TempDir Path folder) throws IOException, JOSEException {
    Map<String, String> environment =
        Settled.environment(folder, SOMEWHERE, SOMEWHERE, "redis://127.0.0.1:6379", SOMEWHERE);

    Config config = Settings.read(environment, Config::from);

    assertThat(config.appRedirects()).containsExactly("oddiya://auth/callback");
    assertThat(config.tokens().issuer()).isEqualTo("https://oddiya.example");
    assertThat(config.toString()).doesNotContain("google-secret");
  }
}
