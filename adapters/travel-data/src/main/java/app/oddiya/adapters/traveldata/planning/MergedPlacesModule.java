package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Places;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.SequencedMap;

/// Several providers as one. The app binds them, or chooses this at run time.
@Module
public interface MergedPlacesModule {

  /// @param providers by their names, as in [app.oddiya.domain.planning.place.PlaceId], those whose
  ///     records are preferred first
  @Provides
  @Singleton
  static Places places(SequencedMap<String, Places> providers, InstantSource clock) {
    return new MergedPlaces(providers, clock);
  }
}
