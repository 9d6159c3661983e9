package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.session.SignInAttempts;
import app.oddiya.domain.testkit.contract.SignInAttemptsContract;
import app.oddiya.domain.testkit.time.SettableClock;

class MemorySignInAttemptsTest implements SignInAttemptsContract {

  private final SettableClock clock = new SettableClock();
  private final MemorySignInAttempts attempts = new MemorySignInAttempts(clock);

  @Override
  public SignInAttempts attempts() {
    return attempts;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }
}
