package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.testkit.contract.SessionsContract;
import app.oddiya.domain.testkit.time.SettableClock;

class MemorySessionsTest implements SessionsContract {

  private final SettableClock clock = new SettableClock();
  private final MemorySessions sessions = new MemorySessions(clock);

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }
}
