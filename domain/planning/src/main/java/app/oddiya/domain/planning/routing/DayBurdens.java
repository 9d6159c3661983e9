package app.oddiya.domain.planning.routing;

import java.util.Arrays;

/// What the ways of one day ask for beside time, and whether that is within its limits.
///
/// Like the times of a [DayRoute] it is kept in sums up to each position, so that a change is
/// judged in constant time.
final class DayBurdens {

  private final FlatProblem p;
  private int last;

  private int[] point = new int[16];

  /// The position of the nearest compulsory visit or end of the day: here or before, here or after.
  private int[] compelledBefore = new int[16];

  private int[] compelledAfter = new int[16];

  /// By burden and position: of the way so far, and of the way past compulsory visits alone.
  private int[][] borne;

  private int[][] needed;

  DayBurdens(FlatProblem p) {
    this.p = p;
    borne = new int[p.burdens.length][16];
    needed = new int[p.burdens.length][16];
  }

  /// Takes over a day as it is now.
  void retake(int[] nodes, int[] points, int length) {
    while (point.length < length) {
      grow();
    }
    last = length - 1;
    System.arraycopy(points, 0, point, 0, length);
    compelledBefore[0] = 0;
    for (int i = 1; i <= last; i++) {
      boolean compelled = i == last || p.isCompulsory(nodes[i]);
      compelledBefore[i] = compelled ? i : compelledBefore[i - 1];
      for (int burden = 0; burden < borne.length; burden++) {
        borne[burden][i] = borne[burden][i - 1] + p.burden(burden, point[i - 1], point[i]);
        needed[burden][i] =
            needed[burden][i - 1]
                + (compelled ? p.burden(burden, point[compelledBefore[i - 1]], point[i]) : 0);
      }
    }
    compelledAfter[last] = last;
    for (int i = last - 1; i >= 0; i--) {
      compelledAfter[i] = compelledBefore[i] == i ? i : compelledAfter[i + 1];
    }
  }

  boolean areBorne(int day) {
    for (int burden = 0; burden < borne.length; burden++) {
      if (borne[burden][last] > p.most(burden, day, needed[burden][last])) {
        return false;
      }
    }
    return true;
  }

  /// Whether they would be with another visit in the place of all between two positions.
  boolean areBorneWith(int visit, int before, int after, int day) {
    int at = p.point[visit];
    int from = compelledBefore[before];
    int to = compelledAfter[after];
    for (int burden = 0; burden < borne.length; burden++) {
      int all =
          borne[burden][last]
              - (borne[burden][after] - borne[burden][before])
              + p.burden(burden, point[before], at)
              + p.burden(burden, at, point[after]);
      if (all <= p.usual(burden, day)) {
        continue;
      }
      int compulsory =
          needed[burden][last]
              - (needed[burden][to] - needed[burden][from])
              + (p.isCompulsory(visit)
                  ? p.burden(burden, point[from], at) + p.burden(burden, at, point[to])
                  : p.burden(burden, point[from], point[to]));
      if (all > p.most(burden, day, compulsory)) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    int size = point.length * 2;
    point = Arrays.copyOf(point, size);
    compelledBefore = Arrays.copyOf(compelledBefore, size);
    compelledAfter = Arrays.copyOf(compelledAfter, size);
    for (int burden = 0; burden < borne.length; burden++) {
      borne[burden] = Arrays.copyOf(borne[burden], size);
      needed[burden] = Arrays.copyOf(needed[burden], size);
    }
  }
}
