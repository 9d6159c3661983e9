package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Focus;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.PhotoReading;
import app.oddiya.domain.video.film.PhotoReading.Readable;
import app.oddiya.domain.video.film.PhotoReading.Refused;
import app.oddiya.domain.video.film.PhotoRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Reads photos in two steps: headers here, in Java, where nothing that a file says can do more
/// than be refused, then pixels in a bounded run of ffmpeg. That ffmpeg was content is not taken
/// for an answer: the file has to have its end, and the pixels their number.
final class FfmpegPhotoDecoder implements PhotoDecoder {

  private static final long MOST_BYTES = 50L << 20;

  /// Of the shorter side: less than a quarter of what the smallest film frame shows.
  private static final int SMALLEST_SIDE = 240;

  private static final int CPU_SECONDS = 10;

  /// A machine that is busy with other things takes several times the processor's time for a photo
  /// of which nothing is wrong.
  private static final Duration LONGEST = Duration.ofSeconds(3 * CPU_SECONDS);

  private static final long MEMORY = 2L << 30;

  private final Ffmpeg ffmpeg;
  private final InstantSource clock;

  FfmpegPhotoDecoder(Ffmpeg ffmpeg, InstantSource clock) {
    this.ffmpeg = ffmpeg;
    this.clock = clock;
  }

  @Override
  public PhotoReading read(Path original, Path workFolder, FrameSize frame, Deadline deadline)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      if (Files.size(original) > MOST_BYTES) {
        return new Refused(PhotoRefusal.UNREADABLE, "more than 50 MB");
      }
      return switch (look(original)) {
        case Look.Refused(Refused refused) -> refused;
        case Look.Known(PhotoType type, PhotoHeader header) ->
            develop(
                original,
                Development.of(
                    type, header, header.exif().map(ExifFacts::of).orElse(ExifFacts.NONE), frame),
                workFolder,
                frame,
                deadline);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Look look(Path original) throws IOException {
    try (FileChannel channel = FileChannel.open(original);
        Arena arena = Arena.ofConfined()) {
      ByteBuffer file =
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer();
      Optional<PhotoType> type = PhotoType.of(file);
      if (type.isEmpty()) {
        return refused(PhotoRefusal.UNSUPPORTED_TYPE, "not JPEG, PNG, WebP, HEIC or AVIF");
      }
      PhotoHeader header = header(type.get(), file);
      if (header.pixels() > type.get().mostPixels()) {
        return refused(PhotoRefusal.UNREADABLE, "more pixels than are decoded: " + size(header));
      }
      if (Math.min(header.width(), header.height()) < SMALLEST_SIDE) {
        return refused(PhotoRefusal.TOO_SMALL, size(header));
      }
      return new Look.Known(type.get(), header);
    } catch (DamagedPhoto e) {
      return refused(PhotoRefusal.UNREADABLE, "damaged: " + e.getMessage());
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      return refused(PhotoRefusal.UNREADABLE, "damaged: ends early");
    }
  }

  private static PhotoHeader header(PhotoType type, ByteBuffer file) throws DamagedPhoto {
    return switch (type) {
      case JPEG -> JpegHeader.read(file);
      case PNG -> PngHeader.read(file);
      case WEBP -> WebpHeader.read(file);
      case HEIF -> HeifHeader.read(file);
    };
  }

  private static Look refused(PhotoRefusal reason, String detail) {
    return new Look.Refused(new Refused(reason, detail));
  }

  private static String size(PhotoHeader header) {
    return header.width() + "x" + header.height() + " pixels";
  }

  private PhotoReading develop(
      Path original, Development development, Path workFolder, FrameSize frame, Deadline deadline)
      throws IOException, InterruptedException {
    Path pixels = Files.createTempFile(workFolder, "photo-", ".yuv");
    boolean developed = false;
    try {
      Duration left = deadline.remaining(clock);
      Duration atMost = left.compareTo(LONGEST) < 0 ? left : LONGEST;
      Ffmpeg.Ended ended = run(original, development, pixels, atMost);
      if (ended.isOutOfTime() && deadline.isOver(clock)) {
        throw new Unavailable("photo decoder", new TimeoutException());
      }
      if (ended.isTheMachinesFault()) {
        throw new Unavailable("photo decoder", new IOException(ended.errors()));
      }
      if (ended.exit() != 0 || Files.size(pixels) != development.bytes()) {
        return new Refused(PhotoRefusal.UNREADABLE, "damaged, or too much to decode");
      }
      developed = true;
      return new Readable(decoded(development, pixels, frame));
    } finally {
      if (!developed) {
        Files.delete(pixels);
      }
    }
  }

  private Ffmpeg.Ended run(Path original, Development development, Path pixels, Duration atMost)
      throws InterruptedException {
    return ffmpeg.run(
        development.arguments(original, pixels),
        new Bounds(CPU_SECONDS, MEMORY, development.bytes()),
        atMost);
  }

  private static DecodedPhoto decoded(Development development, Path pixels, FrameSize frame)
      throws IOException {
    ExifFacts facts = development.facts();
    return new DecodedPhoto(
        pixels,
        development.width(),
        development.height(),
        facts.takenAt(),
        facts.offset(),
        facts.position(),
        focus(development, pixels, frame),
        GlanceFinder.find(Files.readAllBytes(pixels), development.width(), development.height()));
  }

  private static Focus focus(Development development, Path pixels, FrameSize frame)
      throws IOException {
    try (FileChannel channel = FileChannel.open(pixels, StandardOpenOption.READ)) {
      return FocusFinder.find(channel, development.width(), development.height(), frame);
    }
  }

  /// What a look at a file's headers tells.
  private sealed interface Look {

    record Known(PhotoType type, PhotoHeader header) implements Look {}

    record Refused(PhotoReading.Refused refused) implements Look {}
  }
}
