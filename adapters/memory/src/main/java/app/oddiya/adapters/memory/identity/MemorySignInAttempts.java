package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.session.AttemptLimit;
import app.oddiya.domain.identity.session.SignInAttempts;
import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Sign-ins counted in memory. Safe for concurrent use.
public final class MemorySignInAttempts implements SignInAttempts {

  private record Window(int count, Instant end) {}

  private final InstantSource clock;
  private final Map<Identity, Window> windows = new HashMap<>();

  public MemorySignInAttempts(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Duration> count(
      Identity identity, AttemptLimit limit, Deadline deadline) {
    Instant now = clock.instant();
    Window before = windows.get(identity);
    Window after =
        before == null || !now.isBefore(before.end)
            ? new Window(1, now.plus(limit.within()))
            : new Window(before.count + 1, before.end);
    windows.put(identity, after);
    return after.count > limit.most()
        ? Optional.of(Duration.between(now, after.end))
        : Optional.empty();
  }
}
