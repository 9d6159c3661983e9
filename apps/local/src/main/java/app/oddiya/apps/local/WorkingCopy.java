package app.oddiya.apps.local;

import app.oddiya.apps.stores.Home;
import java.nio.file.Path;

/// The clone that we were started from.
///
/// @param root where `./oddiya` is
record WorkingCopy(Path root) {

  static WorkingCopy at(String root) {
    return new WorkingCopy(Path.of(root).toAbsolutePath().normalize());
  }

  Path script() {
    return root.resolve("oddiya");
  }

  /// Where `up` keeps its data unless told otherwise.
  Home home() {
    return new Home(root.resolve(".oddiya"));
  }

  Home demoHome() {
    return new Home(root.resolve(".oddiya").resolve("demo"));
  }
}
