package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Provider records in `places`. Every method is one statement.
final class PostgresHeldPlaces implements HeldPlaces {

  /// How long people stay where nobody says how long.
  private static final int USUAL_MINUTES = 60;

  private final Database database;

  PostgresHeldPlaces(Database database) {
    this.database = database;
  }

  private record Shown(
      String id,
      String provider,
      String providerId,
      Instant fetchedAt,
      String localName,
      Category category,
      double lat,
      double lng,
      Optional<String> address,
      Place record) {

    static Shown of(Place place) {
      return new Shown(
          place.id().toString(),
          place.source().provider(),
          place.source().id(),
          place.source().fetchedAt(),
          place.names().local(),
          place.category(),
          place.position().lat(),
          place.position().lng(),
          place.address().map(LocalText::local),
          place);
    }
  }

  @Override
  public void remember(List<Place> places, Deadline deadline) {
    List<Shown> shown =
        places.stream()
            .sorted(Comparator.comparing(it -> it.id().toString()))
            .map(Shown::of)
            .toList();
    database.run(
        deadline,
        handle ->
            handle
                .createUpdate(
                    """
                    insert into places (
                      id, provider, provider_id, fetched_at, local_name, category, lat, lng, address,
                      record)
                    select
                      id, provider, "providerId", "fetchedAt", "localName", category, lat, lng, address,
                      record
                    from json_to_recordset(cast(:places as json)) as place (
                      id text, provider text, "providerId" text, "fetchedAt" timestamptz,
                      "localName" text, category text, lat float8, lng float8, address text, record json)
                    on conflict (id) do update set
                      fetched_at = excluded.fetched_at, local_name = excluded.local_name,
                      category = excluded.category, lat = excluded.lat, lng = excluded.lng,
                      address = excluded.address, record = excluded.record
                    where places.fetched_at <= excluded.fetched_at
                    """)
                .bind("places", StoredJson.write(shown))
                .execute());
  }

  @Override
  public Map<PlaceId, Place> find(Set<PlaceId> ids, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    select
                      id, provider, provider_id, fetched_at, local_name, category, lat, lng, address,
                      record
                    from places
                    where id = any (:ids)
                    """)
                .bindArray("ids", String.class, ids.stream().map(PlaceId::toString).toList())
                .map((row, context) -> place(row))
                .stream()
                .collect(Collectors.toMap(Place::id, Function.identity())));
  }

  private static Place place(ResultSet row) throws SQLException {
    String whole = row.getString("record");
    if (whole != null) {
      return StoredJson.read(whole, Place.class);
    }
    PlaceId id = PlaceId.parse(row.getString("id")).orElseThrow();
    return new Place(
        id,
        new LocalText(row.getString("local_name"), Map.of()),
        Category.valueOf(row.getString("category")),
        Set.of(),
        Setting.MIXED,
        new GeoPoint(row.getDouble("lat"), row.getDouble("lng")),
        Optional.ofNullable(row.getString("address")).map(text -> new LocalText(text, Map.of())),
        new OpeningHours.Unpublished(),
        Optional.empty(),
        USUAL_MINUTES,
        Optional.empty(),
        new Source(
            row.getString("provider"),
            row.getString("provider_id"),
            row.getObject("fetched_at", OffsetDateTime.class).toInstant()));
  }
}
