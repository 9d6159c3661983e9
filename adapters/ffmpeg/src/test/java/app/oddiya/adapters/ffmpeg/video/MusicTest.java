package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MusicTest {

  /// Samples in which the beginning of a sound is looked for.
  private static final int WINDOW = Sound.RATE / 100;

  private static final Map<String, Sound> PLAYED = new ConcurrentHashMap<>();

  @TempDir Path folder;

  /// On all processors: it is what these tests would wait for.
  @BeforeAll
  static void play() {
    for (int seconds : List.of(60, 30, 15)) {
      Stream.of(Track.values()).parallel().forEach(track -> played(track, seconds));
    }
  }

  static Stream<Arguments> everyTrackAndLength() {
    return Stream.of(Track.values())
        .flatMap(track -> Stream.of(15, 30, 60).map(seconds -> Arguments.of(track, seconds)));
  }

  @ParameterizedTest
  @MethodSource("everyTrackAndLength")
  void aTrackIsAsLongAndAsLoudAsItShouldBe(Track track, int seconds) {
    Sound sound = played(track, seconds);

    assertThat(sound.samples()).isEqualTo(seconds * 48_000);
    assertThat(Loudness.of(sound)).isCloseTo(-14, within(0.1));
  }

  @ParameterizedTest
  @EnumSource
  void aTrackIsTheSameEachTime(Track track) {
    assertThat(Music.play(track, 15).right()).isEqualTo(played(track, 15).right());
  }

  /// A click is a step that what comes before and after it does not lead to.
  @ParameterizedTest
  @MethodSource("everyTrackAndLength")
  void aTrackBeginsAndEndsInSilenceAndNeverClicks(Track track, int seconds) {
    float[] samples = played(track, seconds).left();

    assertThat(samples[0]).isZero();
    assertThat(Math.abs(samples[samples.length - 1])).isLessThan(1e-4f);
    assertThat(sharpestStep(samples)).isLessThan(10);
  }

  @Test
  void aClickWouldBeFound() {
    float[] samples = played(Track.PICNIC, 15).left().clone();
    for (int i = 5 * Sound.RATE; i < 6 * Sound.RATE; i++) {
      samples[i] += 0.3f;
    }

    assertThat(sharpestStep(samples)).isGreaterThan(10);
  }

  /// The largest step from one sample to the next, in usual ones of the five milliseconds around
  /// it, of those that are large enough to be heard.
  private static double sharpestStep(float[] samples) {
    int around = Sound.RATE / 400;
    double[] sum = new double[samples.length];
    for (int i = 1; i < samples.length; i++) {
      double step = samples[i] - samples[i - 1];
      sum[i] = sum[i - 1] + step * step;
    }
    double sharpest = 0;
    for (int i = around + 1; i < samples.length - around; i++) {
      double step = Math.abs(samples[i] - samples[i - 1]);
      double others = sum[i + around] - sum[i - around - 1] - step * step;
      if (step > 0.03) {
        sharpest = Math.max(sharpest, step / Math.sqrt(1e-9 + others / (2 * around)));
      }
    }
    return sharpest;
  }

  private static Sound played(Track track, int seconds) {
    return PLAYED.computeIfAbsent(track + " " + seconds, _ -> Music.play(track, seconds));
  }

  /// The last second falls all the way, and no film is cut off in its sound.
  @ParameterizedTest
  @MethodSource("everyTrackAndLength")
  void aTrackEndsGently(Track track, int seconds) {
    float[] samples = played(track, seconds).left();
    int tenth = Sound.RATE / 10;

    double before = power(samples, samples.length - 15 * tenth, 5 * tenth);
    double last = power(samples, samples.length - tenth, tenth);
    assertThat(last).isLessThan(before * 1e-3);
  }

  /// Sounds begin on beats: more comes new in the hundredth of a second of a beat than in those of
  /// any other grid of the same step.
  @ParameterizedTest
  @EnumSource
  void whatIsHeardBeginsOnTheBeatsThatFilmsAreCutOn(Track track) {
    float[] samples = played(track, 30).left();
    int beat = track.framesPerBeat() * Sound.RATE / Storyboard.FRAMES_PER_SECOND;
    int places = Math.ceilDiv(beat, WINDOW);
    double[] onset = new double[places];
    // Neither the beginning, where little is played, nor the fading end.
    for (int at = 8 * beat; at + 2 * WINDOW < samples.length - 4 * Sound.RATE; at += WINDOW) {
      double now = Math.log(1e-7 + power(samples, at, WINDOW));
      double before = Math.log(1e-7 + power(samples, at - WINDOW, WINDOW));
      onset[at % beat / WINDOW] += Math.max(0, now - before);
    }

    // The attack of a drum may take the whole of the first window.
    double onBeat = Math.max(onset[0], onset[1]);
    double[] others = Arrays.copyOfRange(onset, 3, places - 2);
    assertThat(onBeat).isGreaterThan(Arrays.stream(others).average().orElseThrow() * 2);
  }

  /// Measured by somebody else's meter, behind the encoder.
  @ParameterizedTest
  @EnumSource
  void ebuR128AgreesAfterEncoding(Track track) throws IOException, InterruptedException {
    Path raw = folder.resolve("sound.pcm");
    Path encoded = folder.resolve("sound.m4a");
    played(track, 30).write(raw);
    Tools.run(
        "-f",
        "s16le",
        "-sample_rate",
        "48000",
        "-ch_layout",
        "stereo",
        "-i",
        Ffmpeg.local(raw),
        "-c:a",
        "aac",
        "-b:a",
        "160k",
        Ffmpeg.local(encoded));

    String report = ebuR128(encoded);

    assertThat(figures(report, "r128.I").getLast()).isCloseTo(-14, within(0.5));
    double peak = Math.max(max(report, "true_peaks_ch0"), max(report, "true_peaks_ch1"));
    assertThat(20 * Math.log10(peak)).isLessThanOrEqualTo(-1);
  }

  private static double power(float[] samples, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum / length;
  }

  private static String ebuR128(Path file) throws InterruptedException {
    Ffmpeg.Ended ended =
        Tools.ffmpeg()
            .run(
                List.of(
                    "-i",
                    Ffmpeg.local(file),
                    "-af",
                    "ebur128=peak=true:framelog=quiet:metadata=1,ametadata=print:file=-",
                    "-f",
                    "null",
                    "-"),
                Tools.AMPLE,
                Duration.ofMinutes(1));
    return ended.output();
  }

  private static double max(String report, String name) {
    return figures(report, name).stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private static List<Double> figures(String report, String name) {
    return Pattern.compile("lavfi\\.\\S*" + name + "=(-?[\\d.]+)")
        .matcher(report)
        .results()
        .map(match -> Double.valueOf(match.group(1)))
        .toList();
  }
}
