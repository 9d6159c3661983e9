package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.routing.TravelTimes;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// The ports of planning as they are served without any provider's key. Where there is one, the app
/// chooses among these and its module at run time.
@Module
public interface TravelDataModule {

  /// As in the ids of its places.
  String PROVIDER = CatalogueLine.PROVIDER;

  @Provides
  @Singleton
  static Places places() {
    return new CataloguePlaces(Catalogue.read());
  }

  @Provides
  @Singleton
  static Holidays holidays() {
    return PublishedHolidays.read();
  }

  @Provides
  @Singleton
  static TravelTimes travelTimes() {
    return new EstimatedTravelTimes();
  }
}
