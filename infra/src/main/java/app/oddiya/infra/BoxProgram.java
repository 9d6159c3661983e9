package app.oddiya.infra;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awscdk.services.ec2.UserData;

/// What a store's machine runs when it is born: it lays down the files of `deploy/database` as they
/// are in the repository, then runs `box.sh` and the store's own script. EC2 takes 16 KiB, so all
/// that is packed.
///
/// @param script name of the store's own
/// @param variables that are known here
/// @param files of `deploy/database`
record BoxProgram(String script, Map<String, String> variables, List<Path> files) {

  /// EC2's limit, before its base64.
  static final int LONGEST = 16 * 1024;

  private static final String SCRIPTS = "/opt/oddiya/database/";
  private static final String SETTINGS = "/etc/oddiya/database/";

  /// Redis as published: version and SHA-256 of its source (redis-hashes; Docker's official image
  /// builds of the same).
  static final Map<String, String> REDIS =
      Map.of(
          "REDIS", "7.4.7",
          "REDIS_SHA256", "c97e57b0df330a9e091cacff012bebe763c275398cf36ff44cdba876814b595b");

  static BoxProgram postgres(Path folder) {
    return new BoxProgram(
        "postgres-box.sh", Map.of(), files(folder, name -> !name.startsWith("redis")));
  }

  static BoxProgram redis(Path folder) {
    return new BoxProgram("redis-box.sh", REDIS, files(folder, name -> name.startsWith("redis")));
  }

  private static List<Path> files(Path folder, Predicate<String> wanted) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(file -> wanted.test(file.getFileName().toString()))
              .filter(file -> !file.toString().endsWith(".md"))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IllegalStateException(folder + " holds no settings for this store");
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  UserData userData(Map<String, String> known) {
    UserData data = UserData.forLinux();
    var all = new TreeMap<>(known);
    all.putAll(variables);
    all.forEach((name, value) -> data.addCommands("export " + name + "='" + value + "'"));
    data.addCommands(
        "base64 -d <<'PROGRAM' | gunzip >/root/box.sh",
        packed(),
        "PROGRAM",
        "bash /root/box.sh >>/var/log/oddiya-box.log 2>&1");
    return data;
  }

  private String packed() {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /// Before it is packed.
  String text() {
    var text = new StringBuilder(Resources.text("box.sh"));
    text.append("mkdir -p ").append(SCRIPTS).append(' ').append(SETTINGS).append('\n');
    for (Path file : files) {
      text.append(laidDown(file));
    }
    return text.append(Resources.text(script)).toString();
  }

  private static String laidDown(Path file) {
    String name = file.getFileName().toString();
    String target = (name.endsWith(".conf") ? SETTINGS : SCRIPTS) + name;
    String content = read(file);
    if (content.lines().anyMatch("END-OF-FILE"::equals) || !content.endsWith("\n")) {
      throw new IllegalStateException(file + " cannot be laid down as it is");
    }
    String mode = name.endsWith(".sh") ? "755" : "644";
    return "cat >%1$s <<'END-OF-FILE'\n%2$sEND-OF-FILE\nchmod %3$s %1$s\n"
        .formatted(target, content, mode);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
