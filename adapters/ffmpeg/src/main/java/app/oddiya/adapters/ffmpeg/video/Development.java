package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FrameSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How one photo is decoded: the size it comes out in and the one run of ffmpeg that does it all,
/// from its codec to upright BT.709 at that size.
///
/// @param width of the upright result, even
/// @param height of the upright result, even
record Development(PhotoType type, PhotoHeader header, ExifFacts facts, int width, int height) {

  /// A very long panorama is scaled to this many pixels rather than to cover its frame: 24 MB.
  private static final int MOST_PIXELS = 16_000_000;

  /// JPEGs can be decoded at 1/2, 1/4 and 1/8 of their size, before they are ever pixels.
  private static final int MOST_HALVINGS = 3;

  /// Filters that bring a picture with Exif orientation 1..8 upright.
  private static final List<List<String>> TURNS =
      List.of(
          List.of(),
          List.of("hflip"),
          List.of("hflip", "vflip"),
          List.of("vflip"),
          List.of("transpose=cclock_flip"),
          List.of("transpose=clock"),
          List.of("transpose=clock_flip"),
          List.of("transpose=cclock"));

  static Development of(PhotoType type, PhotoHeader header, ExifFacts facts, FrameSize frame) {
    boolean turned = type == PhotoType.HEIF ? header.turned() : facts.orientation() >= 5;
    int width = turned ? header.height() : header.width();
    int height = turned ? header.width() : header.height();
    double cover = Math.max((double) frame.width() / width, (double) frame.height() / height);
    double affordable = Math.sqrt((double) MOST_PIXELS / header.pixels());
    double scale = Math.min(1, Math.min(cover * DecodedPhoto.ROOM, affordable));
    return new Development(type, header, facts, even(width * scale), even(height * scale));
  }

  private static int even(double length) {
    return Math.max(2, (int) Math.round(length / 2) * 2);
  }

  /// Bytes of the result.
  long bytes() {
    return (long) width * height * 3 / 2;
  }

  List<String> arguments(Path original, Path pixels) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-xerror",
                "-err_detect",
                "explode",
                "-max_pixels",
                String.valueOf(type.mostPixels()),
                "-protocol_whitelist",
                "file,pipe",
                "-threads",
                "1",
                "-filter_threads",
                "1"));
    arguments.addAll(demuxer());
    arguments.addAll(List.of("-i", Ffmpeg.local(original)));
    // A tiled HEIC is put together by a filter graph of ffmpeg's own, on which only a complex one
    // can follow; it has been turned by then.
    arguments.addAll(List.of("-filter_complex", String.join(",", filters())));
    arguments.addAll(List.of("-frames:v", "1", "-pix_fmt", "yuv420p", "-f", "rawvideo"));
    arguments.add(Ffmpeg.local(pixels));
    return arguments;
  }

  private List<String> demuxer() {
    return switch (type) {
      case JPEG -> {
        List<String> still = new ArrayList<>(still("mjpeg"));
        still.addAll(List.of("-lowres", String.valueOf(halvings())));
        yield still;
      }
      case PNG -> still("png");
      case WEBP -> still("webp");
      case HEIF -> List.of("-f", "mov");
    };
  }

  private static List<String> still(String codec) {
    return List.of("-noautorotate", "-f", "image2", "-pattern_type", "none", "-c:v", codec);
  }

  private int halvings() {
    int halvings = 0;
    while (halvings < MOST_HALVINGS
        && header.width() >> (halvings + 1) >= storedWidth()
        && header.height() >> (halvings + 1) >= storedHeight()) {
      halvings++;
    }
    return halvings;
  }

  private List<String> filters() {
    List<String> filters = new ArrayList<>();
    filters.add(
        "scale=%d:%d:flags=bicubic:out_color_matrix=bt709:out_range=tv"
            .formatted(storedWidth(), storedHeight()));
    filters.add("format=yuv420p");
    ColorProfile profile = header.icc().map(ColorProfile::of).orElse(ColorProfile.SRGB);
    if (profile == ColorProfile.DISPLAY_P3) {
      filters.add(
          "zscale=matrixin=709:matrix=709:rangein=limited:range=limited"
              + ":transferin=iec61966-2-1:transfer=iec61966-2-1"
              + ":primariesin=smpte432:primaries=709");
      filters.add("format=yuv420p");
    }
    if (type != PhotoType.HEIF) {
      filters.addAll(TURNS.get(facts.orientation() - 1));
    }
    return filters;
  }

  private boolean isTurnedHere() {
    return type != PhotoType.HEIF && facts.orientation() >= 5;
  }

  private int storedWidth() {
    return isTurnedHere() ? height : width;
  }

  private int storedHeight() {
    return isTurnedHere() ? width : height;
  }
}
