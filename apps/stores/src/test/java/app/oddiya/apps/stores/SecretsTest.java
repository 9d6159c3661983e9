package app.oddiya.apps.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @Test
  void oneThatIsDrawnStays(@TempDir Path directory) {
    Home home = new Home(directory);
    String drawn = Secrets.in(home).of("plan_service");

    assertThat(drawn).hasSize(32);
    assertThat(Secrets.in(home).of("plan_service")).isEqualTo(drawn);
  }

  @Test
  void oneThatIsBroughtWinsAndIsNotWrittenDown(@TempDir Path directory) {
    Home home = new Home(directory);
    String drawn = Secrets.in(home).of("aws-access-key-id");
    Secrets secrets = Secrets.in(home);

    secrets.use("aws-access-key-id", "local");

    assertThat(secrets.of("aws-access-key-id")).isEqualTo("local");
    assertThat(secrets.of("another")).hasSize(32);
    assertThat(Secrets.in(home).of("aws-access-key-id")).isEqualTo(drawn);
  }
}
