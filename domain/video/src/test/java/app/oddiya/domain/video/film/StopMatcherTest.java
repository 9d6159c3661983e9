package app.oddiya.domain.video.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopMatcherTest {

  private static final GeoPoint HAEUNDAE = new GeoPoint(35.1587, 129.1604);
  private static final GeoPoint GAMCHEON = new GeoPoint(35.0975, 129.0106);

  private static final TripStop BEACH = stop("beach", "2026-05-03", "09:00", "11:00", HAEUNDAE);
  private static final TripStop VILLAGE = stop("village", "2026-05-03", "13:00", "15:00", GAMCHEON);
  private static final TripStop NIGHT_BEACH =
      stop("night", "2026-05-03", "23:30", "00:30", HAEUNDAE);

  private final StopMatcher matcher =
      new StopMatcher(
          new TripOutline(
              "부산",
              Locale.KOREAN,
              ZoneId.of("Asia/Seoul"),
              LocalDate.parse("2026-05-03"),
              LocalDate.parse("2026-05-04"),
              List.of(BEACH, VILLAGE, NIGHT_BEACH),
              Map.of()));

  @Test
  void timeAndPlaceTogetherNameTheStop() {
    assertThat(matcher.stopOf(taken("2026-05-03T10:00", HAEUNDAE))).contains(BEACH);
    assertThat(matcher.stopOf(taken("2026-05-03T14:00", GAMCHEON))).contains(VILLAGE);
  }

  @Test
  void timeTellsTwoVisitsToOnePlaceApart() {
    assertThat(matcher.stopOf(taken("2026-05-04T00:10", HAEUNDAE))).contains(NIGHT_BEACH);
    assertThat(matcher.stopOf(taken("2026-05-03T09:30", HAEUNDAE))).contains(BEACH);
  }

  @Test
  void aPlaceOutweighsAClockThatIsHoursOff() {
    assertThat(matcher.stopOf(taken("2026-05-03T05:00", GAMCHEON))).contains(VILLAGE);
  }

  @Test
  void theRightTimeFarAwayIsNotTheStop() {
    GeoPoint threeKilometersOff = new GeoPoint(HAEUNDAE.lat() + 0.027, HAEUNDAE.lng());
    assertThat(matcher.stopOf(taken("2026-05-03T10:00", threeKilometersOff))).isEmpty();
  }

  @Test
  void aPlaceAloneMatchesNearbyOnly() {
    assertThat(matcher.stopOf(Photos.in(Photos.LANDSCAPE, north(HAEUNDAE, 600)))).contains(BEACH);
    assertThat(matcher.stopOf(Photos.in(Photos.LANDSCAPE, north(HAEUNDAE, 750)))).isEmpty();
  }

  @Test
  void aTimeAloneMatchesAboutHalfAnHourAroundTheStay() {
    assertThat(matcher.stopOf(Photos.at(Photos.LANDSCAPE, "2026-05-03T12:25"))).contains(VILLAGE);
    assertThat(matcher.stopOf(Photos.at(Photos.LANDSCAPE, "2026-05-03T11:35"))).contains(BEACH);
    assertThat(matcher.stopOf(Photos.at(Photos.LANDSCAPE, "2026-05-03T16:00"))).isEmpty();
  }

  @Test
  void aCameraThatSaysItsOffsetIsReadInTheTripsZone() {
    DecodedPhoto onLondonTime = Photos.at(Photos.LANDSCAPE, "2026-05-03T05:00");
    assertThat(matcher.stopOf(onLondonTime)).isEmpty();
    assertThat(matcher.stopOf(Photos.offset(onLondonTime, "+01:00"))).contains(VILLAGE);
  }

  @Test
  void aPhotoThatKnowsNothingMatchesNothing() {
    assertThat(matcher.stopOf(Photos.LANDSCAPE)).isEqualTo(Optional.empty());
  }

  private static GeoPoint north(GeoPoint of, double meters) {
    return new GeoPoint(of.lat() + meters / 111_195, of.lng());
  }

  private static DecodedPhoto taken(String time, GeoPoint position) {
    return Photos.in(Photos.at(Photos.LANDSCAPE, time), position);
  }

  private static TripStop stop(
      String id, String date, String arrive, String depart, GeoPoint position) {
    return new TripStop(
        id,
        id,
        id,
        LocalDate.parse(date),
        LocalTime.parse(arrive),
        LocalTime.parse(depart),
        position);
  }
}
