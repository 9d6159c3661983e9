package app.oddiya.apps.llmagent;

import static app.oddiya.apps.llmagent.RunningLlmAgent.TRAVELLER;
import static app.oddiya.apps.llmagent.RunningLlmAgent.forTraveller;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.services.planning.wire.CheckBody;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.plan.Change;
import app.oddiya.domain.planning.plan.Changes;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.testkit.story.Trips;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the plan service asks llm-agent beside drafts, over HTTP, by the clients that it uses, on
/// the catalogue.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanSideTest {

  private static final GeoPoint BUSAN = new GeoPoint(35.1796, 129.0756);

  private final SetUp parts = new SetUp();
  private final RunningLlmAgent agent = RunningLlmAgent.on(parts.component().routes());

  @AfterAll
  void stop() {
    agent.close();
    parts.close();
  }

  @Test
  void stopsThatSomebodyHasChosenAreTimedAndChecked() {
    List<Place> museums = found(Optional.of(Category.MUSEUM), 2).items();

    Checking checking =
        agent
            .checker()
            .check(TRAVELLER, sketch(museums.stream().map(Place::id).toList()), museums, soon());

    List<Stop> stops = ((Checking.Checked) checking).days().getFirst().stops();
    assertThat(stops)
        .extracting(Stop::placeId)
        .containsExactly(museums.get(0).id(), museums.get(1).id());
    assertThat(stops)
        .allMatch(stop -> stop.checks().exists().verdict() == Verdict.PASS)
        .allMatch(stop -> stop.checks().travel().verdict() == Verdict.PASS);
  }

  @Test
  void placesThatNobodyKnowsAreNamed() {
    PlaceId nowhere = new PlaceId("catalogue", "nowhere");

    assertThat(agent.checker().check(TRAVELLER, sketch(List.of(nowhere)), List.of(), soon()))
        .isEqualTo(new Checking.UnknownPlaces(Set.of(nowhere)));
  }

  @Test
  void aPlanIsRevisedAsItsTravellerAsks() {
    Trip trip = generated();
    Stop stop = trip.days().getFirst().stops().get(1);

    assertThat(revise(trip, "Remove " + stop.name()))
        .isInstanceOfSatisfying(
            Revising.Proposed.class,
            proposed ->
                assertThat(Changes.between(trip.days(), proposed.trip().days()))
                    .extracting(Change::op)
                    .containsExactly(Change.Op.REMOVE));
    assertThat(revise(trip, "make it nicer")).isEqualTo(new Revising.NotUnderstood());
    assertThat(revise(trip, "add Neuschwanstein")).isInstanceOf(Revising.Infeasible.class);
  }

  private Trip generated() {
    Writing writing =
        forTraveller(
            () -> agent.writer().write(TRAVELLER, Trips.wish(), List.of(), _ -> {}, soon()));
    return ((Writing.Written) writing).draft().answering(Trips.wish());
  }

  private Revising revise(Trip trip, String instruction) {
    return agent.reviser().revise(TRAVELLER, trip, instruction, List.of(), List.of(), soon());
  }

  @Test
  void placesAreFoundPageByPage() {
    Page<Place> first = found(Optional.empty(), 3);
    Page<Place> both = found(Optional.empty(), 6);
    Page<Place> second =
        agent
            .search()
            .search(query(Optional.empty()), new Page.Request(3, first.next()), soon())
            .page();

    assertThat(first.items()).isEqualTo(both.items().subList(0, 3));
    assertThat(second.items()).isEqualTo(both.items().subList(3, 6));
  }

  @Test
  void theLastPageSaysThatItIsTheLast() {
    Page<Place> all = found(Optional.of(Category.AQUARIUM), 100);

    assertThat(all.items()).isNotEmpty();
    assertThat(all.next()).isEmpty();
  }

  @Test
  void onlyThePlanServiceMayAsk() {
    assertThat(post("video", "/internal/checks", "{}").status()).isEqualTo(403);
    assertThat(get("video", "/internal/places").status()).isEqualTo(403);
    assertThat(post("plan", "/internal/checks", "{}").status()).isEqualTo(400);
    assertThat(get("plan", "/internal/places").status()).isEqualTo(200);
  }

  @Test
  void aCheckIsForSomebody() {
    String body =
        new String(Wire.write(CheckBody.of(sketch(List.of()), List.of())), StandardCharsets.UTF_8);

    Answer forNobody = agent.calledBy("plan").send(call("/internal/checks", body), soon());

    assertThat(forNobody.status()).isEqualTo(400);
    assertThat(forNobody.text()).contains("for_nobody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"near=91,0", "near=1", "radiusKm=3", "category=castle", "query=%20", "limit=0"})
  void aBadQueryIsToldSo(String query) {
    assertThat(get("plan", "/internal/places?" + query).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"museum,castle", "09:00,49:00", "12-31,02-30", "18:00,08:00"})
  void aRecordThatCannotBeIsRefused(String right, String wrong) {
    Sketch sketch = sketch(List.of(new PlaceId("memory", "a")));
    String body =
        new String(
            Wire.write(CheckBody.of(sketch, List.of(Trips.museum("a", BUSAN)))),
            StandardCharsets.UTF_8);
    assertThat(body).contains(right);

    Answer answer = post("plan", "/internal/checks", body.replace(right, wrong));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
  }

  private Page<Place> found(Optional<Category> category, int limit) {
    return agent
        .search()
        .search(query(category), new Page.Request(limit, Optional.empty()), soon())
        .page();
  }

  private static PlaceQuery query(Optional<Category> category) {
    return new PlaceQuery(
        Optional.empty(), Optional.of(new Area(Optional.empty(), BUSAN, 20)), category);
  }

  private static Sketch sketch(List<PlaceId> places) {
    return new Sketch(
        Trips.wish(),
        List.of(
            new Sketch.Day(
                Trips.A_SATURDAY,
                places.stream()
                    .<Sketch.Visit>map(
                        place ->
                            new Sketch.Visit.Wanted(
                                Optional.empty(),
                                place,
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                false))
                    .toList())));
  }

  private Answer post(String sibling, String path, String body) {
    return forTraveller(() -> agent.calledBy(sibling).send(call(path, body), soon()));
  }

  private Answer get(String sibling, String path) {
    return forTraveller(() -> agent.calledBy(sibling).send(Call.get(path), soon()));
  }

  private static Call call(String path, String body) {
    return Call.post(path).body("application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), RunningLlmAgent.CLOCK);
  }
}
