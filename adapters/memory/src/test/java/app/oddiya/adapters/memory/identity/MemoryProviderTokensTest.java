package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.session.ProviderTokens;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.testkit.contract.ProviderTokensContract;
import app.oddiya.domain.testkit.time.SettableClock;

class MemoryProviderTokensTest implements ProviderTokensContract {

  private final SettableClock clock = new SettableClock();
  private final MemorySessions sessions = new MemorySessions(clock);
  private final MemoryProviderTokens tokens = new MemoryProviderTokens(sessions);

  @Override
  public ProviderTokens tokens() {
    return tokens;
  }

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }
}
