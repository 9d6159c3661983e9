package app.oddiya.adapters.memory.planning;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PlacesContract;
import app.oddiya.domain.testkit.story.Trips;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryPlacesTest implements PlacesContract {

  private static final GeoPoint CENTER = new GeoPoint(35.1796, 129.0756);

  private final MemoryPlaces places =
      new MemoryPlaces()
          .knowing(
              new Area(
                  Optional.of(new LocalText("부산", Map.of(Language.EN, DESTINATION))), CENTER, 20))
          .knowing(Trips.museum("museum", CENTER))
          .knowing(Trips.park("park", new GeoPoint(35.2, 129.1)))
          .knowing(Trips.park("far", new GeoPoint(37.5, 127.0)));

  @Override
  public Places places() {
    return places;
  }

  @Test
  void aProviderThatIsDownKnowsNeitherPlacesNorTheirAbsence() {
    places.goDown();

    assertThatThrownBy(() -> places.area(DESTINATION, new Deadline(Instant.MAX)))
        .isInstanceOf(Unavailable.class);
  }
}
