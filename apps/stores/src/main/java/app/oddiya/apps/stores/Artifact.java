package app.oddiya.apps.stores;

import java.net.URISyntaxException;
import java.nio.file.Path;

/// Where a module's classes lie: `target/classes`, or the jar beside it.
final class Artifact {

  private Artifact() {}

  static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot tell where " + type + " lies", e);
    }
  }
}
