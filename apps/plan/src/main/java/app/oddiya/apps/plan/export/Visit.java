package app.oddiya.apps.plan.export;

import app.oddiya.domain.planning.plan.Check;
import app.oddiya.domain.planning.plan.Checks;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A visit as files describe it.
///
/// @param date of the day that it belongs to
record Visit(LocalDate date, Stop stop) {

  static List<Visit> of(Trip trip) {
    return trip.days().stream().flatMap(day -> of(day).stream()).toList();
  }

  static List<Visit> of(Day day) {
    return day.stops().stream().map(stop -> new Visit(day.date(), stop)).toList();
  }

  LocalDateTime begin() {
    return date.atTime(stop.arrive());
  }

  LocalDateTime end() {
    boolean isNextDay = stop.depart().isBefore(stop.arrive());
    return date.plusDays(isNextDay ? 1 : 0).atTime(stop.depart());
  }

  String name() {
    return PlainText.of(stop.name());
  }

  /// What to do there, how the place is called on its signs, and what about the visit is not
  /// certain.
  String description() {
    Stream<String> local = Stream.of(stop.localName()).filter(name -> !name.equals(stop.name()));
    return Stream.of(Stream.of(stop.activity()), local, doubts())
        .flatMap(each -> each)
        .map(PlainText::of)
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> doubts() {
    Checks checks = stop.checks();
    return Stream.of(checks.exists(), checks.open(), checks.travel(), checks.weather())
        .filter(check -> check.verdict() != Verdict.PASS)
        .map(Check::reason);
  }
}
