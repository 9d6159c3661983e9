package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PhotoDecoderContract;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.PhotoReading;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegPhotoDecoderTest implements PhotoDecoderContract {

  private static final FrameSize SMALL = new FrameSize(270, 480);

  @TempDir Path folder;

  @Override
  public PhotoDecoder decoder() {
    return new FfmpegPhotoDecoder(Tools.ffmpeg(), InstantSource.system());
  }

  @Override
  public Path photo(Path into, int width, int height) {
    byte[] jpeg = TestPhotos.jpeg(TestPhotos.corners(width, height));
    return write(into, TestPhotos.withExif(jpeg, TestPhotos.exif(TAKEN_AT, OFFSET, POSITION)));
  }

  @Override
  public Path damaged(Path into) {
    byte[] whole = TestPhotos.jpeg(TestPhotos.corners(800, 600));
    return write(into, Arrays.copyOf(whole, whole.length * 2 / 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aJpegStandsUprightHoweverTheCameraWasHeld(int orientation) throws InterruptedException {
    BufferedImage stored = TestPhotos.storedAs(orientation, TestPhotos.corners(640, 480));
    byte[] photo =
        TestPhotos.withExif(TestPhotos.jpeg(stored), TestPhotos.orientation(orientation));

    assertUpright(readable(photo));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void aProgressiveJpegDecodedAtHalfItsSizeStandsUprightToo(int orientation)
      throws InterruptedException {
    BufferedImage stored = TestPhotos.storedAs(orientation, TestPhotos.corners(2000, 1500));
    byte[] photo =
        TestPhotos.withExif(TestPhotos.jpeg(stored, true), TestPhotos.orientation(orientation));

    DecodedPhoto decoded = readable(photo);

    assertThat(decoded.height()).isLessThan(750);
    assertUpright(decoded);
  }

  @Test
  void aPngIsRead() throws InterruptedException {
    assertUpright(readable(TestPhotos.png(TestPhotos.corners(640, 480))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"webp", "avif"})
  void whatOtherCamerasAndMessengersWriteIsRead(String type)
      throws InterruptedException, IOException {
    Path png = write(folder, TestPhotos.png(TestPhotos.corners(640, 480)));
    Path photo = folder.resolve("photo." + type);
    Tools.run("-i", Ffmpeg.local(png), "-frames:v", "1", "-cpu-used", "8", Ffmpeg.local(photo));

    assertUpright(readable(Files.readAllBytes(photo)));
  }

  @Test
  void displayP3BecomesSrgbAndNotAPalerPicture() throws InterruptedException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    fill(image, new Color(200, 80, 60));
    byte[] plain = TestPhotos.jpeg(image);
    byte[] p3 = TestPhotos.with(plain, 0xe2, TestPhotos.displayP3());

    Color shown = new Pixels(readable(p3)).at(200, 200);

    // By the matrices of SMPTE EG 432-1 and IEC 61966-2-1, computed apart from this code.
    assertNear(shown, new Color(216, 69, 50), 5);
    assertNear(new Pixels(readable(plain)).at(200, 200), new Color(200, 80, 60), 4);
  }

  @Test
  void aPngWithAWrongCheckSumIsRefused() throws InterruptedException {
    byte[] png = TestPhotos.png(TestPhotos.corners(640, 480));
    png[png.length / 2] ^= 4;

    assertThat(read(write(folder, png))).isInstanceOf(PhotoReading.Refused.class);
  }

  @Test
  void garbageBehindAGoodHeaderIsRefused() throws InterruptedException {
    byte[] jpeg = TestPhotos.jpeg(TestPhotos.corners(1600, 1200));
    byte[] noise = new byte[jpeg.length - 700];
    new Random(7).nextBytes(noise);
    System.arraycopy(noise, 0, jpeg, 700, noise.length);

    assertThat(read(write(folder, jpeg))).isInstanceOf(PhotoReading.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "webp", "avif"})
  void aFileCutShortAnywhereIsRefusedAndNothingElseHappens(String type)
      throws InterruptedException, IOException {
    Path png = write(folder, TestPhotos.png(TestPhotos.corners(400, 300)));
    Path photo = folder.resolve("photo." + (type.equals("jpeg") ? "jpg" : type));
    Tools.run("-i", Ffmpeg.local(png), "-frames:v", "1", "-cpu-used", "8", Ffmpeg.local(photo));
    byte[] whole = Files.readAllBytes(photo);

    for (int part = 1; part < 12; part++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * part / 12);
      assertThat(read(write(folder, cut)))
          .as("%d/12", part)
          .isInstanceOf(PhotoReading.Refused.class);
    }
  }

  @Test
  void aPictureThatSaysItIsHugeIsRefusedBeforeItIsDecoded() throws InterruptedException {
    byte[] jpeg = TestPhotos.jpeg(TestPhotos.corners(400, 300));
    int frame = indexOf(jpeg, new byte[] {(byte) 0xff, (byte) 0xc0});
    jpeg[frame + 5] = (byte) 0xff;
    jpeg[frame + 7] = (byte) 0xff;

    PhotoReading reading = read(write(folder, jpeg));

    assertThat(reading)
        .isInstanceOfSatisfying(
            PhotoReading.Refused.class,
            refused -> assertThat(refused.detail()).contains("more pixels than are decoded"));
  }

  @Test
  void aFullDiskIsNotThePhotosFault() throws IOException {
    Path full = Tools.program(folder, "echo 'av_interleaved: No space left on device' >&2; exit 1");
    PhotoDecoder decoder =
        new FfmpegPhotoDecoder(
            Ffmpeg.of(new FfmpegConfig(Optional.of(full), Tools.cache())), InstantSource.system());
    Path photo = photo(folder, 800, 600);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> decoder.read(photo, folder, SMALL, soon()));
  }

  @Test
  void anFfmpegThatDoesNotRunIsSaidAtTheStart() {
    FfmpegConfig absent = new FfmpegConfig(Optional.of(folder.resolve("ffmpeg")), Tools.cache());

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Ffmpeg.of(absent))
        .withMessageContaining("does not run: exit 127");
  }

  private static void assertUpright(DecodedPhoto photo) {
    assertThat(photo.width()).isGreaterThan(photo.height());
    assertCorners(photo);
  }

  /// Each corner of [TestPhotos#corners] is where it was drawn.
  static void assertCorners(DecodedPhoto photo) {
    Pixels pixels = new Pixels(photo);
    for (int i = 0; i < 4; i++) {
      int x = (1 + i % 2 * 2) * photo.width() / 4;
      int y = (1 + i / 2 * 2) * photo.height() / 4;
      assertNear(pixels.at(x, y), TestPhotos.CORNERS[i], 12);
    }
  }

  private static void assertNear(Color seen, Color expected, int by) {
    assertThat(
            Math.max(
                Math.abs(seen.getRed() - expected.getRed()),
                Math.max(
                    Math.abs(seen.getGreen() - expected.getGreen()),
                    Math.abs(seen.getBlue() - expected.getBlue()))))
        .as("%s for %s", seen, expected)
        .isLessThanOrEqualTo(by);
  }

  private DecodedPhoto readable(byte[] photo) throws InterruptedException {
    return switch (read(write(folder, photo))) {
      case PhotoReading.Readable(DecodedPhoto decoded) -> decoded;
      case PhotoReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private PhotoReading read(Path photo) throws InterruptedException {
    return decoder().read(photo, folder, SMALL, soon());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMinutes(1), InstantSource.system());
  }

  private static void fill(BufferedImage image, Color color) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, color.getRGB());
      }
    }
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int at = 0; at + part.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new AssertionError("not in it");
  }

  private static Path write(Path into, byte[] content) {
    try {
      return Files.write(Files.createTempFile(into, "upload", ""), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
