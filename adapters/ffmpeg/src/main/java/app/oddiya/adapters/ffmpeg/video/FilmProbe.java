package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Storyboard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks at a finished file as a stranger would, and says what is wrong with it.
final class FilmProbe {

  private static final Bounds BOUNDS = new Bounds(20, 1L << 30, 1L << 20);
  private static final Duration ONE_FRAME =
      Duration.ofSeconds(1).dividedBy(Storyboard.FRAMES_PER_SECOND);

  private final Ffmpeg ffmpeg;

  FilmProbe(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /// What is in the file and what of it is not as the storyboard says.
  ///
  /// @param size of its pictures
  Findings probe(Path film, Storyboard storyboard, FrameSize size, Duration atMost)
      throws IOException, InterruptedException {
    Ffmpeg.Ended ended =
        ffmpeg.probe(
            List.of(
                "-protocol_whitelist",
                "file",
                "-f",
                "mov",
                "-count_packets",
                "-show_entries",
                "stream=codec_type,codec_name,profile,width,height,pix_fmt,r_frame_rate,"
                    + "avg_frame_rate,color_space,color_range,nb_read_packets,duration,sample_rate"
                    + ":format=duration,nb_streams",
                "-of",
                "flat=s=_",
                Ffmpeg.local(film)),
            BOUNDS,
            atMost);
    if (ended.exit() != 0) {
      return new Findings(Duration.ZERO, 0, List.of("unreadable: " + ended.errors()));
    }
    Map<String, String> facts = facts(ended.output());
    List<String> faults = new ArrayList<>();
    expect(faults, facts, "format_nb_streams", "2");
    expect(faults, facts, "streams_stream_0_codec_name", "h264");
    expect(faults, facts, "streams_stream_0_profile", "High");
    expect(faults, facts, "streams_stream_0_pix_fmt", "yuv420p");
    expect(faults, facts, "streams_stream_0_color_space", "bt709");
    expect(faults, facts, "streams_stream_0_width", String.valueOf(size.width()));
    expect(faults, facts, "streams_stream_0_height", String.valueOf(size.height()));
    expect(faults, facts, "streams_stream_0_r_frame_rate", Storyboard.FRAMES_PER_SECOND + "/1");
    expect(faults, facts, "streams_stream_0_avg_frame_rate", Storyboard.FRAMES_PER_SECOND + "/1");
    expect(faults, facts, "streams_stream_0_nb_read_packets", String.valueOf(storyboard.frames()));
    expect(faults, facts, "streams_stream_1_codec_name", "aac");
    Duration duration = duration(facts);
    if (duration.minus(storyboard.duration()).abs().compareTo(ONE_FRAME) > 0) {
      faults.add("duration: " + duration + " (expected: " + storyboard.duration() + ")");
    }
    if (!hasIndexFirst(film)) {
      faults.add("its index is not ahead of its data");
    }
    int frames = Integer.parseInt(facts.getOrDefault("streams_stream_0_nb_read_packets", "0"));
    return new Findings(duration, frames, List.copyOf(faults));
  }

  private static void expect(
      List<String> faults, Map<String, String> facts, String name, String expected) {
    String found = facts.getOrDefault(name, "nothing");
    if (!found.equals(expected)) {
      faults.add(name + ": " + found + " (expected: " + expected + ")");
    }
  }

  private static Duration duration(Map<String, String> facts) {
    double seconds = Double.parseDouble(facts.getOrDefault("format_duration", "0"));
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /// Lines of `name="value"` or `name=value`.
  private static Map<String, String> facts(String output) {
    Map<String, String> facts = new HashMap<>();
    for (String line : output.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        facts.put(line.substring(0, equals), line.substring(equals + 1).replace("\"", ""));
      }
    }
    return facts;
  }

  /// Whether `moov` comes before `mdat` (ISO/IEC 14496-12), so that playing can begin with the
  /// first bytes.
  private static boolean hasIndexFirst(Path film) throws IOException {
    try (FileChannel file = FileChannel.open(film)) {
      ByteBuffer header = ByteBuffer.allocate(16);
      long at = 0;
      while (at + 8 <= file.size()) {
        header.clear();
        file.read(header, at);
        long length = header.getInt(0) & 0xffffffffL;
        String type = new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
        if (type.equals("moov") || type.equals("mdat")) {
          return type.equals("moov");
        }
        at += length == 1 ? header.getLong(8) : Math.max(8, length);
      }
      return false;
    }
  }

  /// @param faults none if the file is the film that was asked for
  record Findings(Duration duration, int frames, List<String> faults) {}
}
