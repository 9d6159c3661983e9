package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.testkit.contract.ExchangeRatesContract;

class MemoryExchangeRatesTest implements ExchangeRatesContract {

  @Override
  public ExchangeRates rates() {
    return new MemoryExchangeRates();
  }
}
