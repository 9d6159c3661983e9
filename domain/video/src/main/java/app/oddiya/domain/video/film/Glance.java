package app.oddiya.domain.video.film;

/// What a photo is like at a glance: enough to tell that two show the same, and that one shows
/// nothing clearly.
///
/// @param pattern of light and dark, 64 signs of which two like pictures share nearly all and two
///     unlike ones about half
/// @param tone the mean of all pixels; a pattern may come in other colours
/// @param sharpness of the sharpest parts that have any detail, 0..1: the share of it that a
///     further blur would take away. The whole does not count, or every portrait before a soft
///     ground would be blurred
public record Glance(long pattern, Tone tone, double sharpness) {

  /// Tones that differ by less in each part are those of one picture, saved in two ways.
  private static final int SAME_TONE = 12;

  public Glance {
    if (!(sharpness >= 0 && sharpness <= 1)) {
      throw new IllegalArgumentException("sharpness: " + sharpness + " (expected: 0..1)");
    }
  }

  /// A mean colour in the samples of BT.709, 0..255 each.
  public record Tone(int luma, int blue, int red) {

    private boolean isNear(Tone other) {
      return Math.abs(luma - other.luma) < 2 * SAME_TONE
          && Math.abs(blue - other.blue) < SAME_TONE
          && Math.abs(red - other.red) < SAME_TONE;
    }
  }

  /// How unlike they are: the number of signs that differ, 64 for pictures of other colours.
  public int distance(Glance other) {
    return tone.isNear(other.tone) ? Long.bitCount(pattern ^ other.pattern) : Long.SIZE;
  }
}
