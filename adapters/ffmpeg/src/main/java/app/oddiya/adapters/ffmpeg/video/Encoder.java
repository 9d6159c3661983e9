package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Storyboard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one run of ffmpeg that makes a film of raw frames and raw sound.
final class Encoder {

  private static final String PRESET = "veryfast";

  /// At which a phone's screen shows no difference from the frames.
  private static final String QUALITY = "20";

  /// What the preset spends on finding motion is wasted here: everything moves slowly and
  /// together. With one round of sub-pixel search, whole macroblocks between frames and none of
  /// the guesses about cuts, which are known, x264 takes nearly half less time for
  /// the same likeness (SSIM) at 5 % more bytes. A shorter look-ahead in step with the rest holds
  /// 60 MB less.
  private static final String ONLY_WHAT_SLOW_MOVES_NEED =
      "subme=1:me=dia:partitions=i8x8,i4x4:scenecut=0:b-adapt=0:rc-lookahead=6:sync-lookahead=0";

  /// The painters have the other processor: they take longer for a frame than one thread of this.
  /// A second thread costs 4 % more of the processors' time and 20 MB of frames. Fixed, and not the
  /// number of processors, because x264's result depends on it, and the same storyboard is to give
  /// the same film anywhere.
  private static final String THREADS = "1";

  /// Of the frames as they come and of the film.
  private static final List<String> COLORS =
      options("-color_range tv", "-colorspace bt709", "-color_primaries bt709", "-color_trc bt709");

  private static final Bounds BOUNDS = new Bounds(1200, 2L << 30, 512L << 20);

  private Encoder() {}

  /// @param delivered size of the film's pictures
  static Ffmpeg.Running start(
      Ffmpeg ffmpeg, Storyboard storyboard, Path sound, FrameSize delivered, Path film) {
    FrameSize size = storyboard.aspect().frame();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        options(
            "-protocol_whitelist file,pipe",
            "-f rawvideo",
            "-pixel_format yuv420p",
            "-video_size " + size.width() + "x" + size.height(),
            "-framerate " + Storyboard.FRAMES_PER_SECOND));
    arguments.addAll(COLORS);
    arguments.addAll(List.of("-i", "pipe:0"));
    arguments.addAll(options("-f s16le", "-sample_rate " + Sound.RATE, "-ch_layout stereo"));
    arguments.addAll(List.of("-i", Ffmpeg.local(sound)));
    if (!delivered.equals(size)) {
      arguments.addAll(
          options(
              "-vf scale=%d:%d:flags=bicubic:in_color_matrix=bt709:out_color_matrix=bt709"
                  .formatted(delivered.width(), delivered.height())));
    }
    arguments.addAll(
        options(
            "-map 0:v",
            "-map 1:a",
            "-map_metadata -1",
            "-fps_mode passthrough",
            "-c:v libx264",
            "-preset " + PRESET,
            "-crf " + QUALITY,
            "-x264-params " + ONLY_WHAT_SLOW_MOVES_NEED,
            "-profile:v high",
            "-threads " + THREADS,
            "-g " + 4 * Storyboard.FRAMES_PER_SECOND,
            "-c:a aac",
            "-b:a 160k",
            "-fflags +bitexact",
            "-flags:v +bitexact",
            "-flags:a +bitexact",
            "-movflags +faststart",
            "-f mp4"));
    String hardCuts = hardCuts(storyboard);
    if (!hardCuts.isEmpty()) {
      arguments.addAll(List.of("-force_key_frames", hardCuts));
    }
    arguments.addAll(COLORS);
    arguments.add(Ffmpeg.local(film));
    return ffmpeg.start(arguments, BOUNDS);
  }

  /// A picture that has nothing in common with the one before is best begun anew; x264 is not asked
  /// to find out by itself. Times lie a quarter of a frame early, where rounding cannot miss.
  private static String hardCuts(Storyboard storyboard) {
    return storyboard.scenes().stream()
        .filter(scene -> scene.fadeIn() == 0 && scene.print().isEmpty())
        .map(scene -> (scene.firstFrame() - 0.25) / Storyboard.FRAMES_PER_SECOND)
        .map(second -> String.format(Locale.ROOT, "%.4f", Math.max(0, second)))
        .collect(Collectors.joining(","));
  }

  /// @param pairs an option and its value each, with a space between
  private static List<String> options(String... pairs) {
    return Arrays.stream(pairs).flatMap(pair -> Stream.of(pair.split(" ", 2))).toList();
  }
}
