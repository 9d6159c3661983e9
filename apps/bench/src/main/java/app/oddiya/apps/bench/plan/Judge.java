package app.oddiya.apps.bench.plan;

import app.oddiya.apps.bench.BenchFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds a draft against its request and the catalogue, by nothing that the agent has computed but
/// its own certificate.
final class Judge {

  private static final Path CATALOGUE =
      Path.of("adapters/travel-data/src/main/resources/app/oddiya/adapters/traveldata/planning");
  private static final String PROVIDER = "catalogue:";
  private static final Map<String, Integer> STOPS_A_DAY =
      Map.of("relaxed", 6, "balanced", 9, "packed", 13);

  private final Map<String, JsonNode> places = new HashMap<>();
  private final Set<String> holidays = new HashSet<>();

  Judge(Path root) {
    Path folder = root.resolve(CATALOGUE);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
        Files.readAllLines(file).stream()
            .map(JsonMapper.shared()::readTree)
            .forEach(place -> places.put(PROVIDER + place.get("id").asString(), place));
      }
      JsonMapper.shared()
          .readTree(Files.readString(folder.resolve("holidays.json")))
          .get("holidays")
          .forEach(holiday -> holidays.add(holiday.get("date").asString()));
    } catch (IOException e) {
      throw new BenchFailure("the catalogue cannot be read: " + e.getMessage(), e);
    }
  }

  /// The stops of places that no provider has, or that are somewhere else than it says.
  long invented(JsonNode draft) {
    return stops(draft).stream().filter(stop -> !isReal(stop)).count();
  }

  private boolean isReal(JsonNode stop) {
    JsonNode place = places.get(stop.get("placeId").asString());
    return place != null
        && place.at("/names/ko").equals(stop.get("localName"))
        && place.at("/position/lat").asDouble() == stop.at("/position/lat").asDouble()
        && place.at("/position/lng").asDouble() == stop.at("/position/lng").asDouble();
  }

  /// Which hard constraints a draft breaks, in words.
  List<String> complaints(JsonNode request, JsonNode draft) {
    List<String> complaints = new ArrayList<>();
    if (draft.at("/certificate/verdict").asString().equals("fail")) {
      complaints.add("its own certificate fails: " + failures(draft));
    }
    List<String> dates = draft.get("days").valueStream().map(day -> text(day, "date")).toList();
    if (!dates.equals(
        LocalDate.parse(text(request, "startDate"))
            .datesUntil(LocalDate.parse(text(request, "endDate")).plusDays(1))
            .map(LocalDate::toString)
            .toList())) {
      complaints.add("its days are " + dates);
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode stop : stops(draft)) {
      if (!seen.add(text(stop, "placeId"))) {
        complaints.add(text(stop, "placeId") + " twice");
      }
      request
          .path("avoid")
          .valueStream()
          .filter(avoided -> isMeant(stop, avoided.asString()))
          .forEach(avoided -> complaints.add(text(stop, "name") + " though " + avoided));
    }
    for (JsonNode must : request.path("mustVisit")) {
      if (stops(draft).stream().noneMatch(stop -> isMeant(stop, must))) {
        complaints.add("no " + must);
      }
    }
    if (request.has("budget") && spent(draft).compareTo(budget(request)) > 0) {
      complaints.add("it costs " + spent(draft));
    }
    draft.get("days").forEach(day -> complaints.addAll(complaintsOfDay(request, day)));
    return complaints;
  }

  private List<String> complaintsOfDay(JsonNode request, JsonNode day) {
    List<String> complaints = new ArrayList<>();
    LocalDate date = LocalDate.parse(text(day, "date"));
    List<JsonNode> stops = day.get("stops").valueStream().toList();
    if (stops.size() > STOPS_A_DAY.getOrDefault(text(request, "pace"), 0)) {
      complaints.add(stops.size() + " stops on " + date);
    }
    LocalTime free = LocalTime.of(9, 0);
    boolean first = true;
    for (JsonNode stop : stops) {
      LocalTime arrive = LocalTime.parse(text(stop, "arrive"));
      LocalTime depart = LocalTime.parse(text(stop, "depart"));
      long way = first ? 0 : stop.at("/legFromPrevious/minutes").asLong();
      if (ChronoUnit.MINUTES.between(free, arrive) < way || depart.isBefore(arrive)) {
        complaints.add(text(stop, "name") + " cannot be reached by " + arrive + " on " + date);
      }
      boolean night = text(stop, "category").equals("night-view");
      if (depart.isAfter(LocalTime.of(night ? 23 : 21, 0))) {
        complaints.add(text(stop, "name") + " until " + depart);
      }
      if (isClosed(text(stop, "placeId"), date)) {
        complaints.add(text(stop, "name") + " is closed on " + date);
      }
      free = depart;
      first = false;
    }
    return complaints;
  }

  /// By the days of the week and of the year on which the catalogue says that it is closed.
  private boolean isClosed(String placeId, LocalDate date) {
    JsonNode hours = places.getOrDefault(placeId, JsonMapper.shared().createObjectNode());
    String day = date.getDayOfWeek().name().substring(0, 3);
    return !holidays.contains(date.toString())
        && Stream.concat(
                hours.at("/hours/closedDays").valueStream(),
                hours.at("/hours/closedDates").valueStream())
            .map(JsonNode::asString)
            .anyMatch(each -> each.equals(day) || each.equals(date.toString().substring(5)));
  }

  private boolean isMeant(JsonNode stop, JsonNode must) {
    return must.has("placeId")
        ? text(must, "placeId").equals(text(stop, "placeId"))
        : isMeant(stop, text(must, "text"));
  }

  private boolean isMeant(JsonNode stop, String text) {
    JsonNode place = places.get(text(stop, "placeId"));
    String wanted = text.toLowerCase(Locale.ROOT);
    return place != null
        && Stream.concat(
                place.get("names").valueStream().map(JsonNode::asString),
                Stream.of(text(place, "category")))
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static BigDecimal spent(JsonNode draft) {
    return stops(draft).stream()
        .map(stop -> stop.at("/cost/amount"))
        .filter(JsonNode::isString)
        .map(amount -> new BigDecimal(amount.asString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal budget(JsonNode request) {
    return new BigDecimal(request.at("/budget/amount").asString());
  }

  private static List<String> failures(JsonNode draft) {
    return draft
        .at("/certificate/findings")
        .valueStream()
        .filter(finding -> text(finding, "verdict").equals("fail"))
        .map(finding -> text(finding, "detail"))
        .toList();
  }

  static List<JsonNode> stops(JsonNode draft) {
    return draft.get("days").valueStream().flatMap(day -> day.get("stops").valueStream()).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
