package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.plan.Stop;
import java.time.LocalDate;

/// What is told of a draft while it is being written.
public sealed interface DraftEvent {

  /// @param count of what the stage is about
  record StageReached(Stage stage, int count) implements DraftEvent {}

  /// A stop that will be stored like this; it is never taken back.
  record StopFixed(LocalDate date, Stop stop) implements DraftEvent {}
}
