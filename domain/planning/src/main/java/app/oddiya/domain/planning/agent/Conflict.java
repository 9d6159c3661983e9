package app.oddiya.domain.planning.agent;

import java.util.List;
import java.util.Locale;

/// A smallest set of wishes that cannot be met together.
///
/// @param pointers JSON Pointers (RFC 6901) into the request, which generates (`/mustVisit/0`) or
///     revises (`/instruction`, `/locked/0`)
/// @param detail in the request's language
public record Conflict(Kind kind, List<String> pointers, String detail) {

  public Conflict {
    pointers = List.copyOf(pointers);
  }

  /// What is the matter.
  public enum Kind {
    UNKNOWN_DESTINATION,
    /// The destination is known and there is nothing left to visit.
    NOTHING_TO_VISIT,
    UNKNOWN_MUST_VISIT,
    AVOIDED_MUST_VISIT,
    /// It does not open for long enough on any day of the trip.
    MUST_VISIT_CLOSED,
    /// No day allows the way there and back.
    MUST_VISIT_OUT_OF_REACH,
    /// Each would fit, all together do not.
    MUST_VISITS_DO_NOT_FIT,
    BUDGET_EXCEEDED,

    /// A stop that was to change is to stay as it is.
    LOCKED;

    /// As in JSON: `unknown_destination`.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
