package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.contract.MusicDecoderContract;
import app.oddiya.domain.video.film.MusicDecoder;
import app.oddiya.domain.video.film.MusicReading;
import app.oddiya.domain.video.film.MusicRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegMusicDecoderTest implements MusicDecoderContract {

  @TempDir Path folder;

  @Override
  public MusicDecoder decoder() {
    return new FfmpegMusicDecoder(Tools.ffmpeg(), InstantSource.system());
  }

  @Override
  public Path music(Path into, int millis) {
    return played(into, "mp3", millis);
  }

  @Override
  public Path damaged(Path into) {
    try {
      Path whole = played(into, "m4a", 3_000);
      byte[] bytes = Files.readAllBytes(whole);
      return Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "m4a", "aac", "ogg", "opus", "flac", "wav"})
  void whatPhonesAndPlayersKeepIsRead(String type) throws InterruptedException, IOException {
    Path samples = readable(played(folder, type, 4_000));

    assertThat(Files.size(samples)).isBetween(3_800 * 192L, 4_200 * 192L);
  }

  @Test
  void aPictureOfTheCoverIsNoHindrance() throws InterruptedException, IOException {
    Path cover =
        Files.write(folder.resolve("cover.jpg"), TestPhotos.jpeg(TestPhotos.corners(300, 300)));
    Path song = folder.resolve("song.mp3");
    Tools.run(
        "-i",
        Ffmpeg.local(played(folder, "mp3", 4_000)),
        "-i",
        Ffmpeg.local(cover),
        "-map",
        "0",
        "-map",
        "1",
        "-c",
        "copy",
        "-disposition:v",
        "attached_pic",
        Ffmpeg.local(song));

    assertThat(Files.size(readable(song))).isGreaterThan(3_800 * 192L);
  }

  @Test
  void aMovieWithoutSoundIsRefused() throws InterruptedException, IOException {
    Path movie = folder.resolve("movie.mp4");
    Tools.run("-f", "lavfi", "-i", "testsrc=d=2:s=320x240", Ffmpeg.local(movie));

    assertThat(refused(movie)).isEqualTo(MusicRefusal.UNREADABLE);
  }

  @Test
  void noiseBehindTheBeginningOfASongIsRefused() throws InterruptedException, IOException {
    for (String type : List.of("mp3", "m4a", "aac", "ogg", "flac")) {
      Path song = played(folder, type, 4_000);
      byte[] bytes = Files.readAllBytes(song);
      Random chance = new Random(5);
      for (int i = 600; i < bytes.length; i++) {
        bytes[i] = (byte) chance.nextInt();
      }
      Files.write(song, bytes);

      assertThat(refused(song)).as(type).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_500, 7_000, 40_000})
  void howeverLongItIsItFillsTheFilmAndIsAsLoudAsOurs(int millis)
      throws InterruptedException, IOException {
    Path samples = readable(played(folder, "wav", millis));

    Sound sound = BroughtMusic.play(samples, 15);

    assertThat(sound.samples()).isEqualTo(15 * Sound.RATE);
    assertThat(Loudness.of(sound)).isBetween(-15.0, -13.0);
    assertThat(truePeak(sound)).isLessThanOrEqualTo(-1);
    // No seam clicks: no sample is further from its neighbour than those of a tone this loud are.
    for (int i = 1; i < sound.samples(); i++) {
      assertThat(Math.abs(sound.left()[i] - sound.left()[i - 1])).as("at %d", i).isLessThan(0.1f);
    }
    assertThat(Math.abs(sound.left()[sound.samples() - 1])).isLessThan(0.001f);
  }

  @Test
  void silenceStaysSilent() throws InterruptedException, IOException {
    Path silent = folder.resolve("silent.wav");
    Tools.run("-f", "lavfi", "-i", "anullsrc=d=3", Ffmpeg.local(silent));

    Sound sound = BroughtMusic.play(readable(silent), 15);

    assertThat(sound.left()).containsOnly(0f);
  }

  private static double truePeak(Sound sound) throws IOException, InterruptedException {
    Path raw = Files.createTempFile("sound", ".pcm");
    try {
      sound.write(raw);
      Ffmpeg.Ended ended =
          Tools.ffmpeg()
              .run(
                  List.of(
                      "-v",
                      "info",
                      "-f",
                      "s16le",
                      "-ar",
                      "48000",
                      "-ac",
                      "2",
                      "-i",
                      Ffmpeg.local(raw),
                      "-af",
                      "ebur128=peak=true:framelog=quiet:metadata=1,ametadata=print:file=-",
                      "-f",
                      "null",
                      "-"),
                  Tools.AMPLE,
                  Duration.ofMinutes(1));
      Matcher peak = Pattern.compile("true_peaks_ch\\d=(\\S+)").matcher(ended.output());
      double most = Double.NEGATIVE_INFINITY;
      while (peak.find()) {
        most = Math.max(most, 20 * Math.log10(Double.parseDouble(peak.group(1))));
      }
      return most;
    } finally {
      Files.delete(raw);
    }
  }

  /// A chord that swells and sinks.
  private static Path played(Path into, String type, int millis) {
    try {
      Path song = Files.createTempFile(into, "song", "." + type);
      Tools.run(
          "-f",
          "lavfi",
          "-i",
          "aevalsrc=0.2*sin(440*2*PI*t)+0.2*sin(554*2*PI*t)*sin(t)|0.3*sin(330*2*PI*t):s=44100:d="
              + millis / 1_000.0,
          "-metadata",
          "title=Song",
          Ffmpeg.local(song));
      return song;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private Path readable(Path song) throws InterruptedException {
    return switch (read(song)) {
      case MusicReading.Readable(Path samples) -> samples;
      case MusicReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private MusicRefusal refused(Path song) throws InterruptedException {
    return switch (read(song)) {
      case MusicReading.Readable readable -> throw new AssertionError("read: " + readable);
      case MusicReading.Refused(MusicRefusal reason, String _) -> reason;
    };
  }

  private MusicReading read(Path song) throws InterruptedException {
    return decoder()
        .read(song, folder, 60, Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
  }
}
