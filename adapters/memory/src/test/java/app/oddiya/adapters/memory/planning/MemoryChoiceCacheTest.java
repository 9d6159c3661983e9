package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.ChoiceCache;
import app.oddiya.domain.testkit.contract.ChoiceCacheContract;
import app.oddiya.domain.testkit.time.SettableClock;

class MemoryChoiceCacheTest implements ChoiceCacheContract {

  private final SettableClock clock = new SettableClock();
  private final ChoiceCache cache = new MemoryChoiceCache(clock);

  @Override
  public ChoiceCache cache() {
    return cache;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }
}
