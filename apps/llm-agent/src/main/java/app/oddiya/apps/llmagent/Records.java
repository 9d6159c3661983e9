package app.oddiya.apps.llmagent;

import app.oddiya.adapters.services.planning.wire.Meaning;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Problem;
import app.oddiya.domain.shared.UserId;
import java.util.function.Supplier;

/// What the plan service tells: for whom it asks, and whole records of places and stops.
final class Records {

  /// Ample for the fullest plan with a record for each of its stops.
  static final int BODY_LIMIT = 2 << 20;

  private Records() {}

  /// @throws app.oddiya.adapters.web.Refusal with 400 if a record says what cannot be
  static <T> T understood(Supplier<T> reading) {
    return Meaning.of(reading)
        .understood()
        .orElseThrow(
            () ->
                Problem.malformed("malformed_record", "A place or a stop says what cannot be.")
                    .asException());
  }

  /// For whom the plan service asks.
  ///
  /// @throws app.oddiya.adapters.web.Refusal with 400 if it says for nobody
  static UserId traveller(Call call) {
    return call.actingFor()
        .orElseThrow(
            () ->
                Problem.malformed("for_nobody", "The token does not say for whom this is.")
                    .asException());
  }
}
