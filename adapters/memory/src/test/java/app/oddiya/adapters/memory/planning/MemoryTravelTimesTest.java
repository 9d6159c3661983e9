package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.testkit.contract.TravelTimesContract;

class MemoryTravelTimesTest implements TravelTimesContract {

  @Override
  public TravelTimes travelTimes() {
    return new MemoryTravelTimes();
  }
}
