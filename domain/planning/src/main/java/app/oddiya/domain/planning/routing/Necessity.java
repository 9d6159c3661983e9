package app.oddiya.domain.planning.routing;

import app.oddiya.domain.planning.plan.Exertion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// What the ways of a day ask for whatever else is planned: those from the lodging past the day's
/// must-visits and back, and at least those to the nearest of its stops and back. The same as what
/// a [TourProblem.Burden] yields for, as far as the stops of a day tell.
final class Necessity {

  private Necessity() {}

  /// @param stops of the day in their order, as points of `ways`
  static Exertion of(
      TravelMatrix ways, List<Integer> stops, IntPredicate must, OptionalInt lodging) {
    List<Integer> past = stops.stream().filter(must::test).toList();
    if (lodging.isEmpty()) {
      return ways.along(past);
    }
    int home = lodging.getAsInt();
    return stops.stream()
        .map(stop -> ways.along(List.of(home, stop, home)))
        .reduce(Exertion::orLess)
        .map(nearest -> ways.along(roundTrip(home, past)).orMore(nearest))
        .orElse(Exertion.NONE);
  }

  private static List<Integer> roundTrip(int home, List<Integer> past) {
    List<Integer> way = new ArrayList<>(past);
    way.addFirst(home);
    way.addLast(home);
    return way;
  }
}
