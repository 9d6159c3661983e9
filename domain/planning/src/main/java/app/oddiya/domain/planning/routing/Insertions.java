package app.oddiya.domain.planning.routing;

import java.util.Arrays;

/// Fills the days of a solution: of all visits that still fit somewhere one of the best is drawn
/// and inserted, until none fits.
///
/// What an insertion is worth is kept for each visit and day, and judged anew only for the day that
/// the last insertion has changed.
final class Insertions {

  /// Insertions are drawn among so many of the best.
  private static final int CANDIDATES = 4;

  private final FlatProblem p;
  private final Solution current;
  private final Dice dice;
  private final TourProblem.Aims aims;
  private final long budget;

  /// By visit and day: what the best insertion is worth for its time (0: there is none), and the
  /// position behind which it is made, or `-position` of the free time that it takes the place of.
  private final double[] worth;

  private final int[] where;
  private final boolean[] changed;

  private final int[] drawn = new int[CANDIDATES];
  private final double[] drawnWorth = new double[CANDIDATES];

  Insertions(FlatProblem p, Solution current, Dice dice) {
    this.p = p;
    this.current = current;
    this.dice = dice;
    aims = p.problem.aims();
    budget = p.problem.limits().budget();
    worth = new double[p.visits * p.days];
    where = new int[p.visits * p.days];
    changed = new boolean[p.days];
  }

  /// Inserts visits until none fits.
  void fill() {
    Arrays.fill(changed, true);
    while (true) {
      for (int day = 0; day < p.days; day++) {
        if (changed[day]) {
          judgeInsertions(day);
          changed[day] = false;
        }
      }
      int insertion = draw();
      if (insertion < 0) {
        return;
      }
      int visit = insertion / p.days;
      int day = insertion % p.days;
      if (where[insertion] >= 0) {
        current.insert(day, where[insertion], visit);
      } else {
        current.replace(day, -where[insertion], visit);
      }
      changed[day] = true;
    }
  }

  private void judgeInsertions(int day) {
    DayRoute route = current.routes[day];
    for (int visit = 0; visit < p.visits; visit++) {
      int cell = visit * p.days + day;
      worth[cell] = 0;
      if (current.used[p.place[visit]] || !route.hasRoomFor(visit, 0)) {
        continue;
      }
      if (p.meal[visit] >= 0) {
        int free = route.positionOf(p.visits + p.meal[visit]);
        if (free > 0 && route.fits(free - 1, free + 1, visit)) {
          worth[cell] = worth(visit, route);
          where[cell] = -free;
        }
        continue;
      }
      for (int before = 0; before < route.length - 1; before++) {
        if (route.isTooLateAfter(before, visit)) {
          break;
        }
        if (route.fits(before, before + 1, visit)) {
          double each = worth(visit, route);
          if (each > worth[cell]) {
            worth[cell] = each;
            where[cell] = before;
          }
        }
      }
    }
  }

  /// What an insertion that [fits][DayRoute#fits] is worth for the time that it takes.
  private double worth(int visit, DayRoute route) {
    double gain =
        p.score(visit, route.day)
            + (route.stops < aims.wanted() ? aims.bonus() : 0)
            - (double) aims.travelWeight() * route.effectTravel;
    return gain <= 0 ? 0 : gain * gain / Math.max(1, route.effectMinutes);
  }

  /// Draws one of the best insertions, the better the likelier; -1 if there is none.
  private int draw() {
    int found = 0;
    for (int cell = 0; cell < worth.length; cell++) {
      double each = worth[cell];
      if (each <= 0 || (found == CANDIDATES && each <= drawnWorth[CANDIDATES - 1])) {
        continue;
      }
      int visit = cell / p.days;
      if (current.used[p.place[visit]] || current.spent + p.cost[visit] > budget) {
        continue;
      }
      int rank = Math.min(found, CANDIDATES - 1);
      while (rank > 0 && drawnWorth[rank - 1] < each) {
        drawn[rank] = drawn[rank - 1];
        drawnWorth[rank] = drawnWorth[rank - 1];
        rank--;
      }
      drawn[rank] = cell;
      drawnWorth[rank] = each;
      found = Math.min(found + 1, CANDIDATES);
    }
    if (found == 0) {
      return -1;
    }
    double sum = 0;
    for (int rank = 0; rank < found; rank++) {
      sum += drawnWorth[rank];
    }
    double at = dice.fraction() * sum;
    for (int rank = 0; rank < found - 1; rank++) {
      at -= drawnWorth[rank];
      if (at < 0) {
        return drawn[rank];
      }
    }
    return drawn[found - 1];
  }
}
