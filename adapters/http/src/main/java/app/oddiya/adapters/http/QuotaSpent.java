package app.oddiya.adapters.http;

import java.time.Instant;

/// Why a provider is not asked: it said that we ask too much. The cause of an
/// [app.oddiya.domain.shared.Unavailable], so that logs tell it apart from a provider that is down.
public final class QuotaSpent extends Exception {

  private static final long serialVersionUID = 1L;

  QuotaSpent(Instant until) {
    super("the provider wants no more calls until " + until);
  }
}
