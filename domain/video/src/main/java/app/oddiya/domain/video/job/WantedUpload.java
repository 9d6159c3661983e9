package app.oddiya.domain.video.job;

import java.util.Optional;
import java.util.Set;

/// A file that a client announces. What it holds is judged by its content later; here it is only
/// kept from being absurd.
///
/// @param contentType a media type that the kind accepts
/// @param bytes its exact length
/// @param sha256 the SHA-256 of the content, 64 lower-case hexadecimal digits, if the store is to
///     check it
public record WantedUpload(Kind kind, String contentType, long bytes, Optional<String> sha256) {

  public WantedUpload {
    if (!kind.accepts(contentType)) {
      throw new IllegalArgumentException(
          "contentType: " + contentType + " (expected: " + kind.contentTypes + ")");
    }
    if (bytes < 1 || bytes > kind.maxBytes) {
      throw new IllegalArgumentException(
          "bytes: " + bytes + " (expected: 1.." + kind.maxBytes + ")");
    }
    if (sha256.isPresent() && !sha256.get().matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "sha256: " + sha256.get() + " (expected: 64 lower-case hexadecimal digits)");
    }
  }

  /// What a file is for.
  public enum Kind {
    PHOTO(
        50_000_000,
        Set.of("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "image/avif")),
    MUSIC(
        50_000_000,
        Set.of("audio/mpeg", "audio/mp4", "audio/aac", "audio/ogg", "audio/flac", "audio/wav"));

    private final long maxBytes;
    private final Set<String> contentTypes;

    Kind(long maxBytes, Set<String> contentTypes) {
      this.maxBytes = maxBytes;
      this.contentTypes = contentTypes;
    }

    public long maxBytes() {
      return maxBytes;
    }

    public boolean accepts(String contentType) {
      return contentTypes.contains(contentType);
    }
  }
}
