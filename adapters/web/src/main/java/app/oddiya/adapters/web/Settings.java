package app.oddiya.adapters.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The environment of a service, read once into its config record.
///
/// ```java
/// Config config = Settings.read(environment, Config::from);
/// ```
///
/// A value that is missing or bad does not stop the reading: it is noted, a stand-in is handed out,
/// and at the end all of them are reported together. An empty variable counts as missing.
public final class Settings {

  /// Stands in for an address that could not be read. RFC 2606 promises that it never resolves.
  private static final URI NOWHERE = URI.create("http://missing.invalid");

  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,6})(ms|s|m)");

  private final Map<String, String> environment;
  private final Set<String> problems = new LinkedHashSet<>();

  private Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  /// @throws BadSettings with everything that is missing or bad
  public static <T> T read(Map<String, String> environment, Function<Settings, T> reader) {
    Settings settings = new Settings(environment);
    T config;
    try {
      config = reader.apply(settings);
    } catch (IllegalArgumentException e) {
      // A record that refuses its stand-ins; what led to it has been noted.
      settings.throwIfBad();
      throw e;
    }
    settings.throwIfBad();
    return config;
  }

  private void throwIfBad() {
    if (!problems.isEmpty()) {
      throw new BadSettings(new ArrayList<>(problems));
    }
  }

  public Optional<String> optional(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  public String text(String name) {
    return optional(name).orElseGet(() -> missing(name, "a text", ""));
  }

  public String text(String name, String otherwise) {
    return optional(name).orElse(otherwise);
  }

  /// A comma-separated list without blanks.
  public List<String> list(String name, String otherwise) {
    return Arrays.stream(text(name, otherwise).split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  public int number(String name, int otherwise, int min, int max) {
    Optional<String> value = optional(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with a number out of its range.
    }
    problem(name, "must be a number " + min + ".." + max);
    return otherwise;
  }

  /// A time of `250ms`, `30s` or `2m`.
  public Duration duration(String name, Duration otherwise) {
    Optional<String> value = optional(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    Matcher time = TIME.matcher(value.get());
    if (!time.matches()) {
      problem(name, "must be a time such as 250ms, 30s or 2m");
      return otherwise;
    }
    long count = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      default -> Duration.ofMinutes(count);
    };
  }

  /// A TCP port; 0 takes a free one.
  public int port(String name, int otherwise) {
    return number(name, otherwise, 0, 65_535);
  }

  /// An absolute http or https address.
  public URI url(String name) {
    return optional(name)
        .map(value -> url(name, value))
        .orElseGet(() -> missing(name, "an http address", NOWHERE));
  }

  public URI url(String name, URI otherwise) {
    return optional(name).map(value -> url(name, value)).orElse(otherwise);
  }

  public Optional<URI> optionalUrl(String name) {
    return optional(name).map(value -> url(name, value));
  }

  private URI url(String name, String value) {
    try {
      URI url = new URI(value);
      if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, as for an address of another kind.
    }
    problem(name, "must be an http or https address");
    return NOWHERE;
  }

  /// A file that exists and can be read.
  public Path file(String name) {
    Path file = Path.of(text(name));
    if (optional(name).isPresent() && !Files.isReadable(file)) {
      problem(name, "must be a file that can be read");
    }
    return file;
  }

  /// A file that can be read, if one is named.
  public Optional<Path> optionalFile(String name) {
    return optional(name).map(_ -> file(name));
  }

  /// A value with a form of its own.
  ///
  /// @param parser throws IllegalArgumentException with `must be ...` for people, not naming the
  ///     value if that is a secret
  /// @param standIn what to go on with if the value is missing or bad
  public <T> T parsed(String name, Function<String, T> parser, T standIn) {
    Optional<String> value = optional(name);
    if (value.isEmpty()) {
      return missing(name, "", standIn);
    }
    try {
      return parser.apply(value.get());
    } catch (IllegalArgumentException e) {
      problem(name, String.valueOf(e.getMessage()));
      return standIn;
    }
  }

  /// A value with a form of its own, or another one if it is missing.
  ///
  /// @param parser as above
  public <T> T parsedOr(String name, Function<String, T> parser, T otherwise) {
    return optional(name).isEmpty() ? otherwise : parsed(name, parser, otherwise);
  }

  private <T> T missing(String name, String expected, T standIn) {
    problem(name, "is missing" + (expected.isEmpty() ? "" : " (expected: " + expected + ")"));
    return standIn;
  }

  /// Notes something that is wrong with a variable.
  public void problem(String name, String what) {
    problems.add(name + " " + what);
  }
}
