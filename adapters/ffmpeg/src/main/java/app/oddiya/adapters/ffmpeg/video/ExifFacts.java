package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.shared.GeoPoint;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The few things that a film wants of a photo's Exif metadata (CIPA DC-008). What is broken is
/// absent: a photo is not worse for a wrong date.
///
/// @param orientation 1..8: how the stored picture has to be turned and mirrored to stand upright
record ExifFacts(
    int orientation,
    Optional<LocalDateTime> takenAt,
    Optional<ZoneOffset> offset,
    Optional<GeoPoint> position) {

  static final ExifFacts NONE =
      new ExifFacts(1, Optional.empty(), Optional.empty(), Optional.empty());

  /// Digital cameras have no earlier photos; clocks that were never set say 1970 or 1980.
  private static final int FIRST_YEAR = 1990;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /// @param tiff the structure in which the metadata is written, of a file that anybody may have
  ///     made
  static ExifFacts of(byte[] tiff) {
    Metadata metadata = new Metadata();
    try {
      new TiffReader().processTiff(new ByteArrayReader(tiff), new WithoutMakerNotes(metadata), 0);
    } catch (TiffProcessingException | IOException e) {
      // What was read before the damage stands.
      return of(metadata);
    }
    return of(metadata);
  }

  private static ExifFacts of(Metadata metadata) {
    return new ExifFacts(
        orientation(metadata),
        first(metadata, ExifFacts::time, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)
            .or(() -> first(metadata, ExifFacts::time, ExifDirectoryBase.TAG_DATETIME_DIGITIZED)),
        first(metadata, ExifFacts::zone, ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL)
            .or(() -> first(metadata, ExifFacts::zone, ExifDirectoryBase.TAG_TIME_ZONE)),
        metadata.getDirectoriesOfType(GpsDirectory.class).stream()
            .flatMap(gps -> position(gps).stream())
            .findFirst());
  }

  private static int orientation(Metadata metadata) {
    return directories(metadata)
        .map(directory -> directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION))
        .filter(Objects::nonNull)
        .filter(value -> value >= 1 && value <= 8)
        .findFirst()
        .orElse(1);
  }

  private static <T> Optional<T> first(
      Metadata metadata, Function<String, Optional<T>> reading, int tag) {
    return directories(metadata)
        .map(directory -> directory.getString(tag))
        .filter(Objects::nonNull)
        .flatMap(text -> reading.apply(text.strip()).stream())
        .findFirst();
  }

  /// The picture's own directories, not those of its thumbnail.
  private static Stream<ExifDirectoryBase> directories(Metadata metadata) {
    return metadata.getDirectoriesOfType(ExifDirectoryBase.class).stream()
        .filter(directory -> !directory.getName().contains("Thumbnail"));
  }

  private static Optional<LocalDateTime> time(String text) {
    try {
      LocalDateTime time = LocalDateTime.parse(text, TIME);
      return time.getYear() < FIRST_YEAR ? Optional.empty() : Optional.of(time);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneOffset> zone(String text) {
    try {
      return Optional.of(ZoneOffset.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<GeoPoint> position(GpsDirectory gps) {
    GeoLocation location = gps.getGeoLocation();
    if (location == null
        || location.isZero()
        || !(Math.abs(location.getLatitude()) <= 90)
        || !(Math.abs(location.getLongitude()) <= 180)) {
      return Optional.empty();
    }
    return Optional.of(new GeoPoint(location.getLatitude(), location.getLongitude()));
  }

  /// Reads the standard's own tags. Makers' notes are the larger part of what can go wrong in a
  /// parser, and nothing in them is wanted.
  private static final class WithoutMakerNotes extends ExifTiffHandler {

    private static final Set<Integer> NOT_WANTED =
        Set.of(
            ExifDirectoryBase.TAG_MAKERNOTE,
            ExifDirectoryBase.TAG_APPLICATION_NOTES,
            ExifDirectoryBase.TAG_IPTC_NAA,
            ExifDirectoryBase.TAG_INTER_COLOR_PROFILE);

    WithoutMakerNotes(Metadata metadata) {
      super(metadata, (Directory) null, 0);
    }

    @Override
    public boolean customProcessTag(
        int offset,
        Set<Integer> visited,
        int headerOffset,
        RandomAccessReader reader,
        int tag,
        int bytes)
        throws IOException {
      return NOT_WANTED.contains(tag)
          || super.customProcessTag(offset, visited, headerOffset, reader, tag, bytes);
    }
  }
}
