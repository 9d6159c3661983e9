package app.oddiya.domain.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.shared.GeoPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangesTest {

  private static final LocalDate FIRST = LocalDate.parse("2027-04-10");
  private static final Check PASS = new Check(Verdict.PASS, "ok");
  private static final Check FAIL = new Check(Verdict.FAIL, "rain");

  @Test
  void equalDaysHaveNoDifferences() {
    assertThat(Changes.between(days(stop(1, 9), stop(2, 10)), days(stop(1, 9), stop(2, 10))))
        .isEmpty();
  }

  @Test
  void howAStopWasCheckedIsNoChangeOfTheVisit() {
    Stop rechecked = stop(1, 9, "see it", new Checks(PASS, PASS, PASS, FAIL));

    assertThat(Changes.between(days(stop(1, 9)), days(rechecked))).isEmpty();
  }

  @Test
  void whatIsNewIsAddedAndWhatIsGoneRemoved() {
    assertThat(Changes.between(days(stop(1, 9), stop(2, 10)), days(stop(1, 9), stop(3, 10))))
        .containsExactly(
            new Change(Change.Op.REMOVE, FIRST, Optional.of(stop(2, 10)), Optional.empty()),
            new Change(Change.Op.ADD, FIRST, Optional.empty(), Optional.of(stop(3, 10))));
  }

  @Test
  void otherTimesAndOtherWordsAreChanges() {
    Stop told = stop(1, 9, "see it twice", stop(1, 9).checks());

    assertThat(ops(days(stop(1, 9)), days(stop(1, 10)))).containsExactly("CHANGE 1");
    assertThat(ops(days(stop(1, 9)), days(told))).containsExactly("CHANGE 1");
  }

  @Test
  void ofStopsInAnotherOrderTheFewestAreMoved() {
    assertThat(
            ops(
                days(stop(1, 9), stop(2, 10), stop(3, 11), stop(4, 12)),
                days(stop(4, 9), stop(1, 10), stop(2, 11), stop(3, 12))))
        .containsExactly("MOVE 4", "CHANGE 1", "CHANGE 2", "CHANGE 3");
  }

  @Test
  void aStopOnAnotherDayIsMovedThere() {
    List<Day> before = List.of(day(0, stop(1, 9), stop(2, 10)), day(1));
    List<Day> after = List.of(day(0, stop(1, 9)), day(1, stop(2, 10)));

    assertThat(Changes.between(before, after))
        .containsExactly(
            new Change(
                Change.Op.MOVE,
                FIRST.plusDays(1),
                Optional.of(stop(2, 10)),
                Optional.of(stop(2, 10))));
  }

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theDifferencesMakeTheNewDaysOfTheOldOnes(int seed) {
    var random = new Random(seed);
    List<Day> before = randomDays(random);
    List<Day> after = randomDays(random);

    List<Change> changes = Changes.between(before, after);

    assertThat(applied(before, changes)).as("seed " + seed).isEqualTo(after);
    assertThat(changes).extracting(Change::stop).doesNotHaveDuplicates();
  }

  /// Takes out what is removed and moved, puts in what is added and moved where its time is.
  private static List<Day> applied(List<Day> before, List<Change> changes) {
    Map<LocalDate, List<Stop>> stops = new TreeMap<>();
    before.forEach(day -> stops.put(day.date(), new ArrayList<>(day.stops())));
    for (Change change : changes) {
      change
          .before()
          .ifPresent(
              old -> stops.values().forEach(day -> day.removeIf(it -> it.id().equals(old.id()))));
      change
          .after()
          .ifPresent(now -> stops.computeIfAbsent(change.date(), _ -> new ArrayList<>()).add(now));
    }
    List<Day> days = new ArrayList<>();
    stops.forEach(
        (date, visits) -> {
          visits.sort(Comparator.comparing(Stop::arrive));
          days.add(new Day(date, new DayWeather.Unknown(), visits, List.of(), Optional.empty()));
        });
    return days;
  }

  /// Three days with some of a dozen stops, in the order of their times.
  private static List<Day> randomDays(Random random) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(1, 13).boxed().toList());
    Collections.shuffle(numbers, random);
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<Stop> stops = new ArrayList<>();
      int hour = 8;
      for (int left = random.nextInt(5); left > 0; left--) {
        hour += 1 + random.nextInt(2);
        stops.add(stop(numbers.removeLast(), hour));
      }
      days.add(day(i, stops.toArray(Stop[]::new)));
    }
    return days;
  }

  private static List<String> ops(List<Day> before, List<Day> after) {
    return Changes.between(before, after).stream()
        .map(change -> change.op() + " " + change.stop().value().getLeastSignificantBits())
        .toList();
  }

  private static List<Day> days(Stop... stops) {
    return List.of(day(0, stops));
  }

  private static Day day(int index, Stop... stops) {
    return new Day(
        FIRST.plusDays(index),
        new DayWeather.Unknown(),
        List.of(stops),
        List.of(),
        Optional.empty());
  }

  private static Stop stop(int number, int hour) {
    return stop(number, hour, "see it", new Checks(PASS, PASS, PASS, PASS));
  }

  private static Stop stop(int number, int hour, String activity, Checks checks) {
    var place = new PlaceId("memory", "place-" + number);
    return new Stop(
        new StopId(new UUID(0, number)),
        place,
        new Source("memory", place.id(), Instant.EPOCH),
        "Place",
        "장소",
        Category.PARK,
        new GeoPoint(35, 129),
        Optional.empty(),
        LocalTime.of(hour, 0),
        LocalTime.of(hour, 45),
        activity,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        checks);
  }
}
