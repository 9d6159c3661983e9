package app.oddiya.domain.planning.plan;

/// What was checked about one stop.
///
/// @param exists its place is a provider's record that we fetched
/// @param open the place is open from arrival to departure, and lets people in at arrival
/// @param travel it can be reached from where the traveller is before
/// @param weather the day's weather suits it; never changes a certificate
public record Checks(Check exists, Check open, Check travel, Check weather) {

  /// The check of a kind that a stop has.
  public Check of(CheckKind kind) {
    return switch (kind) {
      case EXISTS -> exists;
      case OPEN -> open;
      case TRAVEL -> travel;
      case WEATHER -> weather;
      default -> throw new IllegalArgumentException("kind: " + kind + " (expected: of a stop)");
    };
  }
}
