package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.NearSpelling;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The places of Kakao Local. Their opening hours and prices are not known: Kakao gives none.
///
/// Kakao cannot be asked for all places of an area, nor for the place of an id. An area is what a
/// number of searches find in it; if one of them fails, all of it is, so that nobody keeps half an
/// area for the whole. Of ids those are known whose places have been shown here of late.
final class KakaoPlaces implements Places {

  /// Sights, culture, restaurants, cafes:
  /// https://developers.kakao.com/docs/latest/ko/local/dev-guide
  private static final List<String> GROUPS = List.of("AT4", "CT1", "FD6", "CE7");

  /// What the groups leave out, or show too little of.
  private static final List<String> KEYWORDS =
      List.of("관광지", "박물관", "시장", "공원", "해수욕장", "전망대", "사찰");

  private static final List<KakaoLocal.Query> CANDIDATES =
      Stream.<KakaoLocal.Query>concat(
              GROUPS.stream().map(KakaoLocal.Query.Group::new),
              KEYWORDS.stream().map(KakaoLocal.Query.Keyword::new))
          .toList();

  private static final int AT_ONCE = 8;

  /// How far a place may have moved and be the same.
  private static final double MOVED_KM = 1;

  private final KakaoLocal kakao;
  private final ShownPlaces shown;

  KakaoPlaces(KakaoLocal kakao, InstantSource clock) {
    this.kakao = kakao;
    this.shown = new ShownPlaces(clock);
  }

  @Override
  public Optional<Area> area(String name, Deadline deadline) {
    Optional<Area> city = City.called(name);
    if (city.isPresent()) {
      return city;
    }
    return SearchWords.of(name).flatMap(words -> region(words, kakao.addresses(words, deadline)));
  }

  /// The region that bears the name; empty if none does or several do, as with the many `중구`.
  private static Optional<Area> region(String name, List<KakaoAnswers.AddressDocument> addresses) {
    List<Area> regions =
        addresses.stream().flatMap(address -> KakaoRegion.of(address, name).stream()).toList();
    return regions.size() == 1 ? Optional.of(regions.getFirst()) : Optional.empty();
  }

  @Override
  public List<String> areasSpelledLike(String name, Deadline deadline) {
    return City.spelledLike(name);
  }

  @Override
  public List<Place> in(Area area, Deadline deadline) {
    return found(CANDIDATES, area, deadline).stream()
        .filter(place -> area.contains(place.position()))
        .sorted(Comparator.comparing(place -> place.id().id()))
        .toList();
  }

  @Override
  public Optional<Place> find(PlaceId id, Deadline deadline) {
    return shown.find(id);
  }

  /// Searched for by its name where it was; a place that has been renamed is known by what is
  /// around there.
  @Override
  public Refreshing refresh(Place held, Deadline deadline) {
    return Refreshing.of(KakaoAnswers.PROVIDER, held.id(), () -> present(held, deadline));
  }

  private Optional<Place> present(Place held, Deadline deadline) {
    Area there = new Area(Optional.empty(), held.position(), MOVED_KM);
    return SearchWords.of(held.names().local()).stream()
        .flatMap(
            words -> found(List.of(new KakaoLocal.Query.Keyword(words)), there, deadline).stream())
        .filter(place -> place.id().equals(held.id()))
        .findFirst()
        .or(
            () ->
                found(CANDIDATES, new Area(Optional.empty(), held.position(), 0.1), deadline)
                    .stream()
                    .filter(place -> place.id().equals(held.id()))
                    .findFirst());
  }

  @Override
  public List<Place> named(String text, Deadline deadline) {
    return NameSearch.among(anywhere(text, deadline), text);
  }

  /// Of what Kakao itself takes for an answer.
  @Override
  public List<String> placesSpelledLike(String text, Deadline deadline) {
    return NearSpelling.of(
        text, anywhere(text, deadline).stream().flatMap(place -> place.names().all()));
  }

  private List<Place> anywhere(String text, Deadline deadline) {
    return SearchWords.of(text)
        .map(
            words ->
                remembered(
                    kakao.search(
                        new KakaoLocal.Query.Keyword(words),
                        Optional.empty(),
                        KakaoLocal.PAGE,
                        deadline)))
        .orElse(List.of());
  }

  /// Without a text and a circle Kakao cannot be asked: that would be the whole country.
  @Override
  public FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline) {
    List<Place> called =
        query
            .text()
            .map(text -> called(text, query.near(), deadline))
            .or(() -> query.near().map(area -> nearby(area, query, deadline)))
            .orElse(List.of());
    return PlaceSearch.found(query.narrow(called), page);
  }

  private List<Place> called(String text, Optional<Area> near, Deadline deadline) {
    Optional<KakaoLocal.Query> query = SearchWords.of(text).map(KakaoLocal.Query.Keyword::new);
    if (query.isEmpty()) {
      return List.of();
    }
    List<Place> found =
        near.map(area -> found(List.of(query.get()), area, deadline))
            .orElseGet(
                () ->
                    remembered(
                        kakao.search(query.get(), Optional.empty(), KakaoLocal.MOST, deadline)));
    return NameSearch.among(found, text);
  }

  private List<Place> nearby(Area area, PlaceQuery query, Deadline deadline) {
    return query
        .category()
        .map(
            category ->
                found(
                    List.of(new KakaoLocal.Query.Keyword(category.words().local())),
                    area,
                    deadline))
        .orElseGet(() -> in(area, deadline));
  }

  /// What queries find in an area, each place once. Where one circle is too small for the area
  /// there are many answers already, and one page of each will do.
  private List<Place> found(List<KakaoLocal.Query> queries, Area area, Deadline deadline) {
    List<Area> circles = Circles.covering(area, KakaoLocal.WIDEST);
    int most = circles.size() == 1 ? KakaoLocal.MOST : KakaoLocal.PAGE;
    record Question(KakaoLocal.Query query, Area circle) {}
    List<Question> questions = new ArrayList<>();
    queries.forEach(query -> circles.forEach(circle -> questions.add(new Question(query, circle))));
    Map<PlaceId, Place> byId = new LinkedHashMap<>();
    Errands.all(
            questions,
            AT_ONCE,
            it -> kakao.search(it.query(), Optional.of(it.circle()), most, deadline))
        .forEach(places -> places.forEach(place -> byId.putIfAbsent(place.id(), place)));
    return remembered(List.copyOf(byId.values()));
  }

  private List<Place> remembered(List<Place> places) {
    shown.add(places);
    return places;
  }
}
