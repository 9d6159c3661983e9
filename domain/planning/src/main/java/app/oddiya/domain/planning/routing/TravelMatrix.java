package app.oddiya.domain.planning.routing;

import app.oddiya.domain.planning.plan.Exertion;
import app.oddiya.domain.planning.plan.Leg;
import java.util.List;
import java.util.stream.IntStream;

/// The ways between some points, each to each.
///
/// @param legs `legs.get(from).get(to)`, square; the way from a point to itself takes no time
public record TravelMatrix(List<List<Leg>> legs) {

  public TravelMatrix {
    for (List<Leg> row : legs) {
      if (row.size() != legs.size()) {
        throw new IllegalArgumentException(
            "legs: a row of " + row.size() + " (expected: " + legs.size() + ")");
      }
    }
    legs = legs.stream().map(List::copyOf).toList();
  }

  public int size() {
    return legs.size();
  }

  public Leg leg(int from, int to) {
    return legs.get(from).get(to);
  }

  /// What it asks for to go past some points in an order.
  Exertion along(List<Integer> points) {
    return Exertion.of(
        IntStream.range(1, points.size())
            .mapToObj(i -> leg(points.get(i - 1), points.get(i)))
            .toList());
  }

  /// The ways between some of the points, in the order in which they are named.
  public TravelMatrix between(List<Integer> some) {
    return new TravelMatrix(
        some.stream().map(from -> some.stream().map(to -> leg(from, to)).toList()).toList());
  }
}
