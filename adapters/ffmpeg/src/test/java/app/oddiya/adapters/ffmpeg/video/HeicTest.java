package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.PhotoReading;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeicTest {

  @TempDir Path folder;

  /// `irot` turns anticlockwise: what is stored is the scene turned the other way.
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 8", "2, 3", "3, 6"})
  void tilesArePutTogetherAndTurnedByTheContainerAlone(int quarters, int likeOrientation)
      throws IOException, InterruptedException {
    boolean turned = quarters % 2 == 1;
    BufferedImage upright =
        turned
            ? TestPhotos.corners(HeicFile.HEIGHT, HeicFile.WIDTH)
            : TestPhotos.corners(HeicFile.WIDTH, HeicFile.HEIGHT);
    byte[] heic =
        HeicFile.of(
            TestPhotos.storedAs(likeOrientation, upright),
            quarters,
            TestPhotos.orientation(6),
            folder);

    DecodedPhoto photo = readable(heic);

    assertThat(photo.ratio()).isBetween(turned ? 0.69 : 1.42, turned ? 0.71 : 1.44);
    FfmpegPhotoDecoderTest.assertCorners(photo);
  }

  @Test
  void timeAndPlaceAreReadFromItsExifItem() throws IOException, InterruptedException {
    LocalDateTime at = LocalDateTime.parse("2026-05-03T14:05:06");
    GeoPoint position = new GeoPoint(-33.8568, 151.2153);
    byte[] exif = TestPhotos.exif(at, ZoneOffset.ofHours(10), position);

    DecodedPhoto photo =
        readable(HeicFile.of(TestPhotos.corners(HeicFile.WIDTH, HeicFile.HEIGHT), 0, exif, folder));

    assertThat(photo.takenAt()).contains(at);
    assertThat(photo.offset()).contains(ZoneOffset.ofHours(10));
    assertThat(photo.position().orElseThrow().metersTo(position)).isLessThan(2);
  }

  @Test
  void oneThatIsCutShortIsRefused() throws IOException, InterruptedException {
    byte[] heic =
        HeicFile.of(
            TestPhotos.corners(HeicFile.WIDTH, HeicFile.HEIGHT),
            0,
            TestPhotos.orientation(1),
            folder);

    for (int part = 1; part < 10; part++) {
      assertThat(read(Arrays.copyOf(heic, heic.length * part / 10)))
          .isInstanceOf(PhotoReading.Refused.class);
    }
  }

  private DecodedPhoto readable(byte[] heic) throws IOException, InterruptedException {
    return switch (read(heic)) {
      case PhotoReading.Readable(DecodedPhoto photo) -> photo;
      case PhotoReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private PhotoReading read(byte[] heic) throws IOException, InterruptedException {
    return new FfmpegPhotoDecoder(Tools.ffmpeg(), InstantSource.system())
        .read(
            Files.write(folder.resolve("photo.heic"), heic),
            folder,
            new FrameSize(270, 480),
            Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
  }
}
