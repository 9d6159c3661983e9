package app.oddiya.domain.planning.plan;

import java.util.Collection;

/// What getting about asks of people on a day.
///
/// @param minutes on the move, door to door
/// @param metersOnFoot of the ways that are walked from door to door; what is walked at a stop, or
///     to a train, no source tells
public record Exertion(int minutes, int metersOnFoot) {

  public static final Exertion NONE = new Exertion(0, 0);

  /// More than any day asks for.
  public static final Exertion BOUNDLESS = new Exertion(Integer.MAX_VALUE, Integer.MAX_VALUE);

  public Exertion {
    if (minutes < 0 || metersOnFoot < 0) {
      throw new IllegalArgumentException(
          "exertion: " + minutes + " min, " + metersOnFoot + " m (expected: >= 0)");
    }
  }

  public static Exertion of(Leg leg) {
    return new Exertion(leg.minutes(), leg.mode() == TravelMode.WALK ? leg.meters() : 0);
  }

  public static Exertion of(Collection<Leg> legs) {
    return legs.stream().map(Exertion::of).reduce(NONE, Exertion::plus);
  }

  public Exertion plus(Exertion other) {
    return new Exertion(minutes + other.minutes, metersOnFoot + other.metersOnFoot);
  }

  /// The greater of both in each respect.
  public Exertion orMore(Exertion other) {
    return new Exertion(
        Math.max(minutes, other.minutes), Math.max(metersOnFoot, other.metersOnFoot));
  }

  /// The smaller of both in each respect.
  public Exertion orLess(Exertion other) {
    return new Exertion(
        Math.min(minutes, other.minutes), Math.min(metersOnFoot, other.metersOnFoot));
  }

  public boolean isWithin(Exertion limit) {
    return minutes <= limit.minutes && metersOnFoot <= limit.metersOnFoot;
  }
}
