package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.film.MusicDecoder;
import app.oddiya.domain.video.film.MusicReading;
import app.oddiya.domain.video.film.MusicRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [MusicDecoder] does. A runner gives the decoder and files that it can read.
public interface MusicDecoderContract {

  MusicDecoder decoder();

  /// Writes music of that length.
  Path music(Path folder, int millis);

  /// Writes music that was damaged on its way.
  Path damaged(Path folder);

  @Test
  default void allOfAShortPieceIsRead(@TempDir Path folder)
      throws InterruptedException, IOException {
    Path work = work(folder);

    Path samples = readable(music(folder, 2_500), work, 15);

    assertThat(Files.size(samples)).isCloseTo(2_500 * 192L, within(20_000L));
    assertThat(contents(work)).containsExactly(samples);
  }

  @Test
  default void ofALongOneOnlyWhatAFilmNeeds(@TempDir Path folder)
      throws InterruptedException, IOException {
    assertThat(Files.size(readable(music(folder, 20_000), work(folder), 15)))
        .isEqualTo(15 * 192_000L);
  }

  @Test
  default void aBlinkIsTooShort(@TempDir Path folder) throws InterruptedException, IOException {
    assertThat(refusal(music(folder, 400), work(folder))).isEqualTo(MusicRefusal.TOO_SHORT);
  }

  @Test
  default void damagedMusicIsUnreadable(@TempDir Path folder)
      throws InterruptedException, IOException {
    assertThat(refusal(damaged(folder), work(folder))).isEqualTo(MusicRefusal.UNREADABLE);
  }

  @Test
  default void whatIsNoMusicIsAnUnsupportedType(@TempDir Path folder)
      throws InterruptedException, IOException {
    Path playlist = folder.resolve("song.mp3");
    Files.writeString(playlist, "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/segment.ts\n");
    Path nothing = Files.write(folder.resolve("nothing.mp3"), new byte[0]);

    assertThat(refusal(playlist, work(folder))).isEqualTo(MusicRefusal.UNSUPPORTED_TYPE);
    assertThat(refusal(nothing, work(folder))).isEqualTo(MusicRefusal.UNSUPPORTED_TYPE);
  }

  @Test
  default void afterTheDeadlineNothingIsKnownOfTheMusic(@TempDir Path folder) {
    Path original = music(folder, 2_500);
    Path work = work(folder);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> decoder().read(original, work, 15, new Deadline(Instant.EPOCH)));
  }

  @Test
  default void anInterruptEndsIt(@TempDir Path folder) {
    Path original = music(folder, 2_500);
    Path work = work(folder);
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> decoder().read(original, work, 15, Deadlines.ample()));
    assertThat(Thread.interrupted()).isFalse();
  }

  private Path readable(Path original, Path work, int seconds) throws InterruptedException {
    return switch (decoder().read(original, work, seconds, Deadlines.ample())) {
      case MusicReading.Readable(Path samples) -> samples;
      case MusicReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  /// The reason for a refusal, which leaves nothing behind.
  private MusicRefusal refusal(Path original, Path work) throws InterruptedException, IOException {
    return switch (decoder().read(original, work, 15, Deadlines.ample())) {
      case MusicReading.Readable readable -> throw new AssertionError("read: " + readable);
      case MusicReading.Refused(MusicRefusal reason, String detail) -> {
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

  private static List<Path> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
