package app.oddiya.application.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A change of a plan that somebody asks for, as it was understood.
sealed interface Instruction {

  /// @param day on which one it is wanted; empty for any
  record Add(String name, Optional<DayName> day) implements Instruction {}

  record Remove(String name, Optional<DayName> day) implements Instruction {}

  /// Nothing that `text` means is to be in the plan.
  record Avoid(String text) implements Instruction {}

  /// What is outdoors is to be under a roof.
  record Rain(Optional<DayName> day) implements Instruction {}

  record Slower(Optional<DayName> day) implements Instruction {}

  record Faster(Optional<DayName> day) implements Instruction {}

  /// A day of the trip, as somebody names it.
  sealed interface DayName {

    /// @param number 1 for the first
    record Numbered(int number) implements DayName {}

    record Last() implements DayName {}

    record On(DayOfWeek weekday) implements DayName {}

    /// @param dates those of the trip
    default boolean isOf(LocalDate date, List<LocalDate> dates) {
      return switch (this) {
        case Numbered(int number) -> dates.indexOf(date) == number - 1;
        case Last() -> date.equals(dates.getLast());
        case On(var weekday) -> date.getDayOfWeek() == weekday;
      };
    }
  }
}
