package app.oddiya.domain.planning.plan;

import app.oddiya.domain.planning.place.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
        .orElseGet(() -> PlanRequest.open(destination, start, end, language));
  }

  /// The same trip under another title, with other notes.
  public Trip called(String title, Optional<String> notes) {
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

  /// The same days on other dates: the first on the first, and so on, with stops at their times.
  /// Days beyond the last date are dropped, those that are missing are empty. What was computed of
  /// the old dates is still there, and is to be computed anew.
  ///
  /// @param last not before `first`
  public Trip on(LocalDate first, LocalDate last) {
    List<LocalDate> dates = first.datesUntil(last.plusDays(1)).toList();
    List<Day> moved = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      moved.add(i < days.size() ? days.get(i).on(dates.get(i)) : Day.empty(dates.get(i)));
    }
    return new Trip(
        title,
        notes,
        language,
        request,
        destination,
        first,
        last,
        source,
        moved,
        totals,
        certificate);
  }

  /// All stops, one after another.
  public List<Stop> stops() {
    return Day.stopsOf(days);
  }

  /// Whether a day after the first `count` has stops.
  public boolean hasStopsAfterDay(int count) {
    return days.stream().skip(count).anyMatch(day -> !day.stops().isEmpty());
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

  /// The same trip checked anew, as [#with]. Who chose its stops is no matter of checking: it is
  /// said as before, as long as they are the same ones.
  public Trip checked(List<Day> days, Totals totals, Certificate certificate) {
    boolean same = stopsOf(days).equals(stopsOf(this.days));
    return with(
        days, totals, same ? certificate.with(CheckKind.MODEL, this.certificate) : certificate);
  }

  private static Set<StopId> stopsOf(List<Day> days) {
    return days.stream()
        .flatMap(day -> day.stops().stream())
        .map(Stop::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The same trip, if it was asked for, asked for otherwise.
  public Trip askedFor(UnaryOperator<PlanRequest> change) {
    return new Trip(
        title,
        notes,
        language,
        request.map(change),
        destination,
        start,
        end,
        source,
        days,
        totals,
        certificate);
  }
}
