package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.adapters.ffmpeg.video.Band.Swell;
import app.oddiya.domain.video.film.Track;

/// Plays [Track#STREETLIGHT]: a drum on every beat, claps on every other, pads that breathe
/// with the drum, a bass off the beat and a quick figure above once it has got going; it ends on a
/// beat and rings out.
final class Streetlight implements Score {

  private static final int[][] CHORDS = {
    {-36, -12, -9, -5, -2, 3}, // A minor 7: A1, A3 C4 E4 G4 C5
    {-40, -16, -12, -9, -5, 0}, // F major 7: F1, F3 A3 C4 E4 A4
    {-33, -9, -5, -2, 3, 7}, // C: C2, C4 E4 G4 C5 E5
    {-38, -14, -10, -7, -2, 2}, // G: G1, G3 B3 D4 G4 B4
  };

  private static final int[] FIGURE = {1, 3, 5, 4, 3, 5, 2, 4, 1, 3, 5, 4, 5, 3, 4, 2};

  private static final double LAST_BEATS = 2;

  private final Band band;
  private final Measure measure;
  private final Swell breathing;

  Streetlight(Band band, int seconds) {
    this.band = band;
    this.measure = Measure.of(Track.STREETLIGHT, seconds, LAST_BEATS);
    this.breathing = new Swell(0.02, 0.12, 0.8, measure.beat());
  }

  @Override
  public void perform() {
    for (int bar = 0; bar < measure.bars(); bar++) {
      double at = measure.at(bar);
      int[] chord = CHORDS[bar % CHORDS.length];
      band.pad(chord, at, measure.bar() - 0.1, 0.034, breathing);
      drums(at, bar);
      if (bar > 0) {
        bass(chord[0] + 12, at);
      }
      if (bar > 1) {
        figure(chord, at, bar);
      }
    }
    double end = measure.end();
    double rest = band.seconds() - end;
    band.drum(end, 0.42, 110);
    band.clap(end, 0.3);
    band.pad(CHORDS[0], end, rest, 0.05, new Swell(0.02, 0.5, 0, 1));
    band.bass(CHORDS[0][0] + 12, end, rest, 0.2);
    for (int note = 1; note < CHORDS[0].length; note++) {
      band.bell(CHORDS[0][note] + 12, end, 0.05, note * 0.3 - 0.9, 3);
    }
  }

  private void drums(double at, int bar) {
    double beat = measure.beat();
    for (int step = 0; step < Measure.BEATS; step++) {
      double when = at + step * beat;
      band.drum(when, 0.42, 110);
      band.sand(when + beat / 2, 0.05);
      if (step % 2 == 1 && bar > 0) {
        band.clap(when, 0.3);
      }
      if (bar > 1) {
        band.sand(when + beat / 4, 0.018);
        band.sand(when + beat * 3 / 4, 0.022);
      }
    }
  }

  /// Between the drums, so that both are heard.
  private void bass(int note, double at) {
    double beat = measure.beat();
    for (int eighth = 1; eighth < 2 * Measure.BEATS; eighth += 2) {
      band.bass(note, at + eighth * beat / 2, beat * 0.28, 0.2);
    }
    band.bass(note + 12, at + 3.25 * beat, beat * 0.15, 0.12);
  }

  private void figure(int[] chord, double at, int bar) {
    double quick = measure.beat() / 4;
    for (int step = 0; step < FIGURE.length; step++) {
      boolean rest = bar % 2 == 0 && step % 3 == 2;
      if (!rest) {
        double accent = step % 4 == 0 ? 0.075 : 0.05;
        band.bell(
            chord[FIGURE[step]] + 12, at + step * quick, accent, step % 2 == 0 ? -0.5 : 0.5, 7);
      }
    }
  }
}
