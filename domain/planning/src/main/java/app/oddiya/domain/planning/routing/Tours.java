package app.oddiya.domain.planning.routing;

import java.util.List;

/// A solution of a [TourProblem].
///
/// @param days one list of steps for each day, in the order of their times
/// @param value what the solver has maximised
/// @param iterations that were made
public record Tours(List<List<Step>> days, long value, int iterations) {

  public Tours {
    days = days.stream().map(List::copyOf).toList();
  }

  /// What is done next on a day.
  public sealed interface Step {

    /// When it begins.
    int start();

    /// @param visit index into [TourProblem#visits()]
    record Visited(int visit, int start) implements Step {}

    /// Time for a meal that no visit stands for.
    ///
    /// @param meal index into [TourProblem#meals()]
    record Free(int meal, int start) implements Step {}
  }
}
