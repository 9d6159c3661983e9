package app.oddiya.domain.planning.routing;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.Exertion;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.Leg;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Places in an order and at times, not yet checked or put into words.
public record Itinerary(List<Day> days) {

  public Itinerary {
    days = List.copyOf(days);
  }

  /// @param back the way to the lodging, where there is one
  /// @param needed of all its ways, what must-visits and the lodging ask for
  public record Day(
      LocalDate date,
      List<Visit> visits,
      List<FreeHours> freeHours,
      Optional<Leg> back,
      Exertion needed) {
    public Day {
      visits = List.copyOf(visits);
      freeHours = List.copyOf(freeHours);
    }
  }

  /// @param arrive minutes from midnight
  /// @param depart minutes from the same midnight
  /// @param meal which meal it stands for, if any
  /// @param way from the visit before, or from the lodging
  public record Visit(
      Place place, int arrive, int depart, Optional<FreeHours.Kind> meal, Optional<Leg> way) {}
}
