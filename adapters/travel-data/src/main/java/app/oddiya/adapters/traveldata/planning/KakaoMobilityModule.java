package app.oddiya.adapters.traveldata.planning;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.domain.planning.routing.TravelTimes;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Ways with a key of Kakao Mobility. The app binds a [KakaoMobilityConfig], or chooses this at run
/// time.
@Module
public interface KakaoMobilityModule {

  @Provides
  @Singleton
  static TravelTimes travelTimes(
      KakaoMobilityConfig config, ProviderClients clients, InstantSource clock) {
    return new KakaoTravelTimes(
        new EstimatedTravelTimes(),
        new KakaoMobility(clients.to("Kakao Mobility", config.url()), config.key()),
        clock);
  }
}
