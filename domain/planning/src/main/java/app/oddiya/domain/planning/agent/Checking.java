package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Certificate;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Totals;
import java.util.List;
import java.util.Set;

/// What came of checking a sketch.
public sealed interface Checking {

  /// @param days those of the sketch, every stop timed and checked, be the verdicts what they may
  record Checked(List<Day> days, Totals totals, Certificate certificate) implements Checking {
    public Checked {
      days = List.copyOf(days);
    }
  }

  /// Wanted visits name places that no provider knows and that we do not hold. (A kept stop whose
  /// place is gone is checked, and fails.)
  ///
  /// @param places at least one
  record UnknownPlaces(Set<PlaceId> places) implements Checking {
    public UnknownPlaces {
      places = Set.copyOf(places);
    }
  }
}
