package app.oddiya.adapters.postgres.planning;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.shared.GeoPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A row of `places`: the provider's record behind a stop. The components of this record are the
/// names that SQL knows them by.
///
/// @param record the whole of it, if it was shown by a search
record HeldPlace(
    String id,
    String provider,
    String providerId,
    Instant fetchedAt,
    String localName,
    Category category,
    double lat,
    double lng,
    Optional<String> address,
    Optional<Place> record) {

  /// A row as JSON, for [StoredJson].
  static final String AS_JSON =
      """
      json_build_object(
        'id', id, 'provider', provider, 'providerId', provider_id, 'fetchedAt', fetched_at,
        'localName', local_name, 'category', category, 'lat', lat, 'lng', lng,
        'address', address, 'record', record)
      """;

  /// Takes in what the stops of a plan tell of their places, the text `:places`.
  static final String INSERT_OUTLINES =
      """
      insert into places (
        id, provider, provider_id, fetched_at, local_name, category, lat, lng, address)
      select
        id, provider, "providerId", "fetchedAt", "localName", category, lat, lng, address
      from json_to_recordset(cast(:places as json)) as place (
        id text, provider text, "providerId" text, "fetchedAt" timestamptz,
        "localName" text, category text, lat float8, lng float8, address text)
      on conflict (id) do update set
        fetched_at = excluded.fetched_at, local_name = excluded.local_name,
        category = excluded.category, lat = excluded.lat, lng = excluded.lng,
        address = excluded.address
      where places.fetched_at < excluded.fetched_at
      """;

  /// One for each place of the plan, as far as its stops tell.
  static List<HeldPlace> of(List<Day> days) {
    return sorted(
        days.stream()
            .flatMap(day -> day.stops().stream())
            .map(Stop::place)
            .map(place -> of(place, Optional.empty())));
  }

  /// One for each place that was shown, the one fetched last.
  static List<HeldPlace> shown(List<Place> places) {
    return sorted(places.stream().map(place -> of(place, Optional.of(place))));
  }

  /// By id: two writers at once then lock the rows in one order.
  private static List<HeldPlace> sorted(Stream<HeldPlace> places) {
    var byId = new TreeMap<String, HeldPlace>();
    places.forEach(place -> byId.merge(place.id(), place, HeldPlace::younger));
    return List.copyOf(byId.values());
  }

  private static HeldPlace younger(HeldPlace one, HeldPlace other) {
    return one.fetchedAt.isBefore(other.fetchedAt) ? other : one;
  }

  private static HeldPlace of(Place place, Optional<Place> record) {
    return new HeldPlace(
        place.id().toString(),
        place.source().provider(),
        place.source().id(),
        place.source().fetchedAt(),
        place.names().local(),
        place.category(),
        place.position().lat(),
        place.position().lng(),
        place.address().map(LocalText::local),
        record);
  }

  Place toPlace() {
    return record.orElseGet(
        () ->
            Place.outlined(
                PlaceId.parse(id).orElseThrow(),
                new LocalText(localName, Map.of()),
                category,
                new GeoPoint(lat, lng),
                address.map(text -> new LocalText(text, Map.of())),
                new Source(provider, providerId, fetchedAt)));
  }
}
