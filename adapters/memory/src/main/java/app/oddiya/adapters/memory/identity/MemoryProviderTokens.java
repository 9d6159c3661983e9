package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.ProviderTokens;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Providers' tokens in memory, in clear since nothing outlives the process. Safe for concurrent
/// use.
public final class MemoryProviderTokens implements ProviderTokens {

  private final MemorySessions sessions;
  private final Map<UserId, ProviderToken> tokens = new ConcurrentHashMap<>();

  /// @param sessions who know which users have been deleted
  public MemoryProviderTokens(MemorySessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public boolean keep(UserId user, ProviderToken token, Deadline deadline) {
    if (sessions.isDeleted(user)) {
      return false;
    }
    tokens.put(user, token);
    return true;
  }

  @Override
  public Optional<ProviderToken> find(UserId user, Deadline deadline) {
    return Optional.ofNullable(tokens.get(user));
  }

  @Override
  public void forget(UserId user, Deadline deadline) {
    tokens.remove(user);
  }
}
