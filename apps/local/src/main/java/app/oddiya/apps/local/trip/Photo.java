package app.oddiya.apps.local.trip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A photo on the phone.
public record Photo(Path file, String contentType) {

  /// The photos of a folder, by name.
  public static List<Photo> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().flatMap(file -> of(file).stream()).toList();
    } catch (IOException e) {
      throw new TripFailure("cannot list the photos of " + folder, e);
    }
  }

  /// Empty for a file that is no photo by its name.
  public static Optional<Photo> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String type =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "jpg", "jpeg" -> "image/jpeg";
          case "png" -> "image/png";
          case "webp" -> "image/webp";
          case "heic" -> "image/heic";
          case "heif" -> "image/heif";
          case "avif" -> "image/avif";
          default -> "";
        };
    return type.isEmpty() ? Optional.empty() : Optional.of(new Photo(file, type));
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
