package app.oddiya.domain.video.film;

/// The size of a frame of film, upright.
///
/// @param width pixels, even (4:2:0 chroma has half of it), 2..8192
/// @param height pixels, even, 2..8192
public record FrameSize(int width, int height) {

  private static final int LARGEST = 8192;

  public FrameSize {
    requireEven("width", width);
    requireEven("height", height);
  }

  private static void requireEven(String name, int value) {
    if (value < 2 || value > LARGEST || value % 2 != 0) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: even, 2.." + LARGEST + ")");
    }
  }

  /// Width by height.
  public double ratio() {
    return (double) width / height;
  }
}
