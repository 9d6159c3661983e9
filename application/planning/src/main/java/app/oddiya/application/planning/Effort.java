package app.oddiya.application.planning;

/// How hard the optimizer tries.
///
/// @param seed the same wish with the same seed gives the same plan
/// @param iterations of the search; more are better and take longer
public record Effort(long seed, int iterations) {

  /// Takes a three-day plan well below 60 ms on one core.
  public static final Effort USUAL = new Effort(20261101, 200);
}
