package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Track;

/// Composes and plays [Track#DAYBREAK] for a film of any length: four chords in D, as pads that
/// swell into each other, a bass, bells that climb through the chord, a soft pulse once it has got
/// going, and a last chord of D that is left to ring.
final class Daybreak {

  /// Notes as semitones from A4 = 440 Hz. The first of a chord is its bass.
  private static final int[][] CHORDS = {
    {-31, -19, -12, -8, -5, -3}, // D: D2, D3 A3 C#4 E4 F#4
    {-32, -20, -17, -12, -10, -5}, // A over C#
    {-34, -22, -15, -12, -7, -3}, // B minor 7
    {-38, -26, -19, -15, -12, -10}, // G major 9
  };

  /// Which of the upper five notes of a chord each eighth of a bar takes.
  private static final int[] CLIMB = {0, 2, 1, 3, 2, 4, 3, 1};

  private static final int BEATS_PER_BAR = 4;
  private static final double LAST_BEATS = 3.5;
  private static final int TABLE = 4096;

  private static final float[] SINE = table(1);
  private static final float[] REED = table(1, 0.42, 0.26, 0.12, 0.07, 0.03);

  private final Sound sound;
  private final float[] send;
  private final double beat;
  private final int bars;
  private long noise = 0x5DEECE66DL;

  private Daybreak(int seconds) {
    this.sound = Sound.silence(seconds);
    this.send = new float[sound.samples()];
    this.beat = 60.0 / Track.DAYBREAK.beatsPerMinute();
    this.bars = (int) ((seconds / beat - LAST_BEATS) / BEATS_PER_BAR);
  }

  /// The track, exactly `seconds` long, mastered.
  static Sound play(int seconds) {
    Daybreak music = new Daybreak(seconds);
    music.perform();
    music.addHall();
    Mastering.master(music.sound);
    return music.sound;
  }

  private void perform() {
    double barSeconds = BEATS_PER_BAR * beat;
    for (int bar = 0; bar < bars; bar++) {
      double at = bar * barSeconds;
      int[] chord = CHORDS[bar % CHORDS.length];
      pad(chord, at, barSeconds, bar == 0 ? 0.036 : 0.046);
      if (bar > 0) {
        bass(chord[0], at, 1.9 * beat);
        bass(chord[0] + 12, at + 2.5 * beat, 1.2 * beat);
      }
      bells(chord, at, bar);
      if (bar > 1) {
        pulse(at, bar);
      }
    }
    double end = bars * barSeconds;
    double rest = (double) sound.samples() / Sound.RATE - end;
    pad(CHORDS[0], end, rest, 0.05);
    bass(CHORDS[0][0], end, rest);
    for (int note = 1; note < CHORDS[0].length; note++) {
      bell(CHORDS[0][note] + 12, end + (note - 1) * beat * 0.5, 0.1, -0.5 + note * 0.2);
    }
  }

  private void pad(int[] chord, double at, double seconds, double volume) {
    for (int note = 1; note < chord.length; note++) {
      double pan = (note - 3) * 0.28;
      voice(frequency(chord[note]) * 1.0021, at, seconds, volume, pan - 0.2);
      voice(frequency(chord[note]) / 1.0021, at, seconds, volume, pan + 0.2);
    }
  }

  /// A reed that swells for half a second and dies away into the next chord.
  private void voice(double frequency, double at, double seconds, double volume, double pan) {
    double attack = 0.55;
    double release = 0.9;
    int from = sample(at);
    int until = Math.min(sound.samples(), sample(at + seconds + release));
    double step = frequency * TABLE / Sound.RATE;
    double phase = frequency * 7 % TABLE;
    float toLeft = (float) (volume * Math.sqrt((1 - pan) / 2));
    float toRight = (float) (volume * Math.sqrt((1 + pan) / 2));
    for (int i = from; i < until; i++) {
      double since = (double) (i - from) / Sound.RATE;
      double swell = Math.min(1, since / attack);
      double fall = Math.clamp((seconds + release - since) / release, 0.0, 1.0);
      float value = wave(REED, phase) * (float) (swell * swell * (3 - 2 * swell) * fall * fall);
      sound.left()[i] += value * toLeft;
      sound.right()[i] += value * toRight;
      send[i] += value * (float) volume * 0.35f;
      phase += step;
    }
  }

  private void bass(int note, double at, double seconds) {
    int from = sample(at);
    int until = Math.min(sound.samples(), sample(at + seconds + 0.25));
    double step = frequency(note) * TABLE / Sound.RATE;
    double phase = 0;
    for (int i = from; i < until; i++) {
      double since = (double) (i - from) / Sound.RATE;
      double shape =
          Math.min(1, since / 0.02)
              * (0.55 + 0.45 * Math.exp(-since * 2.2))
              * Math.clamp((seconds + 0.25 - since) / 0.25, 0.0, 1.0);
      float value = (wave(SINE, phase) + 0.3f * wave(SINE, 2 * phase)) * (float) (shape * 0.17);
      sound.left()[i] += value;
      sound.right()[i] += value;
      phase += step;
    }
  }

  private void bells(int[] chord, double at, int bar) {
    int eighths = 2 * BEATS_PER_BAR;
    for (int eighth = 0; eighth < eighths; eighth++) {
      boolean sparse = bar == 0 && eighth % 2 == 1;
      if (sparse) {
        continue;
      }
      int note = chord[1 + CLIMB[eighth]] + (bar % 4 == 3 && eighth > 5 ? 24 : 12);
      double accent = eighth % 4 == 0 ? 1 : 0.72;
      double pan = eighth % 2 == 0 ? -0.45 : 0.45;
      bell(note, at + eighth * beat / 2, 0.1 * accent, pan);
    }
  }

  /// A sine whose overtone dies before it does.
  private void bell(int note, double at, double volume, double pan) {
    double frequency = frequency(note);
    int from = sample(at);
    int until = Math.min(sound.samples(), sample(at + 1.8));
    double step = frequency * TABLE / Sound.RATE;
    double phase = 0;
    float toLeft = (float) (volume * Math.sqrt((1 - pan) / 2));
    float toRight = (float) (volume * Math.sqrt((1 + pan) / 2));
    double ring = 1;
    double strike = 1;
    double ringLoss = Math.exp(-3.1 / Sound.RATE);
    double strikeLoss = Math.exp(-13.0 / Sound.RATE);
    double attack = 0.004 * Sound.RATE;
    for (int i = from; i < until; i++) {
      double bent = 160 * strike * wave(SINE, phase * 3) * TABLE / 1024;
      float value = wave(SINE, phase + bent + TABLE);
      value *= (float) (ring * Math.min(1, (i - from) / attack));
      sound.left()[i] += value * toLeft;
      sound.right()[i] += value * toRight;
      send[i] += value * (float) volume * 0.75f;
      phase += step;
      ring *= ringLoss;
      strike *= strikeLoss;
    }
  }

  /// A felt drum on the first and third beat, a breath of sand between the others.
  private void pulse(double at, int bar) {
    for (int step = 0; step < 2 * BEATS_PER_BAR; step++) {
      if (step % 4 == 0) {
        drum(at + step * beat / 2);
      } else if (bar > 3 || step % 2 == 1) {
        sand(at + step * beat / 2, step % 2 == 1 ? 0.016 : 0.009);
      }
    }
  }

  private void drum(double at) {
    int from = sample(at);
    int until = Math.min(sound.samples(), sample(at + 0.28));
    double phase = 0;
    for (int i = from; i < until; i++) {
      double since = (double) (i - from) / Sound.RATE;
      double frequency = 46 + 62 * Math.exp(-since * 38);
      float value =
          wave(SINE, phase) * (float) (0.24 * Math.exp(-since * 15) * Math.min(1, since / 0.002));
      sound.left()[i] += value;
      sound.right()[i] += value;
      phase += frequency * TABLE / Sound.RATE;
    }
  }

  private void sand(double at, double volume) {
    int from = sample(at);
    int until = Math.min(sound.samples(), sample(at + 0.09));
    float before = 0;
    for (int i = from; i < until; i++) {
      double since = (double) (i - from) / Sound.RATE;
      noise = noise * 6364136223846793005L + 1442695040888963407L;
      float grain = (noise >> 40) / (float) (1 << 23);
      float value =
          (grain - before) * (float) (volume * Math.exp(-since * 45) * Math.min(1, since / 0.006));
      before = grain;
      sound.left()[i] += value;
      sound.right()[i] += value * 0.8f;
    }
  }

  private void addHall() {
    Reverb left = new Reverb(0);
    Reverb right = new Reverb(23);
    for (int i = 0; i < send.length; i++) {
      sound.left()[i] += left.next(send[i]) * 0.9f;
      sound.right()[i] += right.next(send[i]) * 0.9f;
    }
  }

  private int sample(double seconds) {
    return Math.min(sound.samples(), (int) Math.round(seconds * Sound.RATE));
  }

  private static float wave(float[] table, double phase) {
    int before = (int) phase;
    float first = table[before & (TABLE - 1)];
    return first + (table[(before + 1) & (TABLE - 1)] - first) * (float) (phase - before);
  }

  private static double frequency(int semitones) {
    return 440 * Math.pow(2, semitones / 12.0);
  }

  /// One period with overtones of the given sizes.
  private static float[] table(double... overtones) {
    float[] table = new float[TABLE];
    for (int i = 0; i < TABLE; i++) {
      double sum = 0;
      for (int n = 0; n < overtones.length; n++) {
        sum += overtones[n] * Math.sin(2 * Math.PI * (n + 1) * i / TABLE);
      }
      table[i] = (float) sum;
    }
    return table;
  }
}
