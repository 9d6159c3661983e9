package app.oddiya.domain.planning.routing;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/// A [TourProblem] in arrays, as the solver's inner loops want it.
///
/// A node is a visit (`0..visits-1`) or, from `visits` on, the free time of a meal. Free time has
/// no point of its own: it is had wherever the node before it is. [#NOWHERE] is the point of the
/// start and the end of a day without a base; it is no time away from anything.
final class FlatProblem {

  static final int NEVER = Integer.MAX_VALUE;
  static final int NEVER_AGAIN = Integer.MIN_VALUE;
  static final int NOWHERE = -1;

  final TourProblem problem;
  final int days;
  final int visits;
  final int meals;
  final int base;
  final int leave;
  final int back;

  final int[] place;
  final int places;
  final int[] point;
  final int[] minutes;
  final int[] cost;
  final int[] kind;
  final int kinds;

  /// The most visits of a day, and of a day by kind.
  final int stops;

  final int[] ofKind;

  /// By burden: of each way, as in [#travel].
  final int[][] burdens;

  private final int[] mostBorne;

  /// By burden and day: as much as may be whatever the day needs, the shortest way to any visit and
  /// back among it.
  private final int[][] usuallyBorne;

  private final boolean[] compulsory;

  /// The meal that a node stands for, -1 for none.
  final int[] meal;

  /// By visit: the visits of the same place for the same meal or none, itself among them.
  final int[][] alternatives;

  /// By node and day.
  private final int[] score;

  private final int points;
  private final int[] travel;

  /// The spans of node and day are `spanStart[i] .. spanStart[i + 1]` of the two arrays below.
  private final int[] spanStart;

  private final int[] earliest;
  private final int[] latest;

  FlatProblem(TourProblem problem) {
    this.problem = problem;
    days = problem.days();
    visits = problem.visits().size();
    meals = problem.meals().size();
    base = problem.frame().base().orElse(NOWHERE);
    leave = problem.frame().leave();
    back = problem.frame().back();

    int nodes = visits + meals;
    place = new int[visits];
    point = new int[nodes];
    minutes = new int[nodes];
    cost = new int[visits];
    kind = new int[visits];
    compulsory = new boolean[visits];
    meal = new int[nodes];
    score = new int[nodes * days];
    spanStart = new int[nodes * days + 1];
    earliest = new int[countSpans(problem)];
    latest = new int[earliest.length];

    int span = 0;
    for (int node = 0; node < nodes; node++) {
      for (int day = 0; day < days; day++) {
        spanStart[node * days + day] = span;
        for (TourProblem.Span starts : describe(node, day)) {
          earliest[span] = starts.earliest();
          latest[span++] = starts.latest();
        }
      }
    }
    spanStart[nodes * days] = span;
    alternatives = new int[visits][];
    for (int visit = 0; visit < visits; visit++) {
      int each = visit;
      alternatives[visit] =
          IntStream.range(0, visits)
              .filter(other -> place[other] == place[each] && meal[other] == meal[each])
              .toArray();
    }
    places = 1 + max(place);
    kinds = 1 + max(kind);
    stops = problem.limits().stops();
    ofKind = new int[kinds];
    for (int each = 0; each < kinds; each++) {
      ofKind[each] = problem.limits().perKind(each);
    }

    points = problem.points();
    travel = ofWays(problem.travel());
    List<TourProblem.Burden> limited = problem.limits().burdens();
    burdens = limited.stream().map(burden -> ofWays(burden.way())).toArray(int[][]::new);
    mostBorne = limited.stream().mapToInt(TourProblem.Burden::most).toArray();
    usuallyBorne = new int[burdens.length][days];
    for (int burden = 0; burden < burdens.length; burden++) {
      for (int day = 0; day < days; day++) {
        int half = mostBorne[burden] / 2;
        usuallyBorne[burden][day] = Math.max(mostBorne[burden], leastBorne(burden, day) + half);
      }
    }
  }

  private int[] ofWays(IntBinaryOperator each) {
    int[] ways = new int[points * points];
    for (int from = 0; from < points; from++) {
      for (int to = 0; to < points; to++) {
        ways[from * points + to] = each.applyAsInt(from, to);
      }
    }
    return ways;
  }

  private int leastBorne(int burden, int day) {
    return IntStream.range(0, visits)
        .filter(visit -> lastStart(visit, day) != NEVER_AGAIN)
        .map(visit -> burden(burden, base, point[visit]) + burden(burden, point[visit], base))
        .min()
        .orElse(0);
  }

  boolean isFree(int node) {
    return node >= visits;
  }

  /// When the meal of a free node had best begin.
  int usual(int node) {
    return problem.meals().get(node - visits).usual();
  }

  int score(int node, int day) {
    return score[node * days + day];
  }

  int travel(int from, int to) {
    return from == NOWHERE || to == NOWHERE ? 0 : travel[from * points + to];
  }

  int burden(int burden, int from, int to) {
    return from == NOWHERE || to == NOWHERE ? 0 : burdens[burden][from * points + to];
  }

  boolean hasBurdens() {
    return burdens.length > 0;
  }

  /// How much of a burden a day may have whatever it needs.
  int usual(int burden, int day) {
    return usuallyBorne[burden][day];
  }

  /// How much of a burden a day may have that needs so much of it for its compulsory visits.
  int most(int burden, int day, int needed) {
    return Math.max(usuallyBorne[burden][day], needed + mostBorne[burden] / 2);
  }

  boolean isCompulsory(int node) {
    return node >= 0 && node < visits && compulsory[node];
  }

  /// When a node begins for someone who arrives at `time`; [#NEVER] if it does not any more.
  int startAt(int node, int day, int time) {
    int row = node * days + day;
    for (int i = spanStart[row]; i < spanStart[row + 1]; i++) {
      if (time <= latest[i]) {
        return Math.max(time, earliest[i]);
      }
    }
    return NEVER;
  }

  /// The last moment, `time` or before, at which a node may begin; [#NEVER_AGAIN] if there is none.
  int startBy(int node, int day, int time) {
    int row = node * days + day;
    for (int i = spanStart[row + 1] - 1; i >= spanStart[row]; i--) {
      if (time >= earliest[i]) {
        return Math.min(time, latest[i]);
      }
    }
    return NEVER_AGAIN;
  }

  /// The last moment of all.
  int lastStart(int node, int day) {
    int row = node * days + day;
    return spanStart[row] == spanStart[row + 1] ? NEVER_AGAIN : latest[spanStart[row + 1] - 1];
  }

  private List<TourProblem.Span> describe(int node, int day) {
    if (isFree(node)) {
      TourProblem.Meal free = problem.meals().get(node - visits);
      point[node] = NOWHERE;
      minutes[node] = free.minutes();
      meal[node] = node - visits;
      return List.of(free.starts());
    }
    TourProblem.Visit visit = problem.visits().get(node);
    TourProblem.Offer offer = visit.offers().get(day);
    place[node] = visit.place();
    point[node] = visit.point();
    minutes[node] = visit.minutes();
    cost[node] = visit.cost();
    kind[node] = visit.kind();
    compulsory[node] = visit.compulsory();
    meal[node] = orNone(visit.meal());
    score[node * days + day] = offer.score();
    return offer.starts();
  }

  private static int orNone(OptionalInt meal) {
    return meal.orElse(-1);
  }

  private static int countSpans(TourProblem problem) {
    int offered =
        problem.visits().stream()
            .flatMap(visit -> visit.offers().stream())
            .mapToInt(offer -> offer.starts().size())
            .sum();
    return offered + problem.meals().size() * problem.days();
  }

  private static int max(int[] values) {
    int max = 0;
    for (int value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
