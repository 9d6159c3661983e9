package app.oddiya.adapters.traveldata.planning;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.domain.planning.place.Places;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Places with a key of TourAPI. The app binds a [TourConfig], or chooses this at run time.
@Module
public interface TourModule {

  /// As in the ids of its places.
  String PROVIDER = TourItem.PROVIDER;

  @Provides
  @Singleton
  static Places places(TourConfig config, ProviderClients clients, InstantSource clock) {
    return new TourPlaces(new TourApi(clients.to("TourAPI", config.url()), config.key()), clock);
  }
}
