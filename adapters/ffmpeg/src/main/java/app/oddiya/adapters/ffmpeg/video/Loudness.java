package app.oddiya.adapters.ffmpeg.video;

/// How loud people find a sound: integrated loudness by ITU-R BS.1770-4, which EBU R 128 and the
/// streaming services go by.
final class Loudness {

  private static final int STEP = Sound.RATE / 10;
  private static final int STEPS_PER_BLOCK = 4;
  private static final double SILENCE = -70;
  private static final double GATE_BELOW_MEAN = 10;

  private Loudness() {}

  /// In LUFS; minus infinity for what is silent or shorter than 0.4 s.
  static double of(Sound sound) {
    return of(sound, sample -> sample);
  }

  /// Of the sound as it would be if each sample were bent so.
  static double of(Sound sound, Bend bend) {
    int steps = sound.samples() / STEP;
    double[] power = new double[steps];
    addPower(sound.left(), bend, power);
    addPower(sound.right(), bend, power);
    double ungated = meanAbove(power, SILENCE);
    return loudness(meanAbove(power, loudness(ungated) - GATE_BELOW_MEAN));
  }

  /// Adds the mean square of each tenth of a second, weighted by how ears hear it.
  private static void addPower(float[] samples, Bend bend, double[] power) {
    Biquad shelf =
        new Biquad(
            1.53512485958697,
            -2.69169618940638,
            1.19839281085285,
            -1.69065929318241,
            0.73248077421585);
    Biquad highPass = new Biquad(1, -2, 1, -1.99004745483398, 0.99007225036621);
    for (int step = 0; step < power.length; step++) {
      double sum = 0;
      for (int i = 0; i < STEP; i++) {
        double weighted = highPass.next(shelf.next(bend.of(samples[step * STEP + i])));
        sum += weighted * weighted;
      }
      power[step] += sum / STEP;
    }
  }

  /// Mean power of the overlapping blocks of 0.4 s that are louder than `gate`.
  private static double meanAbove(double[] power, double gate) {
    double sum = 0;
    int blocks = 0;
    for (int first = 0; first + STEPS_PER_BLOCK <= power.length; first++) {
      double block = 0;
      for (int i = 0; i < STEPS_PER_BLOCK; i++) {
        block += power[first + i] / STEPS_PER_BLOCK;
      }
      if (loudness(block) > gate) {
        sum += block;
        blocks++;
      }
    }
    return blocks == 0 ? 0 : sum / blocks;
  }

  private static double loudness(double power) {
    return -0.691 + 10 * Math.log10(power);
  }

  /// What is done to each sample.
  @FunctionalInterface
  interface Bend {
    float of(float sample);
  }

  /// A filter of second order, for one channel.
  private static final class Biquad {

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double once;
    private double twice;

    Biquad(double b0, double b1, double b2, double a1, double a2) {
      this.b0 = b0;
      this.b1 = b1;
      this.b2 = b2;
      this.a1 = a1;
      this.a2 = a2;
    }

    double next(double input) {
      double output = b0 * input + once;
      once = b1 * input - a1 * output + twice;
      twice = b2 * input - a2 * output;
      return output;
    }
  }
}
