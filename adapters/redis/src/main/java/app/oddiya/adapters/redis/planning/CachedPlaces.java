package app.oddiya.adapters.redis.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.type.TypeReference;

/// Answers of a provider of places, kept for a day; every record says itself when it was fetched.
/// Each place that was shown is kept under its id as well, so that one is found by its id where the
/// provider cannot be asked for it.
///
/// That nothing was found is not kept: it may be found tomorrow, and is seldom asked twice.
final class CachedPlaces implements Places {

  static final Duration LIFE = Duration.ofDays(1);

  private static final TypeReference<Area> AREA = new TypeReference<>() {};
  private static final TypeReference<Place> PLACE = new TypeReference<>() {};
  private static final TypeReference<List<Place>> PLACES = new TypeReference<>() {};
  private static final TypeReference<Shown> SHOWN = new TypeReference<>() {};

  private final String provider;
  private final Places places;
  private final Shelf shelf;

  /// @param provider whose answers these are; others are asked the same questions
  CachedPlaces(String provider, Places places, Shelf shelf) {
    this.provider = provider;
    this.places = places;
    this.shelf = shelf;
  }

  /// A page as it is kept.
  private record Shown(List<Place> items, Optional<String> next) {

    static Shown of(Page<Place> page) {
      return new Shown(page.items(), page.next().map(Page.Cursor::value));
    }

    Page<Place> page() {
      return new Page<>(items, next.map(Page.Cursor::new));
    }
  }

  @Override
  public Optional<Area> area(String name, Deadline deadline) {
    String key = key("area", plain(name));
    Optional<Area> kept = shelf.read(key, AREA);
    if (kept.isPresent()) {
      return kept;
    }
    Optional<Area> area = places.area(name, deadline);
    area.ifPresent(it -> shelf.write(key, it, LIFE));
    return area;
  }

  /// Not kept: it is asked for once for each slip of a pen.
  @Override
  public List<String> areasSpelledLike(String name, Deadline deadline) {
    return places.areasSpelledLike(name, deadline);
  }

  /// Not kept, as that of an area.
  @Override
  public List<String> placesSpelledLike(String text, Deadline deadline) {
    return places.placesSpelledLike(text, deadline);
  }

  @Override
  public List<Place> in(Area area, Deadline deadline) {
    return list(key("in", area.center(), area.radiusKm()), () -> places.in(area, deadline));
  }

  @Override
  public List<Place> named(String text, Deadline deadline) {
    return list(key("named", plain(text)), () -> places.named(text, deadline));
  }

  private List<Place> list(String key, Supplier<List<Place>> question) {
    return shelf
        .read(key, PLACES)
        .orElseGet(
            () -> {
              List<Place> found = question.get();
              if (!found.isEmpty()) {
                shelf.write(key, found, LIFE);
                found.forEach(this::keep);
              }
              return found;
            });
  }

  @Override
  public Optional<Place> find(PlaceId id, Deadline deadline) {
    Optional<Place> kept = shelf.read(key(id), PLACE);
    if (kept.isPresent()) {
      return kept;
    }
    Optional<Place> found = places.find(id, deadline);
    found.ifPresent(this::keep);
    return found;
  }

  @Override
  public Refreshing refresh(Place held, Deadline deadline) {
    Optional<Place> kept = shelf.read(key(held.id()), PLACE);
    if (kept.isPresent()) {
      return new Refreshing.Fresh(kept.get());
    }
    Refreshing now = places.refresh(held, deadline);
    if (now instanceof Refreshing.Fresh(var place)) {
      keep(place);
    }
    return now;
  }

  @Override
  public FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline) {
    String key = key("search", query, page);
    Optional<Shown> kept = shelf.read(key, SHOWN);
    if (kept.isPresent()) {
      return FoundPlaces.of(kept.get().page());
    }
    FoundPlaces found = places.search(query, page, deadline);
    List<Place> items = found.page().items();
    if (!items.isEmpty() && found.silent().isEmpty()) {
      shelf.write(key, Shown.of(found.page()), LIFE);
      items.forEach(this::keep);
    }
    return found;
  }

  private void keep(Place place) {
    shelf.write(key(place.id()), place, LIFE);
  }

  private static String key(PlaceId id) {
    return "places:%s:id:%s".formatted(CachedJson.VERSION, id);
  }

  private String key(String what, Object... parts) {
    return "places:%s:%s:%s:%s"
        .formatted(CachedJson.VERSION, provider, what, Digest.of(CachedJson.text(List.of(parts))));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
