package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.identity.account.PushRegistration;
import app.oddiya.domain.identity.account.PushToken;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A push service in memory, which pushes nothing. Tokens beginning with `invalid` are refused.
/// Deadlines are not looked at. Safe for concurrent use.
public final class MemoryPushEndpoints implements PushEndpoints {

  private record Address(Platform platform, PushToken token) {}

  private final Map<Address, PushEndpoint> endpoints = new ConcurrentHashMap<>();
  private final Set<PushEndpoint> bounced = ConcurrentHashMap.newKeySet();

  @Override
  public PushRegistration register(Platform platform, PushToken token, Deadline deadline) {
    if (token.value().startsWith("invalid")) {
      return new PushRegistration.InvalidToken();
    }
    PushEndpoint endpoint =
        endpoints.computeIfAbsent(
            new Address(platform, token),
            _ -> new PushEndpoint("memory:" + platform.code() + ":" + token.value()));
    bounced.remove(endpoint);
    return new PushRegistration.Accepted(endpoint);
  }

  @Override
  public void remove(PushEndpoint endpoint, Deadline deadline) {
    endpoints.values().remove(endpoint);
    bounced.remove(endpoint);
  }

  @Override
  public Page<Known> list(Platform platform, Optional<Page.Cursor> after, Deadline deadline) {
    return new Page<>(
        endpoints.entrySet().stream()
            .filter(each -> each.getKey().platform == platform)
            .map(each -> new Known(each.getValue(), !bounced.contains(each.getValue())))
            .toList(),
        Optional.empty());
  }

  /// Switches an endpoint off, as a push service does when a push does not arrive.
  public void bounce(PushEndpoint endpoint) {
    bounced.add(endpoint);
  }

  public boolean exists(PushEndpoint endpoint) {
    return endpoints.containsValue(endpoint);
  }

  public boolean isEnabled(PushEndpoint endpoint) {
    return exists(endpoint) && !bounced.contains(endpoint);
  }
}
