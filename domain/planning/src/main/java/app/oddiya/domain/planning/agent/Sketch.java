package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The days of a plan as somebody wants them: which places in which order, not yet checked and
/// perhaps not yet timed.
///
/// @param wish what the plan is held against; see [app.oddiya.domain.planning.plan.Trip#wish()]
public record Sketch(PlanRequest wish, List<Day> days) {

  public Sketch {
    days = List.copyOf(days);
  }

  /// A trip as it is, to be checked anew.
  public static Sketch of(Trip trip) {
    return new Sketch(
        trip.wish(),
        trip.days().stream()
            .map(
                day ->
                    new Day(day.date(), day.stops().stream().<Visit>map(Visit.Kept::new).toList()))
            .toList());
  }

  /// The same sketch with other visits on one day.
  ///
  /// @param index 0 for the first
  public Sketch with(int index, List<Visit> visits) {
    List<Day> others = new ArrayList<>(days);
    others.set(index, new Day(days.get(index).date(), visits));
    return new Sketch(wish, others);
  }

  /// @param visits in the order in which they are made
  public record Day(LocalDate date, List<Visit> visits) {
    public Day {
      visits = List.copyOf(visits);
    }
  }

  /// A visit that is wanted.
  public sealed interface Visit {

    PlaceId placeId();

    /// A stop that stays as it is: its times, words and id are kept, its checks are made anew.
    record Kept(Stop stop) implements Visit {
      @Override
      public PlaceId placeId() {
        return stop.placeId();
      }
    }

    /// A visit that may still have to be timed.
    ///
    /// @param id of the stop that it was before, if it was one
    /// @param arrive empty: as early as the day allows
    /// @param minutes empty: as long as people usually stay
    /// @param activity empty: the usual sentence
    record Wanted(
        Optional<StopId> id,
        PlaceId placeId,
        Optional<LocalTime> arrive,
        OptionalInt minutes,
        Optional<String> activity,
        boolean locked)
        implements Visit {}
  }
}
