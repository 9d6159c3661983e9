package app.oddiya.domain.planning.plan;

import java.util.Map;

/// What was checked about one stop.
///
/// @param exists its place is a provider's record that we fetched
/// @param open the place is open from arrival to departure, and lets people in at arrival
/// @param travel it can be reached from where the traveller is before
/// @param weather the day's weather suits it; never changes a certificate
public record Checks(Check exists, Check open, Check travel, Check weather) {

  /// The four by kind.
  public Map<CheckKind, Check> byKind() {
    return Map.of(
        CheckKind.EXISTS, exists,
        CheckKind.OPEN, open,
        CheckKind.TRAVEL, travel,
        CheckKind.WEATHER, weather);
  }
}
