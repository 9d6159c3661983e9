package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.shared.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Provider records in `places`. Every method is one statement at most.
final class PostgresHeldPlaces implements HeldPlaces {

  private final Database database;

  PostgresHeldPlaces(Database database) {
    this.database = database;
  }

  /// A row that came with a stop may have been fetched later than a record that is shown now, and
  /// takes it in nevertheless: what counts is the age of the record that it replaces.
  @Override
  public void remember(List<Place> places, Deadline deadline) {
    if (places.isEmpty()) {
      return;
    }
    int _ =
        database.run(
            deadline,
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into places (
                          id, provider, provider_id, fetched_at, local_name, category, lat, lng,
                          address, record)
                        select
                          id, provider, "providerId", "fetchedAt", "localName", category, lat, lng,
                          address, record
                        from json_to_recordset(cast(:places as json)) as place (
                          id text, provider text, "providerId" text, "fetchedAt" timestamptz,
                          "localName" text, category text, lat float8, lng float8, address text,
                          record json)
                        on conflict (id) do update set
                          fetched_at = excluded.fetched_at, local_name = excluded.local_name,
                          category = excluded.category, lat = excluded.lat, lng = excluded.lng,
                          address = excluded.address, record = excluded.record
                        where places.record is null
                          or cast(places.record -> 'source' ->> 'fetchedAt' as timestamptz)
                            <= excluded.fetched_at
                        """)
                    .bind("places", StoredJson.write(HeldPlace.shown(places)))
                    .execute());
  }

  @Override
  public Map<PlaceId, Place> find(Set<PlaceId> ids, Deadline deadline) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    "select " + HeldPlace.AS_JSON + " as place from places where id = any (:ids)")
                .bindArray("ids", String.class, ids.stream().map(PlaceId::toString).toList())
                .map(
                    (row, context) ->
                        StoredJson.read(row.getBytes("place"), HeldPlace.class).toPlace())
                .stream()
                .collect(Collectors.toMap(Place::id, Function.identity())));
  }
}
