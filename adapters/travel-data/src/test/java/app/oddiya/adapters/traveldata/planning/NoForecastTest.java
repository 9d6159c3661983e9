package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.testkit.contract.WeatherContract;

class NoForecastTest implements WeatherContract {

  @Override
  public Weather weather() {
    return new NoForecast();
  }
}
