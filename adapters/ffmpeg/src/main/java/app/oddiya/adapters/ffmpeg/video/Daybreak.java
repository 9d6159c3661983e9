package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.adapters.ffmpeg.video.Band.Swell;
import app.oddiya.domain.video.film.Track;

/// Plays [Track#DAYBREAK] for a film of any length: four chords in D, as pads that swell into each
/// other, a bass, bells that climb through the chord, a soft pulse once it has got going, and a
/// last chord of D that is left to ring.
final class Daybreak implements Score {

  /// The first note of a chord is its bass.
  private static final int[][] CHORDS = {
    {-31, -19, -12, -8, -5, -3}, // D: D2, D3 A3 C#4 E4 F#4
    {-32, -20, -17, -12, -10, -5}, // A over C#
    {-34, -22, -15, -12, -7, -3}, // B minor 7
    {-38, -26, -19, -15, -12, -10}, // G major 9
  };

  /// Which of the upper five notes of a chord each eighth of a bar takes.
  private static final int[] CLIMB = {0, 2, 1, 3, 2, 4, 3, 1};

  private static final double LAST_BEATS = 3.5;

  private final Band band;
  private final Measure measure;

  Daybreak(Band band, int seconds) {
    this.band = band;
    this.measure = Measure.of(Track.DAYBREAK, seconds, LAST_BEATS);
  }

  @Override
  public void perform() {
    double beat = measure.beat();
    for (int bar = 0; bar < measure.bars(); bar++) {
      double at = measure.at(bar);
      int[] chord = CHORDS[bar % CHORDS.length];
      band.pad(chord, at, measure.bar(), bar == 0 ? 0.036 : 0.046, Swell.SOFT);
      if (bar > 0) {
        band.bass(chord[0], at, 1.9 * beat, 0.17);
        band.bass(chord[0] + 12, at + 2.5 * beat, 1.2 * beat, 0.17);
      }
      bells(chord, at, bar);
      if (bar > 1) {
        pulse(at, bar);
      }
    }
    double end = measure.end();
    double rest = band.seconds() - end;
    band.pad(CHORDS[0], end, rest, 0.05, Swell.SOFT);
    band.bass(CHORDS[0][0], end, rest, 0.17);
    for (int note = 1; note < CHORDS[0].length; note++) {
      bell(CHORDS[0][note] + 12, end + (note - 1) * beat * 0.5, 0.1, -0.5 + note * 0.2);
    }
  }

  private void bells(int[] chord, double at, int bar) {
    int eighths = 2 * Measure.BEATS;
    for (int eighth = 0; eighth < eighths; eighth++) {
      boolean sparse = bar == 0 && eighth % 2 == 1;
      if (sparse) {
        continue;
      }
      int note = chord[1 + CLIMB[eighth]] + (bar % 4 == 3 && eighth > 5 ? 24 : 12);
      double accent = eighth % 4 == 0 ? 1 : 0.72;
      double pan = eighth % 2 == 0 ? -0.45 : 0.45;
      bell(note, at + eighth * measure.beat() / 2, 0.1 * accent, pan);
    }
  }

  private void bell(int note, double at, double volume, double pan) {
    band.bell(note, at, volume, pan, 3.1);
  }

  /// A felt drum on the first and third beat, a breath of sand between the others.
  private void pulse(double at, int bar) {
    for (int step = 0; step < 2 * Measure.BEATS; step++) {
      double when = at + step * measure.beat() / 2;
      if (step % 4 == 0) {
        band.drum(when, 0.24, 62);
      } else if (bar > 3 || step % 2 == 1) {
        band.sand(when, step % 2 == 1 ? 0.016 : 0.009);
      }
    }
  }
}
