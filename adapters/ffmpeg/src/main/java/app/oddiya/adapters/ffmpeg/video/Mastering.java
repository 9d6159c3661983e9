package app.oddiya.adapters.ffmpeg.video;

/// Brings a sound to the loudness at which short-video apps play everything, without a peak that
/// would be cut off later.
final class Mastering {

  static final double LOUDNESS = -14;

  /// Peaks are bent, not cut, from the knee on, and never reach the ceiling of -2 dB: an AAC
  /// encoder and the curve between two samples each add some tenths to what is asked for, -1 dB.
  private static final float CEILING = 0.794f;

  private static final float KNEE = 0.5f;
  private static final int ROUNDS = 4;

  private static final double BEGINNING_SECONDS = 0.03;
  private static final double ENDING_SECONDS = 2.4;

  private Mastering() {}

  static void master(Sound sound) {
    fadeEnds(sound.left());
    fadeEnds(sound.right());
    float gain = 1;
    for (int round = 0; round < ROUNDS; round++) {
      float tried = gain;
      double off = LOUDNESS - Loudness.of(sound, sample -> bent(sample * tried));
      if (!Double.isFinite(off)) {
        return;
      }
      gain *= (float) Math.pow(10, off / 20);
    }
    bend(sound.left(), gain);
    bend(sound.right(), gain);
  }

  private static void bend(float[] samples, float gain) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = bent(samples[i] * gain);
    }
  }

  private static float bent(float sample) {
    float size = Math.abs(sample);
    if (size <= KNEE) {
      return sample;
    }
    float room = CEILING - KNEE;
    float over = (size - KNEE) / room;
    return Math.copySign(KNEE + room * over / (1 + over), sample);
  }

  /// Nothing begins or ends with a click: a short rise, a long fall as of a hand on a fader.
  private static void fadeEnds(float[] samples) {
    int rise = (int) (BEGINNING_SECONDS * Sound.RATE);
    int fall = (int) Math.min(ENDING_SECONDS * Sound.RATE, samples.length / 2.0);
    for (int i = 0; i < Math.min(rise, samples.length); i++) {
      samples[i] *= (float) i / rise;
    }
    for (int i = 0; i < fall; i++) {
      double left = (double) i / fall;
      samples[samples.length - 1 - i] *= (float) (left * left * (3 - 2 * left));
    }
  }
}
