package app.oddiya.application.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The catalogue as it is written, read a second time and in a second way: what plans are held
/// against must not be computed by the code that made them.
final class CatalogueFacts {

  static final List<String> CITIES =
      List.of("Seoul", "Busan", "Jeju", "Gyeongju", "Jeonju", "Gangneung");

  private static final String FOLDER = "/app/oddiya/adapters/traveldata/planning/";

  private final Map<String, JsonNode> places = new HashMap<>();
  private final Map<String, String> holidays = new HashMap<>();

  CatalogueFacts() {
    JsonMapper json = JsonMapper.builder().build();
    for (String city : CITIES) {
      read(city.toLowerCase(Locale.ROOT) + ".jsonl")
          .lines()
          .map(json::readTree)
          .forEach(place -> places.put(place.get("id").asString(), place));
    }
    for (JsonNode holiday : json.readTree(read("holidays.json")).get("holidays")) {
      holidays.put(holiday.get("date").asString(), holiday.get("kind").asString());
    }
  }

  Optional<JsonNode> place(String id) {
    return Optional.ofNullable(places.get(id));
  }

  List<String> ids(String city) {
    return places.values().stream()
        .filter(place -> place.get("city").asString().equals(city))
        .map(place -> place.get("id").asString())
        .sorted()
        .toList();
  }

  boolean isHoliday(LocalDate date) {
    return holidays.containsKey(date.toString());
  }

  /// Whether the place says that it is open for all of a stay. Of holidays only what the notes say.
  boolean isOpen(String id, LocalDate date, int arrive, int depart) {
    JsonNode hours = hours(id);
    if (hours.isMissingNode() || hours.has("doubt")) {
      return false;
    }
    if (hours.path("alwaysOpen").asBoolean(false)) {
      return true;
    }
    return !isClosed(hours, date) && isWithinRules(hours, date, arrive, depart);
  }

  /// Whether the place says that it is closed on a date that is no holiday.
  boolean isClosed(String id, LocalDate date) {
    JsonNode hours = hours(id);
    return !hours.isMissingNode() && isClosed(hours, date) && !isHoliday(date);
  }

  private JsonNode hours(String id) {
    return place(id).orElseThrow().path("hours");
  }

  private boolean isClosed(JsonNode hours, LocalDate date) {
    String day = date.getDayOfWeek().name().substring(0, 3);
    boolean weekly = contains(hours.path("closedDays"), day);
    boolean opensOnHolidays = hours.path("onHolidays").asString("").startsWith("open");
    return contains(hours.path("closedDates"), date.toString().substring(5))
        || (weekly && !(opensOnHolidays && isHoliday(date)));
  }

  private boolean isWithinRules(JsonNode hours, LocalDate date, int arrive, int depart) {
    boolean admitted = false;
    boolean[] open = new boolean[2880];
    boolean closingDay =
        contains(hours.path("closedDays"), date.getDayOfWeek().name().substring(0, 3));
    String day = closingDay ? "SUN" : date.getDayOfWeek().name().substring(0, 3);
    for (JsonNode rule : hours.path("rules")) {
      if (!contains(rule.get("days"), day) || !isInSeason(rule, date)) {
        continue;
      }
      int from = minutes(rule.get("open").asString());
      int to = minutes(rule.get("close").asString());
      int last = rule.has("lastAdmission") ? minutes(rule.get("lastAdmission").asString()) : to;
      admitted |= from <= arrive && arrive < last;
      Arrays.fill(open, from, to, true);
    }
    for (int minute = arrive; minute < depart; minute++) {
      if (!open[minute]) {
        return false;
      }
    }
    return admitted;
  }

  private static boolean isInSeason(JsonNode rule, LocalDate date) {
    if (!rule.has("from")) {
      return true;
    }
    String from = rule.get("from").asString();
    String to = rule.get("to").asString();
    String day = date.toString().substring(5);
    String end = to.equals("02-28") ? "02-29" : to;
    return from.compareTo(end) <= 0
        ? day.compareTo(from) >= 0 && day.compareTo(end) <= 0
        : day.compareTo(from) >= 0 || day.compareTo(end) <= 0;
  }

  private static boolean contains(JsonNode array, String text) {
    for (JsonNode each : array) {
      if (each.asString().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static int minutes(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  private static String read(String name) {
    try (InputStream in = CatalogueFacts.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
