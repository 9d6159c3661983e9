package app.oddiya.adapters.traveldata.planning;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.domain.planning.place.Places;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Places with a key of Kakao. The app binds a [KakaoConfig], or chooses this at run time.
@Module
public interface KakaoModule {

  /// As in the ids of its places.
  String PROVIDER = KakaoAnswers.PROVIDER;

  @Provides
  @Singleton
  static Places places(KakaoConfig config, ProviderClients clients, InstantSource clock) {
    return new KakaoPlaces(
        new KakaoLocal(clients.to("Kakao Local", config.url()), config.key(), clock), clock);
  }
}
