package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.adapters.ffmpeg.video.Band.Swell;
import app.oddiya.domain.video.film.Track;

/// Plays [Track#HORIZON]: swells that take a bar each over a low D that never ends, strings struck
/// far apart, and a last chord that is left alone.
final class Horizon implements Score {

  private static final int[][] CHORDS = {
    {-31, -19, -12, -7, -5, 0}, // D with its second: D2, D3 A3 D4 E4 A4
    {-34, -22, -15, -10, -7, -3}, // B minor: B1, B2 F#3 B3 D4 F#4
    {-38, -26, -19, -14, -10, -7}, // G: G1, G2 D3 G3 B3 D4
    {-36, -24, -17, -12, -7, -5}, // A, its third left out: A1, A2 E3 A3 D4 E4
  };

  /// Beats of two bars on which a string is struck, and which of the chord's notes.
  private static final int[][] STRUCK = {{0, 5}, {1, 3}, {2, 4}, {4, 4}, {5, 5}, {7, 2}};

  private static final double LAST_BEATS = 3;
  private static final Swell WIDE = new Swell(1.6, 2.2, 0, 1);

  private final Band band;
  private final Measure measure;

  Horizon(Band band, int seconds) {
    this.band = band;
    this.measure = Measure.of(Track.HORIZON, seconds, LAST_BEATS);
  }

  @Override
  public void perform() {
    band.bass(CHORDS[0][0], 0, band.seconds(), 0.1);
    for (int bar = 0; bar < measure.bars(); bar++) {
      double at = measure.at(bar);
      int[] chord = CHORDS[bar % CHORDS.length];
      band.pad(chord, at, measure.bar() - 0.4, 0.05, WIDE);
      band.bass(chord[0] + 12, at, measure.bar() - 0.5, 0.09);
      band.drum(at, 0.16, 40);
      for (int[] struck : STRUCK) {
        if (struck[0] / Measure.BEATS == bar % 2) {
          double when = at + struck[0] % Measure.BEATS * measure.beat();
          double pan = struck[1] * 0.3 - 1.1;
          band.bell(chord[struck[1]] + 12, when, 0.13, Math.clamp(pan, -0.6, 0.6), 1.3);
        }
      }
    }
    double end = measure.end();
    double rest = band.seconds() - end;
    band.pad(CHORDS[0], end, rest, 0.055, WIDE);
    band.drum(end, 0.16, 40);
    for (int note = 2; note < CHORDS[0].length; note++) {
      band.bell(CHORDS[0][note] + 12, end + (note - 2) * 0.5 * measure.beat(), 0.1, 0, 1.3);
    }
  }
}
