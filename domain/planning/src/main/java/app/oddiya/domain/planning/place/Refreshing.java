package app.oddiya.domain.planning.place;

import java.util.Optional;
import java.util.function.Supplier;

/// What came of asking a provider for its present record of a place.
public sealed interface Refreshing {

  /// @param place the provider's present record
  record Fresh(Place place) implements Refreshing {}

  /// The provider was asked and has no such record any more.
  record Gone() implements Refreshing {}

  /// Nobody here speaks to that provider, so nobody knows. It does not pass by itself, as an outage
  /// does.
  record NotAsked() implements Refreshing {}

  /// Of a provider that can be asked for records of its own only.
  ///
  /// @param record its present record of the place, if it has one
  static Refreshing of(String provider, PlaceId place, Supplier<Optional<Place>> record) {
    return place.provider().equals(provider)
        ? record.get().<Refreshing>map(Fresh::new).orElseGet(Gone::new)
        : new NotAsked();
  }
}
