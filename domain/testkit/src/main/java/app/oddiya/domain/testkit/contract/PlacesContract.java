package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Gathered;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.planning.place.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [Places] does. The provider under test knows a destination called [#DESTINATION] with
/// at least two places in it.
public interface PlacesContract extends PlaceSearchContract {

  String DESTINATION = "Busan";

  Places places();

  @Override
  default PlaceSearch search() {
    return places();
  }

  @Test
  default void aDestinationIsKnownWhateverTheCaseAndSpacing() {
    Area area = destination();

    assertThat(area.name().orElseThrow().in(Language.EN)).isEqualTo(DESTINATION);
    for (String spelled : List.of("busan", "BUSAN", " Busan ")) {
      assertThat(places().area(spelled, Deadlines.ample())).contains(area);
    }
  }

  @Test
  default void aDestinationThatNobodyKnowsIsNotGuessed() {
    for (String unknown : List.of("Atlantis", "Bus", "B", "", "부", "\u0000")) {
      assertThat(places().area(unknown, Deadlines.ample())).as(unknown).isEmpty();
    }
  }

  @Test
  default void aDestinationIsOfferedToWhoMisspellsIt() {
    for (String misspelled : List.of("Busna", "Bussan", "Buan", "부싼")) {
      assertThat(places().areasSpelledLike(misspelled, Deadlines.ample()))
          .as(misspelled)
          .isNotEmpty()
          .allSatisfy(name -> assertThat(places().area(name, Deadlines.ample())).isPresent());
      assertThat(places().areasSpelledLike(misspelled, Deadlines.ample()))
          .anySatisfy(
              name -> assertThat(places().area(name, Deadlines.ample())).contains(destination()));
    }
    for (String unlike : List.of("Atlantis", "Bu", "", "부", "\u0000")) {
      assertThat(places().areasSpelledLike(unlike, Deadlines.ample())).as(unlike).isEmpty();
    }
  }

  @Test
  default void onlyNamesThatPlacesBearAreOfferedToWhoMisspellsOne() {
    for (String name : some().names().all().toList()) {
      assertThat(places().placesSpelledLike(name + "x", Deadlines.ample()))
          .as(name)
          .hasSizeLessThanOrEqualTo(3)
          .allSatisfy(
              offered -> assertThat(places().named(offered, Deadlines.ample())).isNotEmpty());
    }
    for (String unlike : List.of("Neuschwanstein", "", "  ", "?!")) {
      assertThat(places().placesSpelledLike(unlike, Deadlines.ample())).as(unlike).isEmpty();
    }
  }

  @Test
  default void anAreaHoldsThePlacesInsideItAndNoOther() {
    Area area = destination();
    List<Place> inside = places().in(area, Deadlines.ample());
    Place one = inside.getFirst();
    List<Place> near =
        places().in(new Area(Optional.empty(), one.position(), 0.001), Deadlines.ample());

    assertThat(inside).hasSizeGreaterThan(1).allMatch(each -> area.contains(each.position()));
    assertThat(inside).doesNotHaveDuplicates();
    assertThat(near).contains(one).allMatch(each -> each.position().metersTo(one.position()) <= 1);
  }

  @Test
  default void thePlacesOfAnAreaComeInAStableOrder() {
    assertThat(places().in(destination(), Deadlines.ample()))
        .isEqualTo(places().in(destination(), Deadlines.ample()));
  }

  @Test
  default void aPlaceIsFoundByItsId() {
    Place one = some();

    assertThat(places().find(one.id(), Deadlines.ample())).contains(one);
    assertThat(places().find(new PlaceId(one.id().provider(), "no-such-place"), Deadlines.ample()))
        .isEmpty();
    assertThat(places().find(new PlaceId("nobody", one.id().id()), Deadlines.ample())).isEmpty();
  }

  @Test
  default void aPlaceSaysWhoseRecordItIs() {
    Place one = some();

    assertThat(one.source().provider()).isEqualTo(one.id().provider());
    assertThat(one.source().id()).isEqualTo(one.id().id());
  }

  @Test
  default void aPlaceIsNamedInAnyLanguageWhateverTheCase() {
    Place one = some();

    assertThat(one.names().all())
        .allSatisfy(
            name -> {
              assertThat(places().named(name, Deadlines.ample())).contains(one);
              assertThat(places().named(name.toUpperCase(Locale.ROOT), Deadlines.ample()))
                  .contains(one);
            });
  }

  @Test
  default void aNameThatNobodyBearsNamesNothing() {
    for (String unknown : List.of("Neuschwanstein", "", "  ", "?!")) {
      assertThat(places().named(unknown, Deadlines.ample())).as(unknown).isEmpty();
    }
  }

  @Test
  default void aPlaceThatIsHeldIsRefreshed() {
    Place one = some();

    assertThat(places().refresh(one, Deadlines.ample())).isEqualTo(new Refreshing.Fresh(one));
  }

  @Test
  default void aPlaceOfWhichThereIsNoRecordAnyMoreIsGone() {
    Place one = some();
    PlaceId gone = new PlaceId(one.id().provider(), "no-such-place");

    assertThat(places().refresh(under(gone, one), Deadlines.ample()))
        .isEqualTo(new Refreshing.Gone());
  }

  @Test
  default void aPlaceOfAProviderThatNobodyCanAskIsNotSaidToBeGone() {
    Place one = some();
    PlaceId elsewhere = new PlaceId("nobody", one.id().id());

    assertThat(places().refresh(under(elsewhere, one), Deadlines.ample()))
        .isEqualTo(new Refreshing.NotAsked());
  }

  @Test
  default void whatIsGatheredOfAnAreaIsWhatIsInItWhileEverybodyAnswers() {
    Gathered gathered = places().gather(destination(), Deadlines.ample());

    assertThat(gathered.places()).isEqualTo(places().in(destination(), Deadlines.ample()));
    assertThat(gathered.silent()).isEmpty();
  }

  private static Place under(PlaceId id, Place place) {
    return new Place(
        id,
        place.names(),
        place.category(),
        place.interests(),
        place.setting(),
        place.position(),
        place.address(),
        place.hours(),
        place.admission(),
        place.typicalMinutes(),
        place.picture(),
        new Source(id.provider(), id.id(), place.source().fetchedAt()));
  }

  private Area destination() {
    return places().area(DESTINATION, Deadlines.ample()).orElseThrow();
  }

  private Place some() {
    return places().in(destination(), Deadlines.ample()).getFirst();
  }
}
