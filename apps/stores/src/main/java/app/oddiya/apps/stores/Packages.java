package app.oddiya.apps.stores;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Programs laid out as `./oddiya aot` does it, a folder each: jars, the arguments that Java needs
/// for them (`java.args`: options and class path) and, once the program was trained, its AOT cache
/// (`app.aot`).
///
/// @param training whether what is run is to leave a record of itself (`app.aotconf`), of which its
///     AOT cache is made
public record Packages(Path root, boolean training) {

  /// Those that this process was started from, if it was: it is told by a system property.
  public static Optional<Packages> ofThisProcess() {
    return Optional.ofNullable(System.getProperty("oddiya.packages"))
        .map(root -> new Packages(Path.of(root), Boolean.getBoolean("oddiya.training")));
  }

  /// The same, leaving no records.
  public Packages untrained() {
    return new Packages(root, false);
  }

  /// The command that runs a program.
  ///
  /// @param runtime Java's home
  /// @param name of the program's folder
  public List<String> command(Path runtime, String name, String mainClass) {
    Path folder = root.resolve(name);
    List<String> command = new ArrayList<>(List.of(runtime.resolve("bin/java").toString()));
    if (training) {
      command.add("-XX:AOTMode=record");
      command.add("-XX:AOTConfiguration=" + folder.resolve("app.aotconf"));
    } else if (Files.exists(folder.resolve("app.aot"))) {
      command.add("-XX:AOTCache=" + folder.resolve("app.aot"));
    }
    command.add("@" + folder.resolve("java.args"));
    command.add(mainClass);
    return List.copyOf(command);
  }
}
