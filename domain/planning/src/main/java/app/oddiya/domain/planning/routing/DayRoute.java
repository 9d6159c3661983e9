package app.oddiya.domain.planning.routing;

import static app.oddiya.domain.planning.routing.FlatProblem.NEVER;
import static app.oddiya.domain.planning.routing.FlatProblem.NEVER_AGAIN;

import java.util.Arrays;

/// One day of a solution: nodes between a start and an end, each with the earliest moment it can
/// begin and the latest at which it may begin without making anything after it impossible.
///
/// With these two a change is judged in constant time, whatever the length of the day: what comes
/// after it is possible if the first untouched node begins no later than its latest moment
/// (Savelsbergh's forward time slack, 1992; Vansteenwegen et al. 2009 for orienteering). That holds
/// for several spans a node too, as nobody arrives earlier by leaving later.
final class DayRoute {

  private static final int START = -1;
  private static final int END = -2;

  /// A meal at an unusual time is as bad as so many visits that begin as much later.
  private static final int UNUSUAL = 4;

  private final FlatProblem p;
  /// Which day it is; a scratch copy is any day's.
  int day;

  /// Nodes at `1 .. length - 2`; the start and the end around them.
  int length;

  private int[] node = new int[16];
  private int[] point = new int[16];
  private int[] arrival = new int[16];
  private int[] start = new int[16];
  private int[] latest = new int[16];

  /// Travel into each position.
  private int[] leg = new int[16];

  int stops;
  long travel;
  long score;
  private final int[] ofKind;

  /// Of the day as it was when they were last asked about: most changes are thrown away before.
  private final DayBurdens burdens;

  private boolean burdensAreStale;

  /// A day without any visit.
  DayRoute(FlatProblem p, int day) {
    this.p = p;
    this.day = day;
    this.ofKind = new int[p.kinds];
    this.burdens = new DayBurdens(p);
    length = 2 + p.meals;
    while (node.length < length) {
      grow();
    }
    node[0] = START;
    for (int meal = 0; meal < p.meals; meal++) {
      node[1 + meal] = p.visits + meal;
    }
    node[length - 1] = END;
    retime();
  }

  int node(int position) {
    return node[position];
  }

  /// Where node `wanted` is; -1 if it is not here.
  int positionOf(int wanted) {
    for (int position = 1; position < length - 1; position++) {
      if (node[position] == wanted) {
        return position;
      }
    }
    return -1;
  }

  boolean isVisit(int position) {
    return node[position] >= 0 && node[position] < p.visits;
  }

  int start(int position) {
    return start[position];
  }

  int point(int position) {
    return point[position];
  }

  /// Whether nobody arrives anywhere too late, or bears more than a day may ask for.
  boolean isPossible() {
    return isInTime() && (!p.hasBurdens() || burdens().areBorne(day));
  }

  boolean isInTime() {
    return start[length - 1] <= p.back;
  }

  private DayBurdens burdens() {
    if (burdensAreStale) {
      burdens.retake(node, point, length);
      burdensAreStale = false;
    }
    return burdens;
  }

  /// Whether the limits of a day leave room for `visit` in the place of the node at `replaced` (0:
  /// in the place of none).
  boolean hasRoomFor(int visit, int replaced) {
    boolean swap = replaced > 0 && isVisit(replaced);
    int others = swap && p.kind[node[replaced]] == p.kind[visit] ? 1 : 0;
    return stops - (swap ? 1 : 0) < p.stops
        && ofKind[p.kind[visit]] - others < p.ofKind[p.kind[visit]];
  }

  /// By how much later the next visit is arrived at, and how much more the day travels, if the last
  /// visit asked about by [#fits] is made. Fields and no object, as that is asked millions of
  /// times.
  int effectMinutes;
  int effectTravel;

  /// Whether `visit` can be made after position `before` and before position `after`, in the place
  /// of what is between them now. If so its effect is left in [#effectMinutes] and [#effectTravel].
  boolean fits(int before, int after, int visit) {
    int from = point[before];
    int at = p.point[visit];
    int way = p.travel(from, at);
    int begin = p.startAt(visit, day, end(before) + way);
    if (begin == NEVER) {
      return false;
    }
    int time = begin + p.minutes[visit];
    int next = after;
    while (node[next] >= p.visits) {
      time = p.startAt(node[next], day, time);
      if (time == NEVER) {
        return false;
      }
      time += p.minutes[node[next]];
      next++;
    }
    int wayOn = p.travel(at, point[next]);
    time += wayOn;
    if (time > latest[next]
        || (p.hasBurdens() && !burdens().areBorneWith(visit, before, next, day))) {
      return false;
    }
    int travelled = 0;
    for (int position = before + 1; position <= next; position++) {
      travelled += leg[position];
    }
    effectMinutes = time - arrival[next];
    effectTravel = way + wayOn - travelled;
    return true;
  }

  /// Whether no later position can hold `visit` as its start has passed by then.
  boolean isTooLateAfter(int position, int visit) {
    return end(position) > p.lastStart(visit, day);
  }

  void insert(int before, int visit) {
    if (length == node.length) {
      grow();
    }
    System.arraycopy(node, before + 1, node, before + 2, length - before - 1);
    node[before + 1] = visit;
    length++;
    retime();
  }

  void replace(int position, int visit) {
    node[position] = visit;
    retime();
  }

  /// Takes a visit out; a meal that it stood for becomes free time.
  void remove(int position) {
    int meal = p.meal[node[position]];
    if (meal >= 0) {
      node[position] = p.visits + meal;
    } else {
      System.arraycopy(node, position + 1, node, position, length - position - 1);
      length--;
    }
    retime();
  }

  /// Takes the node at `from` to `to`, past those between.
  void shift(int from, int to) {
    int moved = node[from];
    if (from < to) {
      System.arraycopy(node, from + 1, node, from, to - from);
    } else {
      System.arraycopy(node, to, node, to + 1, from - to);
    }
    node[to] = moved;
    retime();
  }

  /// Makes the nodes from `from` to `to` the other way round.
  void reverse(int from, int to) {
    for (int left = from, right = to; left < right; left++, right--) {
      int moved = node[left];
      node[left] = node[right];
      node[right] = moved;
    }
    retime();
  }

  /// How much the free time of meals upsets the day: visits that begin later for it, and meals at
  /// unusual times. To be compared between orders of the same nodes.
  long upset() {
    long upset = 0;
    for (int position = 1; position < length - 1; position++) {
      upset +=
          isVisit(position)
              ? start[position]
              : (long) UNUSUAL * Math.abs(start[position] - p.usual(node[position]));
    }
    return upset;
  }

  void copyFrom(DayRoute other) {
    while (node.length < other.length) {
      grow();
    }
    day = other.day;
    length = other.length;
    System.arraycopy(other.node, 0, node, 0, length);
    System.arraycopy(other.point, 0, point, 0, length);
    System.arraycopy(other.arrival, 0, arrival, 0, length);
    System.arraycopy(other.start, 0, start, 0, length);
    System.arraycopy(other.latest, 0, latest, 0, length);
    System.arraycopy(other.leg, 0, leg, 0, length);
    System.arraycopy(other.ofKind, 0, ofKind, 0, ofKind.length);
    burdensAreStale = true;
    stops = other.stops;
    travel = other.travel;
    score = other.score;
  }

  private int end(int position) {
    if (node[position] < 0 || start[position] == NEVER) {
      return start[position];
    }
    return start[position] + p.minutes[node[position]];
  }

  private void retime() {
    int last = length - 1;
    stops = 0;
    score = 0;
    travel = 0;
    Arrays.fill(ofKind, 0);
    point[0] = p.base;
    start[0] = p.leave;
    arrival[0] = p.leave;
    leg[0] = 0;
    for (int i = 1; i <= last; i++) {
      int each = node[i];
      point[i] = each == END ? p.base : p.isFree(each) ? point[i - 1] : p.point[each];
      leg[i] = p.travel(point[i - 1], point[i]);
      travel += leg[i];
      int before = end(i - 1);
      arrival[i] = before == NEVER ? NEVER : before + leg[i];
      if (arrival[i] == NEVER) {
        start[i] = NEVER;
      } else {
        start[i] = each == END ? arrival[i] : p.startAt(each, day, arrival[i]);
      }
      if (each >= 0 && each < p.visits) {
        stops++;
        score += p.score(each, day);
        ofKind[p.kind[each]]++;
      }
    }
    burdensAreStale = true;
    latest[last] = p.back;
    for (int i = last - 1; i >= 0; i--) {
      int by = latest[i + 1] == NEVER_AGAIN ? NEVER_AGAIN : latest[i + 1] - leg[i + 1];
      if (by == NEVER_AGAIN || i == 0) {
        latest[i] = by;
      } else {
        latest[i] = p.startBy(node[i], day, by - p.minutes[node[i]]);
      }
    }
  }

  private void grow() {
    int size = node.length * 2;
    node = Arrays.copyOf(node, size);
    point = Arrays.copyOf(point, size);
    arrival = Arrays.copyOf(arrival, size);
    start = Arrays.copyOf(start, size);
    latest = Arrays.copyOf(latest, size);
    leg = Arrays.copyOf(leg, size);
  }
}
