package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The places of TourAPI, with pictures, and with hours where these cannot be mistaken.
///
/// Hours are a call of their own for each place, and calls of a day are numbered, so that of an
/// area those nearest to its middle are asked for theirs. If one call fails, all of an answer does.
final class TourPlaces implements Places {

  /// What an area is asked for: sights, culture, shopping, and restaurants that have a picture; in
  /// which order, how many of them, and of how many the hours.
  private enum Part {
    SIGHTS("12", "E", 200, 25),
    CULTURE("14", "E", 100, 20),
    SHOPPING("38", "E", 50, 5),
    FOOD("39", "S", 100, 10);

    private final String type;
    private final String order;
    private final int most;
    private final int introduced;

    Part(String type, String order, int most, int introduced) {
      this.type = type;
      this.order = order;
      this.most = most;
      this.introduced = introduced;
    }
  }

  private static final int AT_ONCE = 8;

  /// Records of a search by name, and of how many of them the hours are asked for.
  private static final int CALLED = 50;

  private static final int INTRODUCED = 10;

  private final TourApi api;
  private final InstantSource clock;

  TourPlaces(TourApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  @Override
  public Optional<Area> area(String name, Deadline deadline) {
    return City.called(name);
  }

  @Override
  public List<String> areasSpelledLike(String name, Deadline deadline) {
    return City.spelledLike(name);
  }

  @Override
  public List<Place> in(Area area, Deadline deadline) {
    return around(area, deadline).stream()
        .sorted(Comparator.comparing(place -> place.id().id()))
        .toList();
  }

  private List<Place> around(Area area, Deadline deadline) {
    record Question(Part part, Area circle) {}
    List<Question> questions = new ArrayList<>();
    for (Area circle : Circles.covering(area, TourApi.WIDEST)) {
      Stream.of(Part.values()).forEach(part -> questions.add(new Question(part, circle)));
    }
    List<List<TourItem>> answers =
        Errands.all(
            questions,
            AT_ONCE,
            it ->
                api.around(it.circle(), it.part().type, it.part().order, it.part().most, deadline));
    Map<Part, Map<String, TourItem>> found = new HashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      Map<String, TourItem> items =
          found.computeIfAbsent(questions.get(i).part(), _ -> new HashMap<>());
      answers.get(i).forEach(item -> items.putIfAbsent(item.id(), item));
    }
    List<Known> plain = new ArrayList<>();
    List<Known> toIntroduce = new ArrayList<>();
    for (Part part : Part.values()) {
      List<Known> known =
          known(found.getOrDefault(part, Map.of()).values().stream())
              .filter(it -> area.contains(it.place().position()))
              .sorted(
                  Comparator.<Known>comparingDouble(
                          it -> area.center().metersTo(it.place().position()))
                      .thenComparing(it -> it.item().id()))
              .toList();
      int few = Math.min(part.introduced, known.size());
      toIntroduce.addAll(known.subList(0, few));
      plain.addAll(known.subList(few, known.size()));
    }
    return Stream.concat(
            introduced(toIntroduce, deadline).stream(), plain.stream().map(Known::place))
        .toList();
  }

  @Override
  public Optional<Place> find(PlaceId id, Deadline deadline) {
    if (!id.provider().equals(TourItem.PROVIDER) || !id.id().matches("[0-9]{1,20}")) {
      return Optional.empty();
    }
    return introduced(known(api.common(id.id(), deadline).stream()).toList(), deadline).stream()
        .filter(place -> place.id().equals(id))
        .findFirst();
  }

  @Override
  public Refreshing refresh(Place held, Deadline deadline) {
    return Refreshing.of(TourItem.PROVIDER, held.id(), () -> find(held.id(), deadline));
  }

  @Override
  public List<Place> named(String text, Deadline deadline) {
    return called(text, Optional.empty(), deadline);
  }

  /// None: what is searched for has to be a part of the name, letter by letter.
  @Override
  public List<String> placesSpelledLike(String text, Deadline deadline) {
    return List.of();
  }

  @Override
  public FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline) {
    List<Place> called =
        query
            .text()
            .map(text -> called(text, query.near(), deadline))
            .or(() -> query.near().map(area -> around(area, deadline)))
            .orElse(List.of());
    return PlaceSearch.found(query.narrow(called), page);
  }

  private List<Place> called(String text, Optional<Area> near, Deadline deadline) {
    Optional<String> words = SearchWords.of(text);
    if (words.isEmpty()) {
      return List.of();
    }
    Map<PlaceId, Known> known = new HashMap<>();
    known(api.called(words.get(), CALLED, deadline).stream())
        .filter(it -> near.isEmpty() || near.get().contains(it.place().position()))
        .forEach(it -> known.putIfAbsent(it.place().id(), it));
    List<Place> called = NameSearch.among(known.values().stream().map(Known::place).toList(), text);
    List<Known> best =
        called.stream()
            .limit(INTRODUCED)
            .flatMap(it -> Stream.ofNullable(known.get(it.id())))
            .toList();
    return Stream.concat(introduced(best, deadline).stream(), called.stream().skip(best.size()))
        .toList();
  }

  private record Known(TourItem item, Place place) {}

  private Stream<Known> known(Stream<TourItem> items) {
    return items.flatMap(
        item -> item.place(clock.instant()).map(place -> new Known(item, place)).stream());
  }

  /// In the same order, with hours where there are some.
  private List<Place> introduced(List<Known> known, Deadline deadline) {
    return Errands.all(
        known,
        AT_ONCE,
        it ->
            api.intro(it.item().id(), it.item().type(), deadline)
                .map(intro -> it.item().introduced(it.place(), intro))
                .orElse(it.place()));
  }
}
