package app.oddiya.domain.planning.plan;

import app.oddiya.domain.planning.place.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a plan says, whoever owns it.
///
/// @param notes the traveller's own
/// @param request what was asked for; empty for a plan written by hand
/// @param destination as requested
public record Trip(
    String title,
    Optional<String> notes,
    Language language,
    Optional<PlanRequest> request,
    Destination destination,
    LocalDate start,
    LocalDate end,
    PlanSource source,
    List<Day> days,
    Totals totals,
    Certificate certificate) {

  public Trip {
    days = List.copyOf(days);
  }
}
