package app.oddiya.domain.video.film;

import app.oddiya.domain.shared.GeoPoint;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// A photo made ready for film, once: turned upright, in the film's colours, no larger than its
/// frames need. Of its metadata only the time and the place are kept, and neither leaves the job.
///
/// @param pixels file of exactly `width * height * 3 / 2` bytes: the planes Y, U and V one after
///     the other without padding, 4:2:0 with chroma sited left, BT.709, limited range
/// @param width of the upright picture in pixels, even
/// @param height of the upright picture in pixels, even
/// @param takenAt wall-clock time where the photo was taken, as the camera had it
/// @param offset of that clock from UTC, where the camera said so
/// @param position where it was taken
/// @param focus where the eye goes
/// @param glance what it is like; empty if nobody has looked
public record DecodedPhoto(
    Path pixels,
    int width,
    int height,
    Optional<LocalDateTime> takenAt,
    Optional<ZoneOffset> offset,
    Optional<GeoPoint> position,
    Focus focus,
    Optional<Glance> glance) {

  /// A photo with pixels to spare is kept this much larger than just covering its frame, so that
  /// the camera can go near without enlarging anything to speak of.
  public static final double ROOM = 1.08;

  public DecodedPhoto {
    if (width < 2 || width % 2 != 0 || height < 2 || height % 2 != 0) {
      throw new IllegalArgumentException(
          "size: " + width + "x" + height + " (expected: even, >= 2)");
    }
  }

  /// One that nobody has looked at.
  public DecodedPhoto(
      Path pixels,
      int width,
      int height,
      Optional<LocalDateTime> takenAt,
      Optional<ZoneOffset> offset,
      Optional<GeoPoint> position,
      Focus focus) {
    this(pixels, width, height, takenAt, offset, position, focus, Optional.empty());
  }

  /// Width by height.
  public double ratio() {
    return (double) width / height;
  }
}
