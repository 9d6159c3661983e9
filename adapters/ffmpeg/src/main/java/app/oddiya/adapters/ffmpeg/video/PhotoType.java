package app.oddiya.adapters.ffmpeg.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// The kinds of picture that are taken, each with the most pixels that are decoded of it.
enum PhotoType {
  JPEG(210_000_000L),
  PNG(60_000_000L),
  WEBP(60_000_000L),
  /// HEIC and AVIF, which differ in their codec only.
  HEIF(60_000_000L);

  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /// Brands of still pictures; sequences (`hevc`, `avis`, `msf1`) have one of these beside theirs
  /// if they also hold a still one.
  private static final Set<String> HEIF_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "mif1", "avif");

  private static final int OPENING = 12;

  private final long mostPixels;

  PhotoType(long mostPixels) {
    this.mostPixels = mostPixels;
  }

  long mostPixels() {
    return mostPixels;
  }

  /// The type that a file's first bytes speak of; its name is of no interest.
  static Optional<PhotoType> of(ByteBuffer file) {
    byte[] opening = new byte[Math.min(file.limit(), 8 * OPENING)];
    file.get(0, opening);
    if (opening.length < OPENING) {
      return Optional.empty();
    }
    if ((opening[0] & 0xff) == 0xff && (opening[1] & 0xff) == 0xd8 && (opening[2] & 0xff) == 0xff) {
      return Optional.of(JPEG);
    }
    if (Arrays.equals(opening, 0, PNG_SIGNATURE.length, PNG_SIGNATURE, 0, PNG_SIGNATURE.length)) {
      return Optional.of(PNG);
    }
    String text = new String(opening, StandardCharsets.ISO_8859_1);
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    return text.startsWith("ftyp", 4) && isStill(text, file.getInt(0))
        ? Optional.of(HEIF)
        : Optional.empty();
  }

  /// Whether the major brand or, in an `ftyp` of `length` bytes, a compatible one is a still's.
  private static boolean isStill(String text, int length) {
    for (int at = 8; at + 4 <= Math.min(text.length(), length); at += at == 8 ? 8 : 4) {
      if (HEIF_BRANDS.contains(text.substring(at, at + 4))) {
        return true;
      }
    }
    return false;
  }
}
