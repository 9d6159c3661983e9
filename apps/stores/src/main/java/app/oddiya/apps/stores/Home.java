package app.oddiya.apps.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the stores of one installation keep what they must not lose: `.oddiya/` of a working copy,
/// or a temporary directory of a test run.
///
/// @param root absolute path of the directory; made when it is missing
public record Home(Path root) {

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /// Data of one store; made when it is missing.
  public Path data(String store) {
    return made(root.resolve("data").resolve(store));
  }

  /// What a store, or a service, says while it runs.
  public Path log(String name) {
    return made(root.resolve("logs")).resolve(name + ".log");
  }

  /// Keys and passwords, for nobody but the user who started us.
  public Path keys() {
    return made(root.resolve("keys"));
  }

  /// Which processes are ours.
  public Path run() {
    return made(root.resolve("run"));
  }

  /// Removes all of it.
  public void delete() {
    delete(root);
  }

  private static void delete(Path directory) {
    try {
      if (Files.exists(directory)) {
        Directories.delete(directory);
      }
    } catch (IOException e) {
      throw new StoreFailure("cannot remove " + directory, e);
    }
  }

  /// Removes all but what tells which processes are ours.
  void clear() {
    for (String part : List.of("data", "logs", "keys")) {
      delete(root.resolve(part));
    }
  }

  private static Path made(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StoreFailure("cannot make the directory " + directory, e);
    }
  }
}
