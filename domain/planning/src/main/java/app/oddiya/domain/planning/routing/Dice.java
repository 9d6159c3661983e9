package app.oddiya.domain.planning.routing;

/// Numbers that look random and are the same for the same seed on every machine: SplitMix64
/// (Steele, Lea and Flood, 2014). Ours, so that no release of the JDK can change a plan.
final class Dice {

  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /// 0 inclusive to `bound` exclusive; the bias of at most `bound / 2^32` does no harm here.
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /// 0 inclusive to 1 exclusive.
  double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  private long next() {
    state += 0x9e3779b97f4a7c15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
