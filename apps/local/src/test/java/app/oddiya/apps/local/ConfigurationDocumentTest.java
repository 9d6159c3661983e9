package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds `docs/configuration.md` to the code.
class ConfigurationDocumentTest {

  private static final Path CHECKOUT = Path.of("..", "..");
  /// Stands for each of the seven services, whose code puts the name together.
  private static final String EACH = "ODDIYA_S_";

  private static final Pattern LITERAL = Pattern.compile("\"(ODDIYA_[A-Z0-9_]*[A-Z0-9])\"");
  private static final Pattern NAME = Pattern.compile("\\b(ODDIYA_[A-Z0-9_]*[A-Z0-9])\\b");
  private static final Pattern DOCUMENTED = Pattern.compile("`(ODDIYA_[A-Z0-9_]+)`");

  @Test
  void everyVariableThatIsReadIsDocumented() throws IOException {
    Set<String> documented = documented();
    for (String name : Set.copyOf(documented)) {
      if (name.startsWith(EACH)) {
        for (ServiceName service : ServiceName.values()) {
          documented.add(service.variable(name.substring(EACH.length())));
        }
      }
    }
    assertThat(documented).containsAll(read());
  }

  @Test
  void everyVariableThatIsDocumentedIsRead() throws IOException {
    Set<String> documented = documented();
    documented.removeIf(name -> name.startsWith(EACH));
    // Read by the log, which is there before any service.
    documented.remove("ODDIYA_LOG_LEVEL");
    Set<String> read = read();
    read.addAll(readElsewhere());
    assertThat(read).containsAll(documented);
  }

  /// By what is no service: scripts, the app's build, the load test.
  private static Set<String> readElsewhere() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String folder : new String[] {"deploy/database", "deploy/load"}) {
      try (Stream<Path> files = Files.list(CHECKOUT.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          names.addAll(found(NAME, Files.readString(file)));
        }
      }
    }
    for (String file :
        new String[] {"oddiya", "apps/mobile/app.config.ts", "deploy/compose.yaml"}) {
      names.addAll(found(NAME, Files.readString(CHECKOUT.resolve(file))));
    }
    return names;
  }

  private static Set<String> documented() throws IOException {
    return found(DOCUMENTED, Files.readString(CHECKOUT.resolve("docs/configuration.md")));
  }

  /// What stands as a text in the code of apps and adapters.
  private static Set<String> read() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String layer : new String[] {"apps", "adapters"}) {
      try (Stream<Path> files = Files.walk(CHECKOUT.resolve(layer))) {
        for (Path file : files.filter(ConfigurationDocumentTest::isSource).toList()) {
          names.addAll(found(LITERAL, Files.readString(file)));
        }
      }
    }
    return names;
  }

  private static boolean isSource(Path file) {
    String name = file.toString();
    return name.endsWith(".java") && !name.contains("/target/") && !name.contains("/node_modules/");
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
