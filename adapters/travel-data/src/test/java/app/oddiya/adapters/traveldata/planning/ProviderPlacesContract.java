package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PlacesContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of places that are asked for over HTTP, beside what holds of all: whatever is wrong
/// with the provider is an outage, and never an empty answer.
interface ProviderPlacesContract extends PlacesContract {

  Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
  PlaceQuery EVERYWHERE = new PlaceQuery(Optional.empty(), Optional.empty(), Optional.empty());
  Deadline AMPLE = new Deadline(Instant.parse("2100-01-01T00:00:00Z"));

  /// The provider, which has places near [#near] and one called 해운대.
  ProviderStub stub();

  Area near();

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 500, 503})
  default void everyRefusalIsAnOutage(int status) {
    stub().turnTo(_ -> ProviderStub.Reply.json(status, "{\"message\":\"no\"}"));

    assertOutages();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "not json", "<html>maintenance</html>"})
  default void anAnswerThatIsNotWhatIsDocumentedIsAnOutage(String nonsense) {
    stub().turnTo(_ -> ProviderStub.Reply.json(nonsense));

    assertOutages();
  }

  default void assertOutages() {
    assertThatThrownBy(() -> places().in(near(), AMPLE)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> places().named("해운대", AMPLE)).isInstanceOf(Unavailable.class);
  }

  @Test
  default void silenceEndsWithTheDeadline() {
    stub().turnTo(_ -> new ProviderStub.Reply.Silence());

    Deadline soon = new Deadline(NOW.plus(Duration.ofMillis(200)));
    assertThatThrownBy(() -> places().in(near(), soon)).isInstanceOf(Unavailable.class);
  }

  @Test
  default void aLongAnswerIsNotReadOn() {
    stub().turnTo(_ -> ProviderStub.Reply.json("{\"meta\":\"" + "x".repeat(3 << 20) + "\"}"));

    assertOutages();
  }

  @Test
  default void noCallIsMadeForWordsThatNameNothingOrIdsOfOthers() {
    for (String text : List.of("", " ", "?!", "\u0000", "가".repeat(101))) {
      assertThat(places().named(text, AMPLE)).isEmpty();
      assertThat(places().area(text, AMPLE)).isEmpty();
    }
    assertThat(places().find(new PlaceId("another", "126081"), AMPLE)).isEmpty();

    assertThat(stub().asked()).isEmpty();
  }

  @Test
  default void ofAllTheCountryNothingIsAsked() {
    assertThat(
            places()
                .search(EVERYWHERE, new Page.Request(10, Optional.empty()), AMPLE)
                .page()
                .items())
        .isEmpty();

    assertThat(stub().asked()).isEmpty();
  }
}
