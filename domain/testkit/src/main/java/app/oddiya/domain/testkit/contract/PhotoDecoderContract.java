package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.PhotoReading;
import app.oddiya.domain.video.film.PhotoRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [PhotoDecoder] does. A runner gives the decoder and files that it can read: the real
/// one reads JPEGs, a fake may read something simpler.
public interface PhotoDecoderContract {

  LocalDateTime TAKEN_AT = LocalDateTime.parse("2026-05-03T14:05:06");
  ZoneOffset OFFSET = ZoneOffset.ofHours(9);
  GeoPoint POSITION = new GeoPoint(35.1587, 129.1604);
  FrameSize FRAME = new FrameSize(540, 960);

  PhotoDecoder decoder();

  /// Writes a photo of that size, taken at [#TAKEN_AT], [#OFFSET] and [#POSITION].
  Path photo(Path folder, int width, int height);

  /// Writes a photo that was damaged on its way.
  Path damaged(Path folder);

  @Test
  default void aPhotoIsScaledToCoverItsFrameWithRoomForMotion(@TempDir Path folder)
      throws InterruptedException {
    DecodedPhoto photo = readable(photo(folder, 2400, 1800), work(folder));

    assertThat(photo.height()).isBetween(960, (int) Math.ceil(960 * DecodedPhoto.ROOM) + 2);
    assertThat(photo.ratio()).isCloseTo(4.0 / 3, within(0.01));
  }

  @Test
  default void aPhotoIsNeverEnlarged(@TempDir Path folder) throws InterruptedException {
    DecodedPhoto photo = readable(photo(folder, 800, 600), work(folder));

    assertThat(photo.width()).isEqualTo(800);
    assertThat(photo.height()).isEqualTo(600);
  }

  @Test
  default void theAnswersPixelsAreAllThatIsWritten(@TempDir Path folder)
      throws InterruptedException, IOException {
    Path original = photo(folder, 800, 600);
    byte[] before = Files.readAllBytes(original);
    Path work = work(folder);

    DecodedPhoto photo = readable(original, work);

    assertThat(Files.size(photo.pixels())).isEqualTo(800L * 600 * 3 / 2);
    assertThat(contents(work)).containsExactly(photo.pixels());
    assertThat(Files.readAllBytes(original)).isEqualTo(before);
  }

  @Test
  default void twoPhotosInOneFolderDoNotMeet(@TempDir Path folder) throws InterruptedException {
    Path work = work(folder);

    DecodedPhoto one = readable(photo(folder, 800, 600), work);
    DecodedPhoto other = readable(photo(folder, 800, 600), work);

    assertThat(one.pixels()).isNotEqualTo(other.pixels());
  }

  @Test
  default void timeAndPlaceAreRead(@TempDir Path folder) throws InterruptedException {
    DecodedPhoto photo = readable(photo(folder, 800, 600), work(folder));

    assertThat(photo.takenAt()).contains(TAKEN_AT);
    assertThat(photo.offset()).contains(OFFSET);
    assertThat(photo.position())
        .hasValueSatisfying(read -> assertThat(read.metersTo(POSITION)).isLessThan(2));
  }

  @Test
  default void aDamagedPhotoIsUnreadable(@TempDir Path folder)
      throws InterruptedException, IOException {
    assertThat(refusal(damaged(folder), work(folder))).isEqualTo(PhotoRefusal.UNREADABLE);
  }

  @Test
  default void whatIsNoPhotoIsAnUnsupportedType(@TempDir Path folder)
      throws InterruptedException, IOException {
    Path playlist = folder.resolve("photo.jpg");
    Files.writeString(playlist, "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/segment.ts\n");
    Path nothing = folder.resolve("nothing.jpg");
    Files.write(nothing, new byte[0]);

    assertThat(refusal(playlist, work(folder))).isEqualTo(PhotoRefusal.UNSUPPORTED_TYPE);
    assertThat(refusal(nothing, work(folder))).isEqualTo(PhotoRefusal.UNSUPPORTED_TYPE);
  }

  @Test
  default void aThumbnailIsTooSmall(@TempDir Path folder) throws InterruptedException, IOException {
    assertThat(refusal(photo(folder, 160, 120), work(folder))).isEqualTo(PhotoRefusal.TOO_SMALL);
  }

  @Test
  default void afterTheDeadlineNothingIsKnownOfThePhoto(@TempDir Path folder) {
    Path original = photo(folder, 800, 600);
    Path work = work(folder);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> decoder().read(original, work, FRAME, new Deadline(Instant.EPOCH)));
  }

  @Test
  default void anInterruptEndsIt(@TempDir Path folder) {
    Path original = photo(folder, 800, 600);
    Path work = work(folder);
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> decoder().read(original, work, FRAME, Deadlines.ample()));
    assertThat(Thread.interrupted()).isFalse();
  }

  private DecodedPhoto readable(Path original, Path work) throws InterruptedException {
    return switch (decoder().read(original, work, FRAME, Deadlines.ample())) {
      case PhotoReading.Readable(DecodedPhoto photo) -> photo;
      case PhotoReading.Refused(PhotoRefusal reason, String detail) ->
          throw new AssertionError("refused: " + reason + ", " + detail);
    };
  }

  /// The reason for a refusal, which leaves nothing behind.
  private PhotoRefusal refusal(Path original, Path work) throws InterruptedException, IOException {
    return switch (decoder().read(original, work, FRAME, Deadlines.ample())) {
      case PhotoReading.Readable(DecodedPhoto photo) -> throw new AssertionError("read: " + photo);
      case PhotoReading.Refused(PhotoRefusal reason, String detail) -> {
        assertThat(contents(work)).isEmpty();
        assertThat(detail).isNotBlank();
        yield reason;
      }
    };
  }

  private static Path work(Path folder) {
    Path work = folder.resolve("work");
    assertThat(work.toFile().isDirectory() || work.toFile().mkdir()).isTrue();
    return work;
  }

  private static Stream<Path> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    }
  }
}
