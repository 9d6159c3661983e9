package app.oddiya.apps.bench;

import java.util.Optional;

/// One measured figure with a bar to hold.
///
/// The bar is about the ratio to the peer where there is a ratio, else about the value itself.
/// Lower is better in either.
///
/// @param name what was measured
/// @param peer what it is measured beside, in the same run
/// @param ratio the value over the peer's, if the bar is about that
public record Figure(
    String name,
    double value,
    String unit,
    Optional<Peer> peer,
    Optional<Double> ratio,
    double bar) {

  /// Somebody else's figure.
  public record Peer(String name, double value) {}

  public Figure {
    if (!Double.isFinite(value) || !Double.isFinite(ratio.orElse(value))) {
      throw new IllegalArgumentException(name + ": " + value + " beside " + peer);
    }
  }

  /// A figure that may be at most `bar`.
  public static Figure atMost(double bar, String name, double value, String unit) {
    return new Figure(name, value, unit, Optional.empty(), Optional.empty(), bar);
  }

  /// The same, shown beside somebody else's.
  public Figure beside(String peerName, double peerValue) {
    return new Figure(name, value, unit, Optional.of(new Peer(peerName, peerValue)), ratio, bar);
  }

  /// A figure that may be at most `bar` times the peer's.
  public static Figure atMostTimes(double bar, String name, double value, String unit, Peer peer) {
    double ratio = value / peer.value;
    return new Figure(name, value, unit, Optional.of(peer), Optional.of(ratio), bar);
  }

  public boolean holds() {
    return ratio.orElse(value) <= bar;
  }
}
