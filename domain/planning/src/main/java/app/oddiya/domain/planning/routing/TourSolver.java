package app.oddiya.domain.planning.routing;

import java.util.function.BooleanSupplier;

/// Solves a [TourProblem] by iterated local search: fill the days greedily, improve them by small
/// moves, remember the best, take out a part, again.
///
/// The frame is that of Vansteenwegen, Souffriau, Vanden Berghe and Van Oudheusden (2009), the
/// insertion drawn among the few best that of Gunawan, Lau and Lu (2015). The same problem, seed
/// and number of iterations give the same solution on every machine; being told that it is enough
/// only cuts the search short.
public final class TourSolver {

  /// After so many iterations without a better solution the search goes back to the best.
  private static final int PATIENCE = 12;

  private final FlatProblem p;
  private final TourProblem.Limits limits;
  private final int travelWeight;
  private final int wanted;
  private final int bonus;
  private final Dice dice;

  private final Solution current;
  private final Solution best;
  private final DayRoute scratch;
  private final Insertions insertions;

  private TourSolver(TourProblem problem, long seed) {
    p = new FlatProblem(problem);
    limits = problem.limits();
    travelWeight = problem.aims().travelWeight();
    wanted = problem.aims().wanted();
    bonus = problem.aims().bonus();
    dice = new Dice(seed);
    current = new Solution(p);
    best = new Solution(p);
    scratch = new DayRoute(p, 0);
    insertions = new Insertions(p, current, dice);
  }

  /// Searches for the solution of the greatest value.
  ///
  /// @param iterations 0 or more; 0 fills the days once
  /// @param enough asked after every iteration
  public static Tours solve(
      TourProblem problem, long seed, int iterations, BooleanSupplier enough) {
    return new TourSolver(problem, seed).search(iterations, enough);
  }

  private Tours search(int iterations, BooleanSupplier enough) {
    insertions.fill();
    improve();
    best.copyFrom(current);
    int made = 0;
    int inVain = 0;
    while (made < iterations && !enough.getAsBoolean()) {
      made++;
      shake();
      insertions.fill();
      improve();
      if (current.value() > best.value()) {
        best.copyFrom(current);
        inVain = 0;
      } else if (++inVain % PATIENCE == 0) {
        current.copyFrom(best);
      }
    }
    if (travelWeight > 0) {
      for (DayRoute route : best.routes) {
        untangle(route);
      }
    }
    return best.tours(made);
  }

  /// Makes stretches of a day the other way round as long as that makes it shorter: nobody is to
  /// cross their own path for nothing (2-opt: Croes 1958).
  private void untangle(DayRoute route) {
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (int from = 1; from < route.length - 2; from++) {
        for (int to = from + 1; to < route.length - 1; to++) {
          scratch.copyFrom(route);
          scratch.reverse(from, to);
          if (scratch.travel < route.travel && scratch.isPossible()) {
            route.copyFrom(scratch);
            shorter = true;
          }
        }
      }
    }
  }

  /// Small moves until none is for the better.
  private void improve() {
    boolean better = true;
    while (better) {
      for (DayRoute route : current.routes) {
        settleMeals(route);
      }
      better = moveSome();
      better = exchangeSome() || better;
      if (better) {
        insertions.fill();
      }
    }
  }

  /// Moves visits to where they are worth more, or to where the days travel less for the same
  /// value; a place may be visited in another of its ways there.
  private boolean moveSome() {
    boolean moved = false;
    for (int day = 0; day < p.days; day++) {
      for (int position = 1; position < current.routes[day].length - 1; position++) {
        if (current.routes[day].isVisit(position)) {
          moved |= move(day, position);
        }
      }
    }
    return moved;
  }

  private boolean move(int day, int position) {
    DayRoute from = current.routes[day];
    int visit = from.node(position);
    scratch.copyFrom(from);
    scratch.remove(position);
    if (!scratch.isPossible()) {
      return false;
    }
    long saved = from.travel - scratch.travel;
    long lost = (long) p.score(visit, day) + (from.stops <= wanted ? bonus : 0);
    long bestGain = 0;
    long bestSaving = 0;
    int toDay = -1;
    int to = 0;
    int as = visit;
    for (int other = 0; other < p.days; other++) {
      DayRoute route = other == day ? scratch : current.routes[other];
      if (!route.hasRoomFor(visit, 0)) {
        continue;
      }
      int meal = p.meal[visit];
      int free = meal < 0 ? 0 : route.positionOf(p.visits + meal);
      if (free < 0) {
        continue;
      }
      int first = meal < 0 ? 0 : free - 1;
      int last = meal < 0 ? route.length - 2 : free - 1;
      for (int alternative : p.alternatives[visit]) {
        for (int before = first; before <= last; before++) {
          if (!route.fits(before, before + (meal < 0 ? 1 : 2), alternative)) {
            continue;
          }
          long saving = saved - route.effectTravel;
          long gain =
              (long) p.score(alternative, other)
                  + (route.stops < wanted ? bonus : 0)
                  - lost
                  + travelWeight * saving;
          if (gain > bestGain || (gain == bestGain && saving > bestSaving)) {
            bestGain = gain;
            bestSaving = saving;
            toDay = other;
            to = before;
            as = alternative;
          }
        }
      }
    }
    if (toDay < 0) {
      return false;
    }
    current.remove(day, position);
    if (p.meal[as] >= 0) {
      current.replace(toDay, to + 1, as);
    } else {
      current.insert(toDay, to, as);
    }
    return true;
  }

  /// Has meals in free time between those visits where they upset the day the least. As free time
  /// is had wherever one is, that changes nothing but times.
  private void settleMeals(DayRoute route) {
    for (int meal = 0; meal < p.meals; meal++) {
      int from = route.positionOf(p.visits + meal);
      if (from < 0) {
        continue;
      }
      int best = from;
      long least = route.upset();
      for (int to = 1; to < route.length - 1; to++) {
        scratch.copyFrom(route);
        scratch.shift(from, to);
        if (scratch.isInTime() && scratch.upset() < least) {
          least = scratch.upset();
          best = to;
        }
      }
      if (best != from) {
        route.shift(from, best);
      }
    }
  }

  /// Exchanges visits for others that are worth more.
  private boolean exchangeSome() {
    boolean exchanged = false;
    for (int day = 0; day < p.days; day++) {
      DayRoute route = current.routes[day];
      for (int position = 1; position < route.length - 1; position++) {
        if (route.isVisit(position)) {
          exchanged |= exchange(route, position);
        }
      }
    }
    return exchanged;
  }

  private boolean exchange(DayRoute route, int position) {
    int old = route.node(position);
    long bestGain = 0;
    int chosen = -1;
    for (int visit = 0; visit < p.visits; visit++) {
      long most = (long) p.score(visit, route.day) - p.score(old, route.day);
      if (p.meal[visit] != p.meal[old]
          || (travelWeight == 0 && most <= bestGain)
          || (current.used[p.place[visit]] && p.place[visit] != p.place[old])
          || !route.hasRoomFor(visit, position)
          || current.spent - p.cost[old] + p.cost[visit] > limits.budget()
          || !route.fits(position - 1, position + 1, visit)) {
        continue;
      }
      long gain = most - (long) travelWeight * route.effectTravel;
      if (gain > bestGain) {
        bestGain = gain;
        chosen = visit;
      }
    }
    if (chosen < 0) {
      return false;
    }
    current.replace(route.day, position, chosen);
    return true;
  }

  /// Takes some neighbouring visits out of every day.
  private void shake() {
    for (int day = 0; day < p.days; day++) {
      DayRoute route = current.routes[day];
      if (route.stops == 0) {
        continue;
      }
      int most = Math.max(3, route.stops / 3);
      int count = 1 + dice.below(most);
      int position = 1 + dice.below(route.length - 2);
      for (int i = 0; i < count && route.stops > 0; i++) {
        while (position >= route.length - 1 || !route.isVisit(position)) {
          position = position >= route.length - 1 ? 1 : position + 1;
        }
        if (!current.removeIfPossible(day, position, scratch)) {
          position++;
        }
      }
    }
  }
}
