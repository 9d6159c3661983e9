package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.Gathered;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.NearSpelling;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/// A provider in memory that knows what a test tells it, and can be taken down. It speaks for the
/// provider `memory`, and for those whose places it was given. Deadlines are not looked at. Safe
/// for concurrent use.
public final class MemoryPlaces implements Places {

  private static final String PROVIDER = "memory";

  private final List<Area> areas = new CopyOnWriteArrayList<>();
  private final List<Place> places = new CopyOnWriteArrayList<>();
  private final Set<String> silent = new CopyOnWriteArraySet<>();
  private volatile boolean down;

  /// @param area with a name
  public MemoryPlaces knowing(Area area) {
    areas.add(area);
    return this;
  }

  public MemoryPlaces knowing(Place place) {
    places.add(place);
    return this;
  }

  /// From now on the provider does not answer.
  public void goDown() {
    down = true;
  }

  /// From now on its answers lack what another provider knows, which it would ask as well.
  ///
  /// @param other as in [PlaceId]
  public void hearNothingFrom(String other) {
    silent.add(other);
  }

  /// From now on it answers again.
  public void comeBack() {
    down = false;
  }

  @Override
  public Optional<Area> area(String name, Deadline deadline) {
    answer();
    return areas.stream()
        .filter(
            area ->
                area.name().stream()
                    .flatMap(text -> text.all())
                    .anyMatch(text -> plain(text).equals(plain(name))))
        .findFirst();
  }

  @Override
  public List<String> areasSpelledLike(String name, Deadline deadline) {
    answer();
    return NearSpelling.of(
        name, areas.stream().flatMap(area -> area.name().stream()).flatMap(LocalText::all));
  }

  @Override
  public List<String> placesSpelledLike(String text, Deadline deadline) {
    answer();
    return NearSpelling.of(text, places.stream().flatMap(place -> place.names().all()));
  }

  @Override
  public List<Place> in(Area area, Deadline deadline) {
    answer();
    return places.stream().filter(place -> area.contains(place.position())).toList();
  }

  @Override
  public Gathered gather(Area area, Deadline deadline) {
    return new Gathered(in(area, deadline), silent());
  }

  @Override
  public Optional<Place> find(PlaceId id, Deadline deadline) {
    answer();
    return places.stream().filter(place -> place.id().equals(id)).findFirst();
  }

  @Override
  public List<Place> named(String text, Deadline deadline) {
    answer();
    String wanted = plain(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return places.stream()
        .filter(place -> place.names().all().anyMatch(name -> plain(name).contains(wanted)))
        .sorted(Comparator.comparingInt(place -> place.names().local().length()))
        .toList();
  }

  @Override
  public Refreshing refresh(Place held, Deadline deadline) {
    answer();
    String provider = held.id().provider();
    boolean asked =
        provider.equals(PROVIDER)
            || places.stream().anyMatch(place -> place.id().provider().equals(provider));
    if (!asked) {
      return new Refreshing.NotAsked();
    }
    return find(held.id(), deadline)
        .<Refreshing>map(Refreshing.Fresh::new)
        .orElseGet(Refreshing.Gone::new);
  }

  @Override
  public FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline) {
    answer();
    List<Place> called =
        query.text().map(text -> named(text, deadline)).orElse(List.copyOf(places));
    return new FoundPlaces(PlaceSearch.page(query.narrow(called), page), silent());
  }

  private SequencedSet<String> silent() {
    return new LinkedHashSet<>(silent);
  }

  private void answer() {
    if (down) {
      throw new Unavailable("places", new IllegalStateException("told to be down"));
    }
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace(" ", "");
  }
}
