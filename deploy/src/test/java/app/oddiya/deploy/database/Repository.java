package app.oddiya.deploy.database;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the files under test are: Maven runs tests in the folder of their module.
final class Repository {

  private Repository() {}

  /// A file of `deploy/database`.
  static Path database(String name) {
    Path file = Path.of("database", name).toAbsolutePath();
    if (!Files.exists(file)) {
      throw new AssertionError("not there: " + file);
    }
    return file;
  }
}
