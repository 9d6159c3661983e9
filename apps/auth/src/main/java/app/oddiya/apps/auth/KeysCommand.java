package app.oddiya.apps.auth;

import app.oddiya.adapters.oidc.SigningKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;

/// `./oddiya keys rotate FILE`: the next signing key into the file that `ODDIYA_SIGNING_KEYS`
/// names, or the first one into a file that is not there yet. Services that run take it up by
/// themselves.
final class KeysCommand {

  /// EX_USAGE, EX_DATAERR and EX_CANTCREAT of sysexits.h.
  private static final int USAGE = 64;

  private static final int BAD_FILE = 65;
  private static final int CANNOT_WRITE = 73;

  private final InstantSource clock;
  private final PrintStream out;
  private final PrintStream complaints;

  KeysCommand(InstantSource clock, PrintStream out, PrintStream complaints) {
    this.clock = clock;
    this.out = out;
    this.complaints = complaints;
  }

  public static void main(String[] args) {
    System.exit(new KeysCommand(InstantSource.system(), System.out, System.err).run(args));
  }

  /// @return the exit code
  int run(String... args) {
    if (args.length != 2 || !args[0].equals("rotate")) {
      complaints.println("usage: oddiya keys rotate FILE");
      return USAGE;
    }
    Path file = Path.of(args[1]);
    try {
      return Files.exists(file) ? rotate(file.toRealPath()) : create(file);
    } catch (IllegalArgumentException bad) {
      complaints.println(file + " " + bad.getMessage());
      return BAD_FILE;
    } catch (IOException e) {
      complaints.println(file + " cannot be read or written: " + e.getMessage());
      return CANNOT_WRITE;
    }
  }

  private int create(Path file) throws IOException {
    replace(file, SigningKeys.first(clock.instant()));
    out.println(file + " has its first key, which signs at once");
    return 0;
  }

  private int rotate(Path file) throws IOException {
    SigningKeys.Rotation rotation =
        SigningKeys.parse(Files.readString(file)).rotate(clock.instant());
    if (rotation.added() || rotation.dropped() > 0) {
      replace(file, rotation.keys());
    }
    out.println(
        rotation.added()
            ? "a new key signs from " + rotation.next()
            : "a new key is waiting already and signs from " + rotation.next());
    out.println(
        "%d dropped, %d in the file".formatted(rotation.dropped(), rotation.keys().keys().size()));
    return 0;
  }

  /// Written aside and moved into place, so that nobody ever reads half a file, and none is left if
  /// the machine stops in the middle.
  private static void replace(Path file, SigningKeys keys) throws IOException {
    Path aside =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        var content = StandardCharsets.UTF_8.encode(keys.json());
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
