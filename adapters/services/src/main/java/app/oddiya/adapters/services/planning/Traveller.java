package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Origin;
import app.oddiya.domain.shared.UserId;
import java.util.function.Supplier;

/// For whom llm-agent is asked.
final class Traveller {

  private Traveller() {}

  /// A call for somebody: within a request of theirs with all that it brings, else by their id
  /// alone, as when nobody waits.
  static Answer actingFor(UserId traveller, Supplier<Answer> call) {
    return Origin.current().user().isPresent()
        ? call.get()
        : ScopedValue.where(Origin.CURRENT, Origin.of(traveller)).call(call::get);
  }
}
