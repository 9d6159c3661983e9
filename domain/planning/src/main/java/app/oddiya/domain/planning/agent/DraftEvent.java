package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Stop;
import java.time.LocalDate;
import java.util.List;

/// What is told of a draft while it is being written.
public sealed interface DraftEvent {

  /// @param count of what the stage is about
  record StageReached(Stage stage, int count) implements DraftEvent {}

  /// A stop that will be stored like this; it is never taken back.
  record StopFixed(LocalDate date, Stop stop) implements DraftEvent {

    /// The stops of days that are the last word.
    public static List<StopFixed> of(List<Day> days) {
      return days.stream()
          .flatMap(day -> day.stops().stream().map(stop -> new StopFixed(day.date(), stop)))
          .toList();
    }
  }
}
