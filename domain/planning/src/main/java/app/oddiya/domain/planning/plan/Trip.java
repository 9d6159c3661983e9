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

  /// What the plan is held against: the request on the dates that the plan has now; for one written
  /// by hand a wish that asks for nothing beyond them.
  public PlanRequest wish() {
    return request
        .map(asked -> asked.on(start, end))
        .orElseGet(
            () ->
                new PlanRequest(
                    destination,
                    start,
                    end,
                    new Party(1, 0),
                    Optional.empty(),
                    List.of(),
                    Pace.PACKED,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    language,
                    Optional.empty()));
  }

  /// The same trip with other days, and what was computed of them.
  public Trip with(List<Day> days, Totals totals, Certificate certificate) {
    return new Trip(
        title,
        notes,
        language,
        request,
        destination,
        start,
        end,
        source,
        days,
        totals,
        certificate);
  }
}
