package app.oddiya.domain.planning.routing;

import java.util.ArrayList;
import java.util.List;

/// The days of a search's present or best solution, and what they use up together.
final class Solution {

  private final FlatProblem p;
  final DayRoute[] routes;

  /// By place: whether it is visited.
  final boolean[] used;

  long spent;

  /// Days without visits.
  Solution(FlatProblem p) {
    this.p = p;
    routes = new DayRoute[p.days];
    for (int day = 0; day < p.days; day++) {
      routes[day] = new DayRoute(p, day);
    }
    used = new boolean[p.places];
  }

  long value() {
    TourProblem.Aims aims = p.problem.aims();
    long value = 0;
    for (DayRoute route : routes) {
      value +=
          route.score
              - aims.travelWeight() * route.travel
              + (long) aims.bonus() * Math.min(aims.wanted(), route.stops);
    }
    return value;
  }

  void insert(int day, int before, int visit) {
    routes[day].insert(before, visit);
    take(visit);
  }

  /// Puts `visit` in the place of another, or of free time.
  void replace(int day, int position, int visit) {
    if (routes[day].isVisit(position)) {
      giveBack(routes[day].node(position));
    }
    routes[day].replace(position, visit);
    take(visit);
  }

  void remove(int day, int position) {
    giveBack(routes[day].node(position));
    routes[day].remove(position);
  }

  /// Without a visit a day can become impossible: where the way past it is longer, or the meal that
  /// it stood for takes longer as free time.
  boolean removeIfPossible(int day, int position, DayRoute scratch) {
    scratch.copyFrom(routes[day]);
    int visit = routes[day].node(position);
    routes[day].remove(position);
    if (!routes[day].isPossible()) {
      routes[day].copyFrom(scratch);
      return false;
    }
    giveBack(visit);
    return true;
  }

  void copyFrom(Solution other) {
    for (int day = 0; day < routes.length; day++) {
      routes[day].copyFrom(other.routes[day]);
    }
    System.arraycopy(other.used, 0, used, 0, used.length);
    spent = other.spent;
  }

  Tours tours(int iterations) {
    List<List<Tours.Step>> days = new ArrayList<>();
    for (DayRoute route : routes) {
      List<Tours.Step> steps = new ArrayList<>();
      for (int position = 1; position < route.length - 1; position++) {
        int node = route.node(position);
        steps.add(
            p.isFree(node)
                ? new Tours.Step.Free(node - p.visits, route.start(position))
                : new Tours.Step.Visited(node, route.start(position)));
      }
      days.add(steps);
    }
    return new Tours(days, value(), iterations);
  }

  private void take(int visit) {
    used[p.place[visit]] = true;
    spent += p.cost[visit];
  }

  private void giveBack(int visit) {
    used[p.place[visit]] = false;
    spent -= p.cost[visit];
  }
}
