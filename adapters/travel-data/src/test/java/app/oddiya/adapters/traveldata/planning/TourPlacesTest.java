package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.adapters.http.QuotaSpent;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Evidence;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.time.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TourPlacesTest implements ProviderPlacesContract {

  private static final Area NEAR = new Area(Optional.empty(), new GeoPoint(35.1587, 129.1604), 5);

  private final SettableClock clock = new SettableClock(NOW);
  private final TourStub tour =
      new TourStub()
          .with(
              "126081",
              "12",
              "해운대해수욕장",
              "NA020900",
              35.1587,
              129.1604,
              ",\"firstimage\":\"http://tong.visitkorea.or.kr/cms/resource/1_image2_1.jpg\","
                  + "\"cpyrhtDivCd\":\"Type1\"")
          .withIntro("126081", "\"usetime\":\"상시 개방<br />\",\"restdate\":\"연중무휴\"")
          .with("129156", "14", "부산시립미술관", "VE070600", 35.1667, 129.1371, "")
          .withIntro(
              "129156",
              "\"usetimeculture\":\"10:00~18:00 (입장마감 17:00)\","
                  + "\"restdateculture\":\"매주 월요일, 1월 1일\",\"usefee\":\"무료\"")
          .with("132900", "38", "해운대시장", "SH060200", 35.1617, 129.1606, "")
          .withIntro("132900", "\"opentime\":\"점포별 상이\",\"restdateshopping\":\"점포별 상이\"")
          .with("555001", "39", "해운대맛집", "FD010100", 35.1632, 129.1665, "")
          .with("555002", "12", "해운대 처음 보는 것", "ZZ990000", 35.16, 129.16, "");
  private final ProviderStub stub = new ProviderStub(tour::answer);
  private final ProviderClients clients = new ProviderClients(clock);
  private final Places places =
      new TourPlaces(new TourApi(clients.to("TourAPI", stub.address()), TourStub.KEY), clock);

  @AfterEach
  void stop() {
    clients.close();
    stub.close();
  }

  @Override
  public Places places() {
    return places;
  }

  @Override
  public ProviderStub stub() {
    return stub;
  }

  @Override
  public Area near() {
    return NEAR;
  }

  @Test
  void noCallIsMadeForAnIdThatCannotBe() {
    assertThat(places.find(new PlaceId("tourapi", "a-b"), AMPLE)).isEmpty();

    assertThat(stub.asked()).isEmpty();
  }

  @Test
  void aRecordIsTakenOverWithItsHoursItsPriceAndWhereTheyCameFrom() {
    Place museum = find("129156");

    assertThat(museum.id()).hasToString("tourapi:129156");
    assertThat(museum.names().local()).isEqualTo("부산시립미술관");
    assertThat(museum.category()).isEqualTo(Category.GALLERY);
    assertThat(museum.address().orElseThrow().local()).isEqualTo("부산광역시 어느길 1");
    assertThat(museum.hours()).isInstanceOf(OpeningHours.Timetable.class);
    assertThat(museum.admission().orElseThrow().of(2, 1)).contains(Money.won(0));
    assertThat(museum.hours().evidence())
        .contains(
            new Evidence(
                List.of(
                    "https://apis.data.go.kr/B551011/KorService2/detailIntro2"
                        + "?contentId=129156&contentTypeId=14"),
                "2026-11-28",
                Optional.of("2025-11-12")));
    assertThat(museum.source().fetchedAt()).isEqualTo(NOW);
    assertThat(find("132900").hours()).isEqualTo(new OpeningHours.Unpublished());
    assertThat(find("555001").hours()).isEqualTo(new OpeningHours.Unpublished());
  }

  @Test
  void aPictureComesWithWhomToName() {
    assertThat(find("126081").picture().orElseThrow().url())
        .isEqualTo(URI.create("https://tong.visitkorea.or.kr/cms/resource/1_image2_1.jpg"));
    assertThat(find("126081").picture().orElseThrow().source()).contains("한국관광공사", "공공누리 제1유형");
    assertThat(find("129156").picture()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://tong.visitkorea.or.kr/a.jpg, Type2",
    "https://tong.visitkorea.or.kr/a.jpg, ''",
    "https://tong.visitkorea.or.kr.evil.example/a.jpg, Type1",
    "https://evil.example/tong.visitkorea.or.kr/a.jpg, Type1",
    "https://tong.visitkorea.or.kr@evil.example/a.jpg, Type1",
    "javascript:alert(1), Type1",
    "ftp://tong.visitkorea.or.kr/a.jpg, Type1",
    "https://tong.visitkorea.or.kr/a.jpg?x=<b>, Type1"
  })
  void noOtherPictureIsTakenOver(String url, String license) {
    tour.with(
        "777",
        "12",
        "딴 해변",
        "NA020900",
        35.1587,
        129.1604,
        ",\"firstimage\":\"" + url + "\",\"cpyrhtDivCd\":\"" + license + "\"");

    assertThat(find("777").picture()).isEmpty();
  }

  @Test
  void callsAreWhatTourApiDocuments() {
    places.in(NEAR, AMPLE);

    assertThat(stub.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.method()).isEqualTo("GET");
              assertThat(asked.query("serviceKey")).isEqualTo(TourStub.KEY);
              assertThat(asked.query("MobileOS")).isEqualTo("ETC");
              assertThat(asked.query("MobileApp")).isEqualTo("Oddiya");
              assertThat(asked.query("_type")).isEqualTo("json");
            });
    assertThat(stub.asked())
        .filteredOn(asked -> asked.path().equals("/locationBasedList2"))
        .allSatisfy(
            asked -> {
              assertThat(asked.query("mapX")).isEqualTo("129.1604000");
              assertThat(asked.query("mapY")).isEqualTo("35.1587000");
              assertThat(asked.query("radius")).isEqualTo("5000");
              assertThat(asked.query("pageNo")).isEqualTo("1");
            })
        .map(asked -> asked.query("contentTypeId"))
        .containsExactlyInAnyOrder("12", "14", "38", "39");
    assertThat(stub.asked())
        .filteredOn(asked -> asked.path().equals("/detailIntro2"))
        .map(asked -> asked.query("contentId") + " " + asked.query("contentTypeId"))
        .containsExactlyInAnyOrder("126081 12", "129156 14", "132900 38", "555001 39");
  }

  @Test
  void aRecordOfNoKindOfOursIsLeftOut() {
    assertThat(places.in(NEAR, AMPLE))
        .map(place -> place.id().id())
        .containsExactly("126081", "129156", "132900", "555001");
  }

  @Test
  void pagesAreReadAndOnlySomePlacesAreAskedForTheirHours() {
    for (int i = 0; i < 130; i++) {
      tour.with("90" + (100 + i), "12", "절" + i, "HS030100", 35.16 + i * 1e-4, 129.16, "");
    }

    assertThat(places.in(NEAR, AMPLE)).hasSize(134);
    assertThat(stub.asked())
        .filteredOn(
            asked ->
                asked.path().equals("/locationBasedList2")
                    && asked.query("contentTypeId").equals("12"))
        .map(asked -> asked.query("pageNo"))
        .containsExactly("1", "2");
    assertThat(stub.asked())
        .filteredOn(
            asked ->
                asked.path().equals("/detailIntro2") && asked.query("contentTypeId").equals("12"))
        .hasSize(25);
  }

  @Test
  void noDataIsAnEmptyAnswer() {
    stub.turnTo(_ -> TourStub.header("03", "NODATA_ERROR"));

    assertThat(places.named("해운대", AMPLE)).isEmpty();
    assertThat(places.find(new PlaceId("tourapi", "1"), AMPLE)).isEmpty();
  }

  @Test
  void aSingleItemWithoutAListIsReadToo() {
    stub.turnTo(
        _ ->
            ProviderStub.Reply.json(
                """
                {"response":{"header":{"resultCode":"0000","resultMsg":"OK"},"body":{"items":
                {"item":{"contentid":"5","contenttypeid":"14","title":"어느박물관","cat3":"A02060100",
                "mapx":129.16,"mapy":35.16}},"totalCount":1}}}"""));

    assertThat(find("5").category()).isEqualTo(Category.MUSEUM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"response\":{\"header\":{\"resultCode\":\"0000\"}}}",
        "{\"response\":{\"header\":{\"resultCode\":\"0000\"},\"body\":{}}}",
        "{\"response\":{\"header\":{\"resultCode\":\"0000\"},\"body\":{\"totalCount\":0}}}",
        "{\"responseTime\":\"x\",\"resultCode\":\"10\",\"resultMsg\":\"INVALID\"}",
        "{\"response\":{\"header\":{\"resultCode\":\"99\"},\"body\":{\"items\":\"\"}}}"
      })
  void anAnswerThatLacksAPartIsAnOutage(String nonsense) {
    stub.turnTo(_ -> ProviderStub.Reply.json(nonsense));

    assertOutages();
    assertThatThrownBy(() -> find("1")).isInstanceOf(Unavailable.class);
  }

  @Test
  void aKeyThatIsNotKnownIsAnOutageThatSaysSoWithoutTheKey() {
    stub.turnTo(_ -> TourStub.gateway("30", "SERVICE_KEY_IS_NOT_REGISTERED_ERROR"));

    Unavailable refused = catchThrowableOfType(Unavailable.class, () -> find("1"));
    assertThat(refused).hasStackTraceContaining("code 30");
    stub.turnTo(_ -> ProviderStub.Reply.json(401, "{}"));
    Unavailable unauthorized = catchThrowableOfType(Unavailable.class, () -> find("1"));
    for (Unavailable each : List.of(refused, unauthorized)) {
      assertThat(Throwables.getStackTrace(each)).doesNotContain("test+key", "test%2Bkey");
    }
    assertThat(new TourConfig(stub.address(), TourStub.KEY).toString())
        .doesNotContain(TourStub.KEY);
  }

  @Test
  void aSpentQuotaIsToldApartHoweverItIsSaid() {
    for (ProviderStub.Reply refusal :
        List.of(
            TourStub.gateway("22", "LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR"),
            TourStub.header("22", "LIMITED NUMBER OF SERVICE REQUESTS EXCEEDS ERROR"),
            new ProviderStub.Reply.Text(429, "text/plain", Map.of("Retry-After", "600"), "no"))) {
      stub.turnTo(_ -> refusal);
      assertThatThrownBy(() -> places.named("해운대", AMPLE)).hasCauseInstanceOf(QuotaSpent.class);
      int asked = stub.asked().size();
      stub.turnTo(tour::answer);
      assertThatThrownBy(() -> places.named("해운대", AMPLE)).hasCauseInstanceOf(QuotaSpent.class);
      assertThat(stub.asked()).hasSize(asked);
      clock.advance(Duration.ofMinutes(10));
      assertThat(places.named("해운대", AMPLE)).isNotEmpty();
    }
  }

  @Test
  void oneFailedIntroductionFailsAllOfAnArea() {
    stub.turnTo(
        asked ->
            "129156".equals(asked.query().get("contentId"))
                ? ProviderStub.Reply.json(500, "{}")
                : tour.answer(asked));

    assertThatThrownBy(() -> places.in(NEAR, AMPLE)).isInstanceOf(Unavailable.class);
  }

  private Place find(String id) {
    return places.find(new PlaceId("tourapi", id), AMPLE).orElseThrow();
  }
}
