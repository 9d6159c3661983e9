package app.oddiya.adapters.services.planning.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Shape;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.place.Admission;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Evidence;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.MonthlyClosure;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.OpeningRule;
import app.oddiya.domain.planning.place.Picture;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.planning.place.Window;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.testkit.story.Trips;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceRecordViewTest {

  private static final GeoPoint HERE = new GeoPoint(35.1, 129.1);

  static Stream<Place> places() {
    return Stream.of(
        Trips.museum("museum", HERE),
        Trips.park("park", HERE),
        Trips.restaurant("restaurant", HERE),
        new Place(
            new PlaceId("kakao", "7_9-A"),
            new LocalText("야시장 \"밤\"", Map.of(Language.JA, "夜市", Language.ZH, "夜市")),
            Category.NIGHT_VIEW,
            Set.of(Interest.NIGHT_VIEW, Interest.K_POP),
            Setting.MIXED,
            HERE,
            Optional.empty(),
            everyKindOfHours(),
            Optional.of(
                new Admission(
                    Money.won(0),
                    Optional.empty(),
                    new Evidence(List.of("https://example.org"), "2026", Optional.empty()))),
            720,
            Optional.of(new Picture(URI.create("https://tong.visitkorea.or.kr/1.jpg"), "KTO")),
            new Source("kakao", "7_9-A", Instant.parse("2026-11-14T00:30:00.123456Z"))),
        Trips.place(
            "silent",
            Category.CAFE,
            Set.of(),
            Setting.INDOOR,
            HERE,
            new OpeningHours.Unpublished()));
  }

  private static OpeningHours everyKindOfHours() {
    return new OpeningHours.Timetable(
        List.of(
            Trips.daily(Set.of(DayOfWeek.FRIDAY), new Window(0, 1440, OptionalInt.empty())),
            new OpeningRule(
                MonthDay.of(11, 1),
                MonthDay.of(2, 29),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                new Window(18 * 60, 26 * 60, OptionalInt.of(25 * 60 + 30)))),
        Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
        Set.of(MonthDay.of(1, 1), MonthDay.of(2, 29)),
        List.of(
            new MonthlyClosure(
                Set.of(1, MonthlyClosure.LAST), DayOfWeek.WEDNESDAY, Set.of(Month.MAY)),
            new MonthlyClosure(Set.of(5), DayOfWeek.THURSDAY, Set.of())),
        OpeningHours.OnHolidays.OPEN_THEN_CLOSED,
        OpeningHours.OnFestivals.CLOSED,
        Trips.evidence());
  }

  @ParameterizedTest
  @MethodSource("places")
  void aRecordTravelsThereAndBack(Place place) throws MalformedJson {
    byte[] sent = Wire.write(PlaceRecordView.of(place));

    assertThat(read(new String(sent, StandardCharsets.UTF_8)).toPlace()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "memory:museum | nowhere",
        "\"local\":\"장소 museum\" | \"local\":\"\"",
        "\"open\":\"09:00\" | \"open\":\"49:00\"",
        "\"typicalMinutes\":60 | \"typicalMinutes\":4",
        "\"names\":{ | \"rank\":1,\"names\":{",
      })
  void whatIsNoRecordIsPointedAt(String right, String wrong) {
    String json = new String(Wire.write(PlaceRecordView.of(museum())), StandardCharsets.UTF_8);
    assertThat(json).contains(right);

    assertThatThrownBy(() -> read(json.replace(right, wrong))).isInstanceOf(InvalidFields.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"category\":\"museum\" | \"category\":\"castle\"",
        "\"history\" | \"alchemy\"",
        "\"to\":\"12-31\" | \"to\":\"02-30\"",
        "\"close\":\"18:00\" | \"close\":\"08:00\"",
        "\"local\":\"장소 museum\" | \"local\":\" \"",
      })
  void whatCannotBeHasNoMeaning(String right, String wrong) throws MalformedJson {
    String json = new String(Wire.write(PlaceRecordView.of(museum())), StandardCharsets.UTF_8);
    assertThat(json).contains(right);

    PlaceRecordView view = read(json.replace(right, wrong));

    assertThat(Meaning.of(view::toPlace).understood()).isEmpty();
  }

  @Test
  void travellersAreShownAPlaceInTheirLanguage() {
    PlaceView shown = PlaceView.of(museum(), Language.EN);

    assertThat(shown.name()).isEqualTo("Place museum");
    assertThat(shown.localName()).isEqualTo("장소 museum");
    assertThat(shown.hours().status()).isEqualTo(HoursView.Status.KNOWN);
    assertThat(new String(Wire.write(shown), StandardCharsets.UTF_8))
        .contains("\"hours\":{\"status\":\"known\"", "\"lastAdmission\":\"17:00\"");
  }

  private static Place museum() {
    return Trips.museum("museum", HERE);
  }

  private static PlaceRecordView read(String json) throws MalformedJson {
    return (PlaceRecordView)
        Wire.read(
            Shape.of(PlaceRecordView.class), Json.parse(json.getBytes(StandardCharsets.UTF_8)));
  }
}
