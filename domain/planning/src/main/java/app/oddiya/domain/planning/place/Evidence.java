package app.oddiya.domain.planning.place;

import java.util.List;
import java.util.Optional;

/// Where a fact was read and how old it is.
///
/// @param sources addresses, at least one: a fact without a source is no fact
/// @param readOn the day, month or year in which we read it: `2026-11`
/// @param asOf the source's own date, `2024-09` or `2023`; empty when it shows none
public record Evidence(List<String> sources, String readOn, Optional<String> asOf) {

  private static final String DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

  public Evidence {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("sources: none (expected: at least one)");
    }
    requireDate("readOn", readOn);
    asOf.ifPresent(date -> requireDate("asOf", date));
  }

  private static void requireDate(String name, String date) {
    if (!date.matches(DATE)) {
      throw new IllegalArgumentException(name + ": " + date + " (expected: YYYY[-MM[-DD]])");
    }
  }
}
