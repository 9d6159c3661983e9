package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.Gathered;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Several providers as one, each place of theirs once.
///
/// They stand in the order in which their records are preferred: the first record of a place gives
/// its id and all that it says, the others fill in what it does not say. The catalogue is first, as
/// every fact of it was read with its source; TourAPI next, which knows hours and can be asked for
/// an id; Kakao last.
///
/// One that does not answer is done without: what is found is then found by the others, and
/// [#gather] and [#search] say so. Only if nothing is found is it an outage, since the silent one
/// may know it.
final class MergedPlaces implements Places {

  private static final Logger LOG = LoggerFactory.getLogger(MergedPlaces.class);

  /// Nobody is waited for longer, so that there is time left for what the others know.
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /// The one whose records may fill in hours and pictures of one place.
  private static final String TELLS_MORE = TourItem.PROVIDER;

  private static final double AROUND_KM = 1;
  private static final Page.Request FIRST_HUNDRED = new Page.Request(100, Optional.empty());

  private final SequencedMap<String, Places> providers;
  private final InstantSource clock;

  /// @param providers by their names, as in [PlaceId]
  MergedPlaces(SequencedMap<String, Places> providers, InstantSource clock) {
    this.providers = new LinkedHashMap<>(providers);
    this.clock = clock;
  }

  /// What all of them answered to one question, those who did.
  private record Answers<A>(List<A> given, SequencedSet<String> silent, List<Unavailable> why) {}

  private sealed interface Reply<A> {

    record Given<A>(A answer) implements Reply<A> {}

    record Silent<A>(String provider, Unavailable why) implements Reply<A> {}
  }

  @Override
  public Optional<Area> area(String name, Deadline deadline) {
    // One after another, as the first ones know the cities that most people go to.
    List<Unavailable> silent = new ArrayList<>();
    for (var provider : providers.entrySet()) {
      try {
        Optional<Area> area = provider.getValue().area(name, patient(deadline));
        if (area.isPresent()) {
          return area;
        }
      } catch (Unavailable noAnswer) {
        tell(provider.getKey(), noAnswer);
        silent.add(noAnswer);
      }
    }
    if (!silent.isEmpty()) {
      throw silent.getFirst();
    }
    return Optional.empty();
  }

  @Override
  public List<String> areasSpelledLike(String name, Deadline deadline) {
    return nearest(name, ask(places -> places.areasSpelledLike(name, patient(deadline))));
  }

  @Override
  public List<String> placesSpelledLike(String text, Deadline deadline) {
    return nearest(text, ask(places -> places.placesSpelledLike(text, patient(deadline))));
  }

  /// Of those who answered: that one is silent makes what the others offer no worse.
  private static List<String> nearest(String text, Answers<List<String>> answers) {
    return NearSpelling.of(text, answers.given().stream().flatMap(List::stream));
  }

  @Override
  public List<Place> in(Area area, Deadline deadline) {
    return gather(area, deadline).places();
  }

  @Override
  public Gathered gather(Area area, Deadline deadline) {
    Answers<List<Place>> answers = ask(places -> places.in(area, patient(deadline)));
    return new Gathered(merged(answers), answers.silent());
  }

  @Override
  public Optional<Place> find(PlaceId id, Deadline deadline) {
    Places places = providers.get(id.provider());
    return places == null
        ? Optional.empty()
        : places.find(id, deadline).map(place -> filled(place, Optional.empty(), deadline));
  }

  @Override
  public Refreshing refresh(Place held, Deadline deadline) {
    Places places = providers.get(held.id().provider());
    if (places == null) {
      return new Refreshing.NotAsked();
    }
    return switch (places.refresh(held, deadline)) {
      case Refreshing.Fresh(var place) ->
          new Refreshing.Fresh(filled(place, Optional.of(held), deadline));
      case Refreshing.Gone gone -> gone;
      case Refreshing.NotAsked notAsked -> notAsked;
    };
  }

  @Override
  public List<Place> named(String text, Deadline deadline) {
    return NameSearch.among(merged(ask(places -> places.named(text, patient(deadline)))), text);
  }

  @Override
  public FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline) {
    Answers<List<Place>> answers =
        ask(places -> places.search(query, FIRST_HUNDRED, patient(deadline)).page().items());
    List<Place> found = merged(answers);
    List<Place> called = query.text().map(text -> NameSearch.among(found, text)).orElse(found);
    return new FoundPlaces(PlaceSearch.page(query.narrow(called), page), answers.silent());
  }

  /// One record with what another provider knows of the place. If that one does not answer, what
  /// was known before stays: it says itself how old it is.
  private Place filled(Place place, Optional<Place> held, Deadline deadline) {
    Places more = providers.get(TELLS_MORE);
    if (more == null
        || place.id().provider().equals(TELLS_MORE)
        || !SamePlace.lacksSomething(place)) {
      return place;
    }
    PlaceQuery sameName =
        new PlaceQuery(
            Optional.of(place.names().local()),
            Optional.of(new Area(Optional.empty(), place.position(), AROUND_KM)),
            Optional.empty());
    try {
      SamePlace.Named named = SamePlace.Named.of(place);
      return more.search(sameName, FIRST_HUNDRED, patient(deadline)).page().items().stream()
          .filter(other -> named.isSameAs(SamePlace.Named.of(other)))
          .findFirst()
          .map(other -> SamePlace.filled(place, other))
          .orElse(place);
    } catch (Unavailable noAnswer) {
      tell(TELLS_MORE, noAnswer);
      return held.map(before -> SamePlace.filled(place, before)).orElse(place);
    }
  }

  private static List<Place> merged(Answers<List<Place>> answers) {
    List<Place> all = answers.given().stream().flatMap(List::stream).toList();
    if (all.isEmpty() && !answers.why().isEmpty()) {
      throw answers.why().getFirst();
    }
    return SamePlace.merged(all);
  }

  private <A> Answers<A> ask(Function<Places, A> question) {
    List<Reply<A>> replies =
        Errands.all(
            List.copyOf(providers.entrySet()),
            providers.size(),
            provider -> {
              try {
                return new Reply.Given<A>(question.apply(provider.getValue()));
              } catch (Unavailable noAnswer) {
                tell(provider.getKey(), noAnswer);
                return new Reply.Silent<A>(provider.getKey(), noAnswer);
              }
            });
    List<A> given = new ArrayList<>();
    SequencedSet<String> silent = new LinkedHashSet<>();
    List<Unavailable> why = new ArrayList<>();
    for (Reply<A> reply : replies) {
      switch (reply) {
        case Reply.Given<A>(var answer) -> given.add(answer);
        case Reply.Silent<A>(var provider, var cause) -> {
          silent.add(provider);
          why.add(cause);
        }
      }
    }
    return new Answers<>(given, silent, why);
  }

  private Deadline patient(Deadline deadline) {
    return deadline.atMost(PATIENCE, clock);
  }

  private static void tell(String provider, Unavailable why) {
    LOG.atWarn()
        .addKeyValue("event", "provider_silent")
        .addKeyValue("provider", provider)
        .addKeyValue("reason", String.valueOf(why.getCause()))
        .log("a provider of places does not answer and is done without");
  }
}
