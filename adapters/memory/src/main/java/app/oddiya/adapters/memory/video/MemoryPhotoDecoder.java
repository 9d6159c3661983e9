package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Focus;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Glance;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.PhotoReading;
import app.oddiya.domain.video.film.PhotoReading.Readable;
import app.oddiya.domain.video.film.PhotoReading.Refused;
import app.oddiya.domain.video.film.PhotoRefusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A decoder of photos that are one line of text, made by [#photo]: it keeps to the port's contract
/// without a codec. What begins like such a line and does not go on like one is damaged; anything
/// else is of an unsupported type. The pixels it writes are all zero and take no disk.
public final class MemoryPhotoDecoder implements PhotoDecoder {

  private static final String OPENING = "photo ";
  private static final String ABSENT = "-";
  private static final Pattern PHOTO =
      Pattern.compile(
          "photo (\\d{1,5})x(\\d{1,5}) (\\S+) (\\S+) (\\S+?)(?:,(\\S+))?(?: like ([0-9a-f]{1,16}) (\\S+))?\n");
  private static final int SMALLEST_SIDE = 240;

  private final InstantSource clock;

  public MemoryPhotoDecoder(InstantSource clock) {
    this.clock = clock;
  }

  /// The bytes of a photo that this decoder reads.
  public static byte[] photo(
      int width,
      int height,
      Optional<LocalDateTime> takenAt,
      Optional<ZoneOffset> offset,
      Optional<GeoPoint> position) {
    String line =
        OPENING
            + width
            + "x"
            + height
            + " "
            + takenAt.map(LocalDateTime::toString).orElse(ABSENT)
            + " "
            + offset.map(ZoneOffset::toString).orElse(ABSENT)
            + " "
            + position.map(at -> at.lat() + "," + at.lng()).orElse(ABSENT)
            + "\n";
    return line.getBytes(StandardCharsets.UTF_8);
  }

  /// The bytes of a photo of that size about which nothing else is known.
  public static byte[] photo(int width, int height) {
    return photo(width, height, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The bytes of a photo that is like that at a glance.
  public static byte[] photo(int width, int height, long pattern, double sharpness) {
    String line =
        new String(photo(width, height), StandardCharsets.UTF_8)
            .replace("\n", " like " + Long.toHexString(pattern) + " " + sharpness + "\n");
    return line.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public PhotoReading read(Path original, Path workFolder, FrameSize frame, Deadline deadline)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline.isOver(clock)) {
      throw new Unavailable("photo decoder", new TimeoutException());
    }
    try {
      String content = Files.readString(original, StandardCharsets.ISO_8859_1);
      Matcher photo = PHOTO.matcher(content);
      if (!content.startsWith(OPENING)) {
        return new Refused(PhotoRefusal.UNSUPPORTED_TYPE, "not a picture");
      }
      if (!photo.matches()) {
        return new Refused(PhotoRefusal.UNREADABLE, "damaged");
      }
      int width = Integer.parseInt(photo.group(1));
      int height = Integer.parseInt(photo.group(2));
      if (Math.min(width, height) < SMALLEST_SIDE) {
        return new Refused(PhotoRefusal.TOO_SMALL, width + "x" + height + " pixels");
      }
      return new Readable(decoded(photo, width, height, frame, workFolder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DecodedPhoto decoded(
      Matcher photo, int width, int height, FrameSize frame, Path workFolder) throws IOException {
    double cover =
        Math.max((double) frame.width() / width, (double) frame.height() / height)
            * DecodedPhoto.ROOM;
    double scale = Math.min(1, cover);
    int scaledWidth = (int) Math.round(width * scale) / 2 * 2;
    int scaledHeight = (int) Math.round(height * scale) / 2 * 2;
    Path pixels = Files.createTempFile(workFolder, "photo-", ".yuv");
    try (RandomAccessFile file = new RandomAccessFile(pixels.toFile(), "rw")) {
      file.setLength((long) scaledWidth * scaledHeight * 3 / 2);
    }
    return new DecodedPhoto(
        pixels,
        scaledWidth,
        scaledHeight,
        present(photo.group(3)).map(LocalDateTime::parse),
        present(photo.group(4)).map(ZoneOffset::of),
        present(photo.group(5))
            .map(lat -> new GeoPoint(Double.parseDouble(lat), Double.parseDouble(photo.group(6)))),
        Focus.EVEN,
        Optional.ofNullable(photo.group(7)).map(pattern -> glance(pattern, photo.group(8))));
  }

  private static Glance glance(String pattern, String sharpness) {
    return new Glance(
        Long.parseUnsignedLong(pattern, 16),
        new Glance.Tone(128, 128, 128),
        Double.parseDouble(sharpness));
  }

  private static Optional<String> present(String text) {
    return text.equals(ABSENT) ? Optional.empty() : Optional.of(text);
  }
}
