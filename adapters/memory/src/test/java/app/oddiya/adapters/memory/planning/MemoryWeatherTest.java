package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.testkit.contract.WeatherContract;

class MemoryWeatherTest implements WeatherContract {

  @Override
  public Weather weather() {
    return new MemoryWeather();
  }
}
