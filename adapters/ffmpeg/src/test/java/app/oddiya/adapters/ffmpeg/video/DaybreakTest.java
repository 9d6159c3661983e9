package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaybreakTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {15, 30, 60})
  void theTrackIsAsLongAndAsLoudAsItShouldBe(int seconds) {
    Sound sound = Daybreak.play(seconds);

    assertThat(sound.samples()).isEqualTo(seconds * 48_000);
    assertThat(Loudness.of(sound)).isCloseTo(-14, within(0.1));
  }

  @Test
  void itBeginsAndEndsInSilenceAndNeverClicks() {
    float[] samples = Daybreak.play(15).left();

    assertThat(samples[0]).isZero();
    assertThat(Math.abs(samples[samples.length - 1])).isLessThan(1e-4f);
    for (int i = 1; i < samples.length; i++) {
      assertThat(Math.abs(samples[i] - samples[i - 1])).isLessThan(0.25f);
    }
  }

  /// Measured by somebody else's meter, behind the encoder.
  @Test
  void ebuR128AgreesAfterEncoding() throws IOException, InterruptedException {
    Path raw = folder.resolve("sound.pcm");
    Path encoded = folder.resolve("sound.m4a");
    Daybreak.play(30).write(raw);
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
