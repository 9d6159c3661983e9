package app.oddiya.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the compiled code no longer tells: a sentence for every package (rule 7) and a golden route
/// table for every app (rule 8).
class SourcesTest {

  private static final List<String> LAYERS = List.of("domain", "application", "adapters", "apps");
  private static final List<String> APPS =
      List.of("gateway", "auth", "user", "plan", "llm-agent", "video", "video-worker");

  @TempDir Path planted;

  @Test
  void everyPackageSaysInASentenceWhatItIsFor() {
    assertThat(packagesWithoutASentence(House.checkout())).isEmpty();
  }

  @Test
  void aPackageWithoutASentenceIsFound() throws IOException {
    Path folder = Files.createDirectories(planted.resolve("domain/x/src/main/java/x"));
    Files.writeString(folder.resolve("Thing.java"), "package x; class Thing {}");
    Path sentence = folder.resolve("package-info.java");
    assertThat(packagesWithoutASentence(planted)).containsExactly(sentence.toString());
    Files.writeString(sentence, "package x;");
    assertThat(packagesWithoutASentence(planted)).containsExactly(sentence.toString());
  }

  @Test
  void everyAppHasAGoldenRouteTableAndATestThatHoldsItToIt() {
    assertThat(appsWithoutGoldenRoutes(House.checkout())).isEmpty();
  }

  @Test
  void anAppWithoutAGoldenRouteTableIsFound() throws IOException {
    Files.createDirectories(planted.resolve("apps"));
    assertThat(appsWithoutGoldenRoutes(planted)).isEqualTo(APPS);
  }

  private static List<String> packagesWithoutASentence(Path checkout) {
    List<String> silent = new ArrayList<>();
    for (String layer : LAYERS) {
      for (Path file : mainFiles(checkout.resolve(layer))) {
        Path sentence = file.resolveSibling("package-info.java");
        if (!opensWithASentence(sentence) && !silent.contains(sentence.toString())) {
          silent.add(sentence.toString());
        }
      }
    }
    return silent;
  }

  private static List<String> appsWithoutGoldenRoutes(Path checkout) {
    return APPS.stream()
        .filter(
            app -> {
              Path tests = checkout.resolve("apps/" + app + "/src/test");
              return !Files.isRegularFile(tests.resolve("resources/routes.txt"))
                  || javaFiles(tests).stream().noneMatch(file -> read(file).contains("routes.txt"));
            })
        .toList();
  }

  private static boolean opensWithASentence(Path packageInfo) {
    return Files.isRegularFile(packageInfo)
        && read(packageInfo).strip().matches("(?s)///\\s+\\p{L}.*\\..*@NullMarked.*");
  }

  private static List<Path> mainFiles(Path folder) {
    return javaFiles(folder).stream().filter(f -> f.toString().contains("/src/main/")).toList();
  }

  private static List<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> f.toString().contains("/src/"))
          .filter(f -> !f.toString().contains("/target/"))
          // Packages of the app, which bring Java for phones.
          .filter(f -> !f.toString().contains("/node_modules/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
