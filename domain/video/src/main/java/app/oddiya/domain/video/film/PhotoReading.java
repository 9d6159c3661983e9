package app.oddiya.domain.video.film;

/// What came of reading one uploaded file as a photo.
public sealed interface PhotoReading {

  record Readable(DecodedPhoto photo) implements PhotoReading {}

  /// @param detail for people, in English; holds nothing of the photo's metadata
  record Refused(PhotoRefusal reason, String detail) implements PhotoReading {}
}
