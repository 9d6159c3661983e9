package app.oddiya.adapters.ffmpeg.video;

/// A small bright hall after Schroeder (Natural sounding artificial reverberation, 1962): parallel
/// combs that ring, each a little darker with every turn, then all-passes that blur them.
final class Reverb {

  private static final int[] COMBS = {1687, 1601, 2053, 2251};
  private static final int[] ALL_PASSES = {347, 113};
  private static final float RING = 0.82f;
  private static final float DARKENING = 0.35f;
  private static final float DIFFUSION = 0.6f;

  private final float[][] combs;
  private final float[] dark;
  private final float[][] allPasses;
  private final int[] combAt;
  private final int[] allPassAt;

  /// @param spread samples by which its delays differ from those of the other channel
  Reverb(int spread) {
    this.combs = lines(COMBS, spread);
    this.allPasses = lines(ALL_PASSES, spread);
    this.dark = new float[COMBS.length];
    this.combAt = new int[COMBS.length];
    this.allPassAt = new int[ALL_PASSES.length];
  }

  private static float[][] lines(int[] lengths, int spread) {
    float[][] lines = new float[lengths.length][];
    for (int i = 0; i < lengths.length; i++) {
      lines[i] = new float[lengths[i] + spread];
    }
    return lines;
  }

  float next(float input) {
    float sum = 0;
    for (int i = 0; i < combs.length; i++) {
      float[] line = combs[i];
      int at = combAt[i];
      float heard = line[at];
      dark[i] += (heard - dark[i]) * (1 - DARKENING);
      line[at] = input + dark[i] * RING;
      combAt[i] = at + 1 == line.length ? 0 : at + 1;
      sum += heard;
    }
    float output = sum / combs.length;
    for (int i = 0; i < allPasses.length; i++) {
      float[] line = allPasses[i];
      int at = allPassAt[i];
      float delayed = line[at];
      float fed = output + delayed * DIFFUSION;
      line[at] = fed;
      output = delayed - fed * DIFFUSION;
      allPassAt[i] = at + 1 == line.length ? 0 : at + 1;
    }
    return output;
  }
}
