package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.testkit.contract.ExchangeRatesContract;

class NoRatesTest implements ExchangeRatesContract {

  @Override
  public ExchangeRates rates() {
    return new NoRates();
  }
}
