package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The traveller's app in Chromium, on everything that `./oddiya up` starts; only the sign-in
/// provider and the model are ours. It needs Node and Chromium, so it is no part of the tests that
/// every build runs: `./oddiya test app` makes the web build and runs it.
class AppInBrowser {

  private static final Path APP = Path.of("..", "mobile");
  private static final Path SAID = Path.of("target", "app-in-browser.log");
  private static final int PHOTOS = 12;
  private static final int MINUTES = 9;

  @Test
  void aTravellerGoesAllTheWay(@TempDir Path folder) throws Exception {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    TestPhotos.drawn(photos, PHOTOS);
    try (var model = new ObligingModel();
        var up = new UpProcess(folder, Ports.free(), model.environment())) {
      up.awaitUp();
      Process run =
          npm(
              Map.of(
                  "ODDIYA_GATEWAY_URL",
                  up.gateway().toString(),
                  "ODDIYA_PHOTOS",
                  photos.toString()));
      try {
        boolean ended = run.waitFor(MINUTES, TimeUnit.MINUTES);
        String said = "traces are in apps/mobile/test-results; it said:\n" + Files.readString(SAID);
        assertThat(ended).as("in %d minutes; %s", MINUTES, said).isTrue();
        assertThat(run.exitValue()).as(said).isZero();
      } finally {
        run.descendants().forEach(ProcessHandle::destroy);
        run.destroy();
      }
      assertThat(model.problems()).isEmpty();
    }
  }

  private static Process npm(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("npm", "run", "--silent", "e2e")
            .directory(APP.toFile())
            .redirectErrorStream(true)
            .redirectOutput(SAID.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
