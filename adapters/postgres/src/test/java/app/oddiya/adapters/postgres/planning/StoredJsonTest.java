package app.oddiya.adapters.postgres.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.plan.Certificate;
import app.oddiya.domain.planning.plan.Change;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Totals;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.testkit.story.Trips;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/// The stored form is a promise to the rows that exist: a text here changes with a migration only.
class StoredJsonTest {

  private static final String REQUEST =
      """
      {"destination":{"kind":"around","position":{"lat":35.1796,"lng":129.0756},"radiusKm":12.5},\
      "start":"2027-04-10","end":"2027-04-11","party":{"adults":2,"children":1},\
      "budget":{"amount":300000,"currency":"KRW"},"interests":["beach","night-view","저녁 산책"],\
      "pace":"RELAXED","mustVisit":[{"kind":"called","text":"해운대"},\
      {"kind":"known","place":{"provider":"catalogue","id":"busan-gamcheon-culture-village"}}],\
      "avoid":["aquarium"],"lodging":{"lat":35.1587,"lng":129.1604},"language":"KO",\
      "notes":"조용한 곳이 좋아요 🌊"}\
      """;

  private static final String DAYS =
      """
      [{"date":"2027-04-10","weather":{"kind":"forecast","lowC":9.5,"highC":17.25,\
      "rain":[{"from":"2027-04-10T12:00:00","millimetres":1.2}]},\
      "freeHours":[{"kind":"LUNCH","from":"12:00:00","to":"13:15:00"}],\
      "legToLodging":{"mode":"CAR","minutes":12,"meters":5100,"estimated":false}},\
      {"date":"2027-04-11","weather":{"kind":"unknown"},"freeHours":[]}]\
      """;

  private static final String FIRST_DETAIL =
      """
      [{"day":1,"position":1,"stopId":"00000000-0000-0000-0000-000000000001",\
      "placeId":"memory:stop-1","location":"Place stop-1","activity":"아침",\
      "visit":{"source":{"provider":"memory","id":"stop-1","fetchedAt":"2026-11-01T00:00:00Z"},\
      "localName":"장소 stop-1","category":"MUSEUM","position":{"lat":35.11,"lng":129.05},\
      "address":"길 stop-1","arrive":"09:30:00","depart":"11:00:00","locked":true,\
      "cost":{"amount":7000,"currency":"KRW"},\
      "checks":{"exists":{"verdict":"PASS","reason":"있음"},"open":{"verdict":"PASS","reason":"몰라요"},\
      "travel":{"verdict":"PASS","reason":"가까움"},"weather":{"verdict":"FAIL","reason":"비"}}}}]\
      """;

  private static final String SECOND_DETAIL =
      """
      [{"day":1,"position":2,"stopId":"00000000-0000-0000-0000-000000000002",\
      "placeId":"memory:stop-2","location":"Place stop-2","activity":"밤",\
      "visit":{"source":{"provider":"memory","id":"stop-2","fetchedAt":"2026-11-01T00:00:00Z"},\
      "localName":"장소 stop-2","category":"MUSEUM",\
      "position":{"lat":35.120000000000005,"lng":129.05},\
      "address":"길 stop-2","arrive":"23:00:00","depart":"00:30:00","locked":false,\
      "legFromPrevious":{"mode":"TRANSIT","minutes":25,"meters":7200,"estimated":true},\
      "picture":{"url":"https://example.org/night.jpg","source":"Example Tourism"},\
      "checks":{"exists":{"verdict":"PASS","reason":"있음"},\
      "open":{"verdict":"UNKNOWN","reason":"몰라요"},\
      "travel":{"verdict":"PASS","reason":"가까움"},"weather":{"verdict":"FAIL","reason":"비"}}}}]\
      """;

  private static final String TOTALS =
      """
      {"admission":{"amount":7000,"currency":"KRW"},"unpriced":1}\
      """;

  private static final String CERTIFICATE =
      """
      {"verdict":"UNKNOWN","checkedAt":"2026-11-14T00:30:00.123456Z","findings":[\
      {"stop":{"value":"00000000-0000-0000-0000-000000000002"},"check":"OPEN",\
      "verdict":"UNKNOWN","detail":"몰라요"},\
      {"check":"BUDGET","verdict":"PASS","detail":"7,000"}],\
      "sources":[{"provider":"memory","fetchedAt":"2026-11-01T00:00:00Z"}]}\
      """;

  private static final String FIRST_STOP =
      """
      {"id":{"value":"00000000-0000-0000-0000-000000000001"},\
      "placeId":{"provider":"memory","id":"stop-1"},"source":{"provider":"memory",\
      "id":"stop-1","fetchedAt":"2026-11-01T00:00:00Z"},"name":"Place stop-1",\
      "localName":"장소 stop-1","category":"MUSEUM","position":{"lat":35.11,"lng":129.05},\
      "address":"길 stop-1","arrive":"09:30:00","depart":"11:00:00","activity":"아침",\
      "locked":true,"cost":{"amount":7000,"currency":"KRW"},\
      "checks":{"exists":{"verdict":"PASS","reason":"있음"},"open":{"verdict":"PASS",\
      "reason":"몰라요"},"travel":{"verdict":"PASS","reason":"가까움"},\
      "weather":{"verdict":"FAIL","reason":"비"}}}\
      """;

  private static final String TRIP =
      """
      {"title":"부산 2일","language":"KO","destination":{"kind":"around",\
      "position":{"lat":35.1796,"lng":129.0756},"radiusKm":12.5},"start":"2027-04-10",\
      "end":"2027-04-11","source":"MANUAL","days":[{"date":"2027-04-10",\
      "weather":{"kind":"forecast","lowC":9.5,"highC":17.25,\
      "rain":[{"from":"2027-04-10T12:00:00","millimetres":1.2}]},\
      "stops":[{"id":{"value":"00000000-0000-0000-0000-000000000001"},\
      "placeId":{"provider":"memory","id":"stop-1"},"source":{"provider":"memory",\
      "id":"stop-1","fetchedAt":"2026-11-01T00:00:00Z"},"name":"Place stop-1",\
      "localName":"장소 stop-1","category":"MUSEUM","position":{"lat":35.11,"lng":129.05},\
      "address":"길 stop-1","arrive":"09:30:00","depart":"11:00:00","activity":"아침",\
      "locked":true,"cost":{"amount":7000,"currency":"KRW"},\
      "checks":{"exists":{"verdict":"PASS","reason":"있음"},"open":{"verdict":"PASS",\
      "reason":"몰라요"},"travel":{"verdict":"PASS","reason":"가까움"},\
      "weather":{"verdict":"FAIL","reason":"비"}}},\
      {"id":{"value":"00000000-0000-0000-0000-000000000002"},\
      "placeId":{"provider":"memory","id":"stop-2"},"source":{"provider":"memory",\
      "id":"stop-2","fetchedAt":"2026-11-01T00:00:00Z"},"name":"Place stop-2",\
      "localName":"장소 stop-2","category":"MUSEUM","position":{"lat":35.120000000000005,\
      "lng":129.05},"address":"길 stop-2","arrive":"23:00:00","depart":"00:30:00",\
      "activity":"밤","locked":false,"legFromPrevious":{"mode":"TRANSIT","minutes":25,\
      "meters":7200,"estimated":true},\
      "picture":{"url":"https://example.org/night.jpg","source":"Example Tourism"},"checks":{"exists":{"verdict":"PASS",\
      "reason":"있음"},"open":{"verdict":"UNKNOWN","reason":"몰라요"},\
      "travel":{"verdict":"PASS","reason":"가까움"},"weather":{"verdict":"FAIL",\
      "reason":"비"}}}],"freeHours":[{"kind":"LUNCH","from":"12:00:00","to":"13:15:00"}],\
      "legToLodging":{"mode":"CAR","minutes":12,"meters":5100,"estimated":false}},\
      {"date":"2027-04-11","weather":{"kind":"unknown"},"stops":[],"freeHours":[]}],\
      "totals":{"admission":{"amount":7000,"currency":"KRW"},"unpriced":1},\
      "certificate":{"verdict":"UNKNOWN","checkedAt":"2026-11-14T00:30:00.123456Z",\
      "findings":[{"stop":{"value":"00000000-0000-0000-0000-000000000002"},\
      "check":"OPEN","verdict":"UNKNOWN","detail":"몰라요"},{"check":"BUDGET",\
      "verdict":"PASS","detail":"7,000"}],"sources":[{"provider":"memory",\
      "fetchedAt":"2026-11-01T00:00:00Z"}]}}\
      """;

  @Test
  void a_request_is_stored_like_this() {
    assertThat(StoredJson.write(Trips.detailedWish())).isEqualTo(REQUEST);
    assertThat(read(REQUEST, new TypeReference<PlanRequest>() {})).isEqualTo(Trips.detailedWish());
  }

  @Test
  void days_are_stored_like_this() {
    List<StoredDay> days = StoredDay.of(Trips.trip().days());

    assertThat(StoredJson.write(days)).isEqualTo(DAYS);
    assertThat(read(DAYS, new TypeReference<List<StoredDay>>() {})).isEqualTo(days);
  }

  @Test
  void stops_are_stored_like_this() {
    List<Detail> stops = Detail.of(Trips.trip().days());

    assertStored(FIRST_DETAIL, stops.subList(0, 1));
    assertStored(SECOND_DETAIL, stops.subList(1, 2));
  }

  private static void assertStored(String json, List<Detail> stops) {
    assertThat(StoredJson.write(stops)).isEqualTo(json);
    assertThat(read(json, new TypeReference<List<Detail>>() {})).isEqualTo(stops);
  }

  @Test
  void totals_are_stored_like_this() {
    assertThat(StoredJson.write(Trips.trip().totals())).isEqualTo(TOTALS);
    assertThat(read(TOTALS, new TypeReference<Totals>() {})).isEqualTo(Trips.trip().totals());
  }

  @Test
  void a_certificate_is_stored_like_this() {
    assertThat(StoredJson.write(Trips.trip().certificate())).isEqualTo(CERTIFICATE);
    assertThat(read(CERTIFICATE, new TypeReference<Certificate>() {}))
        .isEqualTo(Trips.trip().certificate());
  }

  /// A proposal is a trip in one text.
  @Test
  void a_trip_is_stored_like_this() {
    assertThat(StoredJson.write(Trips.byHand())).isEqualTo(TRIP);
    assertThat(read(TRIP, new TypeReference<Trip>() {})).isEqualTo(Trips.byHand());
    assertThat(read(StoredJson.write(Trips.trip()), new TypeReference<Trip>() {}))
        .isEqualTo(Trips.trip());
  }

  @Test
  void a_diff_is_stored_like_this() {
    Stop stop = Trips.trip().days().getFirst().stops().getFirst();
    List<Change> diff =
        List.of(
            new Change(Change.Op.REMOVE, Trips.A_SATURDAY, Optional.of(stop), Optional.empty()));

    String json = "[{\"op\":\"REMOVE\",\"date\":\"2027-04-10\",\"before\":" + FIRST_STOP + "}]";
    assertThat(StoredJson.write(diff)).isEqualTo(json);
    assertThat(read(json, new TypeReference<List<Change>>() {})).isEqualTo(diff);
  }

  /// So that the release before can read what the next one has added to.
  @Test
  void what_is_not_known_yet_is_passed_over() {
    String later = TOTALS.replace("\"unpriced\":1", "\"unpriced\":1,\"meals\":3");

    assertThat(read(later, new TypeReference<Totals>() {})).isEqualTo(Trips.trip().totals());
  }

  private static <T> T read(String json, TypeReference<T> type) {
    return StoredJson.read(json.getBytes(StandardCharsets.UTF_8), type);
  }
}
