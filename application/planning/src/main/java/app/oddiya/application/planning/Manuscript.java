package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Sketch.Visit;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.PlanRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A plan as its traveller writes it.
///
/// @param language of the activities that are not said and of every reason
/// @param days the visits of the first days of the trip, in order; at most as many as it has
public record Manuscript(
    String title,
    Language language,
    Destination destination,
    LocalDate start,
    LocalDate end,
    List<List<Visit.Wanted>> days) {

  public Manuscript {
    days = days.stream().map(List::copyOf).toList();
  }

  /// Its days, those that say nothing too.
  Sketch sketch() {
    PlanRequest wish = PlanRequest.open(destination, start, end, language);
    List<LocalDate> dates = wish.dates();
    List<Sketch.Day> sketched = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      sketched.add(
          new Sketch.Day(dates.get(i), i < days.size() ? List.copyOf(days.get(i)) : List.of()));
    }
    return new Sketch(wish, sketched);
  }
}
