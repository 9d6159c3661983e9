package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.adapters.http.QuotaSpent;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoPlacesTest implements ProviderPlacesContract {

  private static final GeoPoint HAEUNDAE = new GeoPoint(35.1587, 129.1604);
  private static final Area NEAR_HAEUNDAE = new Area(Optional.empty(), HAEUNDAE, 3);

  private final SettableClock clock = new SettableClock(NOW);
  private final KakaoStub kakao =
      new KakaoStub()
          .with("7913306", "해운대해수욕장", "여행 > 관광,명소 > 해수욕장,해변", "AT4", 35.1587, 129.1604)
          .with("8161895", "부산시립미술관", "문화,예술 > 문화시설 > 미술관", "CT1", 35.1667, 129.1371)
          .with("10542741", "해운대시장", "가정,생활 > 시장", "", 35.1617, 129.1606)
          .with("21160803", "해운대암소갈비집", "음식점 > 한식 > 육류,고기", "FD6", 35.1632, 129.1665)
          .with("99000001", "해운대 주차장", "교통,수송 > 교통시설 > 주차장", "PK6", 35.1600, 129.1600);
  private final ProviderStub stub = new ProviderStub(kakao::answer);
  private final ProviderClients clients = new ProviderClients(clock);
  private final Places places =
      new KakaoPlaces(
          new KakaoLocal(clients.to("Kakao Local", stub.address()), KakaoStub.KEY, clock), clock);

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
    return NEAR_HAEUNDAE;
  }

  @Test
  void aRecordIsTakenOverAsItIsAndWhatKakaoDoesNotSayIsNotKnown() {
    Place beach = place("해운대해수욕장");

    assertThat(beach.id()).hasToString("kakao:7913306");
    assertThat(beach.category()).isEqualTo(Category.BEACH);
    assertThat(beach.setting()).isEqualTo(Setting.OUTDOOR);
    assertThat(beach.position().metersTo(HAEUNDAE)).isLessThan(1);
    assertThat(beach.address().orElseThrow().local()).isEqualTo("부산 어느길 7913306");
    assertThat(beach.hours()).isEqualTo(new OpeningHours.Unpublished());
    assertThat(beach.admission()).isEmpty();
    assertThat(beach.picture()).isEmpty();
    assertThat(beach.source().fetchedAt()).isEqualTo(NOW);
  }

  @Test
  void searchesAreWhatKakaoDocuments() {
    places.in(NEAR_HAEUNDAE, AMPLE);

    assertThat(stub.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.method()).isEqualTo("GET");
              assertThat(asked.header("Authorization")).containsExactly("KakaoAK " + KakaoStub.KEY);
              assertThat(asked.query("x")).isEqualTo("129.1604000");
              assertThat(asked.query("y")).isEqualTo("35.1587000");
              assertThat(asked.query("radius")).isEqualTo("3000");
              assertThat(asked.query("size")).isEqualTo("15");
              assertThat(asked.query("page")).isEqualTo("1");
            });
    assertThat(stub.asked())
        .filteredOn(asked -> asked.path().equals("/v2/local/search/category.json"))
        .map(asked -> asked.query("category_group_code"))
        .containsExactlyInAnyOrder("AT4", "CT1", "FD6", "CE7");
    assertThat(stub.asked())
        .filteredOn(asked -> asked.path().equals("/v2/local/search/keyword.json"))
        .map(asked -> asked.query("query"))
        .contains("박물관", "시장", "공원");
  }

  @Test
  void aPlaceFoundBySeveralSearchesIsThereOnceAndOneOfNoKindOfOursIsNot() {
    assertThat(places.in(NEAR_HAEUNDAE, AMPLE))
        .map(place -> place.names().local())
        .containsExactlyInAnyOrder("해운대해수욕장", "부산시립미술관", "해운대시장", "해운대암소갈비집");
  }

  @Test
  void pagesAreReadToTheEndAndNoFurther() {
    for (int i = 0; i < 40; i++) {
      kakao.with("5000" + (10 + i), "맛집" + i, "음식점 > 한식", "FD6", 35.15 + i * 1e-4, 129.16);
    }

    assertThat(places.in(NEAR_HAEUNDAE, AMPLE)).hasSize(44);
    assertThat(stub.asked())
        .filteredOn(asked -> "FD6".equals(asked.query().get("category_group_code")))
        .map(asked -> asked.query("page"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void aWideAreaIsCoveredByCirclesThatKakaoAllows() {
    kakao.with("777", "먼 폭포", "여행 > 관광,명소 > 폭포", "AT4", 35.50, 129.1604);
    Area wide = new Area(Optional.empty(), HAEUNDAE, 45);

    assertThat(places.in(wide, AMPLE)).map(place -> place.id().id()).contains("777", "7913306");
    assertThat(stub.asked())
        .allSatisfy(asked -> assertThat(Integer.parseInt(asked.query("radius"))).isEqualTo(20_000));
  }

  @Test
  void aRegionIsKnownByItsNameAndOneOfManyIsNotGuessed() {
    kakao.withAddress(
        """
        {"address_name":"강원특별자치도 속초시","address_type":"REGION","x":"128.5918","y":"38.2070"}""");

    Area sokcho = places.area("속초", AMPLE).orElseThrow();
    assertThat(sokcho.name().orElseThrow().local()).isEqualTo("강원특별자치도 속초시");
    assertThat(sokcho.radiusKm()).isEqualTo(15);
    assertThat(places.area("속초시", AMPLE)).contains(sokcho);
    assertThat(places.area("속", AMPLE)).isEmpty();

    kakao
        .withAddress(
            """
            {"address_name":"서울 중구","address_type":"REGION","x":"126.9976","y":"37.5638"}""")
        .withAddress(
            """
            {"address_name":"부산 중구","address_type":"REGION","x":"129.0324","y":"35.1063"}""")
        .withAddress(
            """
            {"address_name":"서울 중구","address_type":"ROAD_ADDR","x":"126.9","y":"37.5"}""");
    assertThat(places.area("중구", AMPLE)).isEmpty();
    assertThat(places.area("부산 중구", AMPLE)).isPresent();
  }

  @Test
  void aPlaceIsRefreshedByItsNameWhereItWas() {
    Place held = place("해운대시장");
    clock.advance(Duration.ofDays(30));

    assertThat(fresh(held).source().fetchedAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    ProviderStub.Asked asked = stub.asked().getLast();
    assertThat(asked.query("query")).isEqualTo("해운대시장");
    assertThat(asked.query("radius")).isEqualTo("1000");
  }

  @Test
  void aPlaceThatWasRenamedIsFoundByWhereItIsAndOneThatIsGoneIsNot() {
    Place held = place("해운대시장");
    Place foreign = Trips.museum("x", HAEUNDAE);
    stub.turnTo(
        new KakaoStub().with("10542741", "해운대전통시장", "가정,생활 > 시장", "", 35.1617, 129.1606)::answer);

    assertThat(fresh(held).names().local()).isEqualTo("해운대전통시장");
    assertThat(places.refresh(foreign, AMPLE)).isEqualTo(new Refreshing.NotAsked());

    stub.turnTo(new KakaoStub()::answer);
    assertThat(places.refresh(held, AMPLE)).isEqualTo(new Refreshing.Gone());
  }

  private Place fresh(Place held) {
    Refreshing answer = places.refresh(held, AMPLE);
    assertThat(answer).isInstanceOf(Refreshing.Fresh.class);
    return ((Refreshing.Fresh) answer).place();
  }

  @Test
  void whatWasShownIsKnownByItsIdForADay() {
    Place beach = place("해운대해수욕장");
    clock.advance(Duration.ofHours(23));
    assertThat(places.find(beach.id(), AMPLE)).contains(beach);

    clock.advance(Duration.ofHours(1));
    assertThat(places.find(beach.id(), AMPLE)).isEmpty();
    assertThat(places.find(new PlaceId("kakao", "1"), AMPLE)).isEmpty();
  }

  @Test
  void aSearchByCategoryAsksForItsWordAndKeepsOnlyItsKind() {
    Page<Place> markets =
        places
            .search(
                new PlaceQuery(
                    Optional.empty(), Optional.of(NEAR_HAEUNDAE), Optional.of(Category.MARKET)),
                new Page.Request(10, Optional.empty()),
                AMPLE)
            .page();

    assertThat(markets.items()).map(place -> place.names().local()).containsExactly("해운대시장");
    assertThat(stub.asked()).hasSize(1);
    assertThat(stub.asked().getFirst().query("query")).isEqualTo("시장");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"meta\":{\"is_end\":true}}",
        "{\"documents\":[]}",
        "{\"meta\":{\"is_end\":true},\"documents\":{\"id\":1}}"
      })
  void anAnswerThatLacksAPartIsAnOutage(String nonsense) {
    stub.turnTo(_ -> ProviderStub.Reply.json(nonsense));

    assertOutages();
  }

  @Test
  void aRecordThatLacksWhatAPlaceNeedsIsLeftOut() {
    stub.turnTo(
        _ ->
            ProviderStub.Reply.json(
                """
                {"meta":{"is_end":true},"documents":[null,
                {"id":"1","place_name":"산 하나","category_name":"여행 > 산","x":"129.16","y":"35.15"},
                {"id":"2","place_name":"산 둘","category_name":"여행 > 산","x":"","y":"35.15"},
                {"id":"3","place_name":"산 셋","category_name":"여행 > 산","x":"129.16","y":"NaN"},
                {"id":"4","place_name":" ","category_name":"여행 > 산","x":"129.16","y":"35.15"},
                {"id":"5","place_name":"산 다섯","x":"129.16","y":"35.15"},
                {"id":"../6","place_name":"산","category_name":"여행 > 산","x":"129.16","y":"35.15"},
                {"place_name":"산 일곱","category_name":"여행 > 산","x":"129.16","y":"35.15"}]}
                """));

    assertThat(places.in(NEAR_HAEUNDAE, AMPLE)).map(place -> place.id().id()).containsExactly("1");
  }

  @Test
  void oneFailedSearchFailsAllOfAnArea() {
    stub.turnTo(
        asked ->
            "FD6".equals(asked.query().get("category_group_code"))
                ? ProviderStub.Reply.json(500, "{}")
                : kakao.answer(asked));

    assertThatThrownBy(() -> places.in(NEAR_HAEUNDAE, AMPLE)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aSpentQuotaIsToldApartAndKakaoIsLeftAlone() {
    assertSpent(
        asked ->
            new ProviderStub.Reply.Text(
                429, "application/json", Map.of("Retry-After", "60"), "{\"code\":-10}"),
        Duration.ofSeconds(60));
    assertSpent(
        asked ->
            ProviderStub.Reply.json(400, "{\"code\":-10,\"msg\":\"API limit has been exceeded.\"}"),
        Duration.ofMinutes(10));
  }

  private void assertSpent(
      Function<ProviderStub.Asked, ProviderStub.Reply> refusal, Duration pause) {
    stub.turnTo(refusal);
    int before = stub.asked().size();
    Unavailable first = catchThrowableOfType(Unavailable.class, () -> places.named("해운대", AMPLE));
    assertThat(first).hasCauseInstanceOf(QuotaSpent.class);
    stub.turnTo(kakao::answer);
    assertThatThrownBy(() -> places.named("해운대", AMPLE)).hasCauseInstanceOf(QuotaSpent.class);
    assertThat(stub.asked()).hasSize(before + 1);
    clock.advance(pause);
    assertThat(places.named("해운대", AMPLE)).isNotEmpty();
  }

  @Test
  void theKeyIsInNoMessage() {
    stub.turnTo(_ -> ProviderStub.Reply.json(401, "{}"));

    Unavailable refused = catchThrowableOfType(Unavailable.class, () -> places.named("해운대", AMPLE));
    assertThat(refused).hasStackTraceContaining("401");
    assertThat(org.assertj.core.util.Throwables.getStackTrace(refused))
        .doesNotContain(KakaoStub.KEY);
    assertThat(new KakaoConfig(stub.address(), KakaoStub.KEY).toString())
        .doesNotContain(KakaoStub.KEY);
  }

  private Place place(String name) {
    return places.named(name, AMPLE).getFirst();
  }
}
