package app.oddiya.apps.stores;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The passwords of one installation's stores: drawn once, kept in a file that only we can read.
public final class Secrets {

  private final Path file;
  private final Properties kept = new Properties();
  private final Map<String, String> brought = new HashMap<>();

  private Secrets(Path file) {
    this.file = file;
  }

  public static Secrets in(Home home) {
    Secrets secrets = new Secrets(home.keys().resolve("stores.properties"));
    if (Files.exists(secrets.file)) {
      try (Reader in = Files.newBufferedReader(secrets.file)) {
        secrets.kept.load(in);
      } catch (IOException e) {
        throw new StoreFailure("cannot read " + secrets.file, e);
      }
    }
    return secrets;
  }

  /// Takes this for the secret of a name, in place of one that is drawn or kept; it is not written
  /// down.
  public synchronized void use(String name, String secret) {
    brought.put(name, secret);
  }

  /// The secret of this name, the same every time; 192 bits in base64url unless it was brought.
  public synchronized String of(String name) {
    String known = brought.getOrDefault(name, kept.getProperty(name));
    if (known != null) {
      return known;
    }
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    String drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    kept.setProperty(name, drawn);
    save();
    return drawn;
  }

  private void save() {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (Writer out = Files.newBufferedWriter(file)) {
        kept.store(out, null);
      }
    } catch (IOException e) {
      throw new StoreFailure("cannot keep secrets in " + file, e);
    }
  }
}
