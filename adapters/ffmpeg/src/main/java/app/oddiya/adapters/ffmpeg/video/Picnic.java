package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Track;

/// Plays [Track#PICNIC]: plucked strings in C, claps after the second bar, a whistled tune
/// after the fourth, and a last chord plucked from below.
final class Picnic implements Score {

  private static final int[][] CHORDS = {
    {-33, -14, -9, -5, 0}, // C as on four strings: C2, G3 C4 E4 A4
    {-36, -12, -9, -5, 3}, // A minor: A1, A3 C4 E4 C5
    {-40, -12, -9, -4, 0}, // F: F1, A3 C4 F4 A4
    {-38, -14, -7, -2, 2}, // G: G1, G3 D4 G4 B4
  };

  /// Eighths of a bar in which the strings are stroked, downward at first.
  private static final int[] STROKES = {0, 2, 3, 5, 6, 7};

  private static final int REST = 99;

  /// The tune of four bars: note and length in eighths, or a rest.
  private static final int[][] TUNE = {
    {10, 3}, {7, 1}, {3, 2}, {7, 2}, //
    {12, 3}, {10, 1}, {7, 2}, {REST, 2}, //
    {8, 2}, {8, 1}, {7, 1}, {5, 2}, {3, 2}, //
    {5, 3}, {7, 1}, {2, 2}, {REST, 2},
  };

  private static final double LAST_BEATS = 2.5;

  private final Band band;
  private final Measure measure;

  Picnic(Band band, int seconds) {
    this.band = band;
    this.measure = Measure.of(Track.PICNIC, seconds, LAST_BEATS);
  }

  @Override
  public void perform() {
    double beat = measure.beat();
    for (int bar = 0; bar < measure.bars(); bar++) {
      double at = measure.at(bar);
      int[] chord = CHORDS[bar % CHORDS.length];
      band.bass(chord[0] + 12, at, 1.2 * beat, 0.15);
      band.bass(chord[0] + 19, at + 2 * beat, beat, 0.11);
      for (int eighth : STROKES) {
        stroke(chord, at + eighth * beat / 2, eighth % 2 == 0, eighth == 0 ? 0.34 : 0.24);
      }
      if (bar > 1) {
        band.clap(at + beat, 0.2);
        band.clap(at + 3 * beat, 0.2);
        band.drum(at, 0.2, 62);
        band.drum(at + 2 * beat, 0.16, 62);
      }
    }
    for (int bar = 2; bar < measure.bars(); bar += CHORDS.length) {
      tune(measure.at(bar), measure.bars() - bar);
    }
    double end = measure.end();
    band.bass(CHORDS[0][0] + 12, end, band.seconds() - end, 0.15);
    for (int note = 1; note < CHORDS[0].length; note++) {
      band.pluck(CHORDS[0][note], end + (note - 1) * 0.05, 0.36, note * 0.3 - 0.75);
    }
    band.bell(3, end + 0.25, 0.08, 0.2, 3);
  }

  /// Strings do not sound at one moment.
  private void stroke(int[] chord, double at, boolean down, double volume) {
    for (int string = 1; string < chord.length; string++) {
      double late = 0.011 * (down ? string - 1 : chord.length - 1 - string);
      band.pluck(chord[string], at + late, volume, string * 0.2 - 0.5);
    }
  }

  /// @param bars of the track that are left: the tune is broken off between two of them
  private void tune(double at, int bars) {
    double eighth = measure.beat() / 2;
    int gone = 0;
    for (int[] note : TUNE) {
      if (gone < 2 * Measure.BEATS * bars && note[0] != REST) {
        band.whistle(note[0], at + gone * eighth, note[1] * eighth * 0.86, 0.075);
      }
      gone += note[1];
    }
  }
}
