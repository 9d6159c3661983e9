package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.place.DayHours;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Window;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.routing.Candidate;
import app.oddiya.domain.shared.GeoPoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Tells a model what a traveller wishes and what there is. The instructions are the same for every
/// wish, byte by byte, so that a provider reads them once; all that differs comes after them.
final class Brief {

  /// A new version is a new file: what a model was told can then be looked up.
  static final String INSTRUCTIONS = read("/prompts/plan/v1/instructions.txt");

  /// More would be read longer and picked no better: the best by appeal are shown.
  private static final int MOST_PLACES = 80;

  /// What a model can write down in the time there is; the optimizer fills what is left.
  private static final int MOST_PICKS = 24;

  private static final int FEWEST_PICKS = 8;
  private static final int PICKS_PER_DAY = 6;

  private static final double KM_PER_DEGREE = 111.2;

  private final Survey survey;
  private final Holidays holidays;

  Brief(Survey survey, Holidays holidays) {
    this.survey = survey;
    this.holidays = holidays;
  }

  /// The places to begin with: every must-visit, and the best of the others.
  List<Place> shortlist() {
    return Candidates.of(survey.wish(), survey.known(), Choices.NONE).stream()
        .map(Candidate::place)
        .limit(MOST_PLACES)
        .toList();
  }

  String opening(List<Place> shown) {
    PlanRequest request = survey.wish().request();
    return String.join(
        "\n",
        DataText.marked("wish", List.of(wish(request))),
        days(request.dates()),
        places(shown),
        "Pick at most %d places. Write every sentence in %s."
            .formatted(picks(request), name(request.language())));
  }

  String places(Collection<Place> places) {
    return DataText.marked("places", places.stream().map(this::place).toList());
  }

  String days(Collection<LocalDate> dates) {
    return DataText.marked("days", dates.stream().map(this::day).toList());
  }

  private static int picks(PlanRequest request) {
    return Math.clamp((long) request.dates().size() * PICKS_PER_DAY, FEWEST_PICKS, MOST_PICKS);
  }

  private Map<String, Object> wish(PlanRequest request) {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("destination", destination(request.destination()));
    wish.put("adults", request.party().adults());
    wish.put("children", request.party().children());
    wish.put("pace", request.pace().code());
    wish.put("stopsADayAtMost", request.pace().stopsPerDay());
    wish.put("interests", request.interests());
    wish.put("avoid", request.avoid());
    survey.wish().budget().ifPresent(won -> wish.put("budgetForAdmissionsKRW", won));
    request.notes().ifPresent(notes -> wish.put("notes", notes));
    return wish;
  }

  private static String destination(Destination destination) {
    return switch (destination) {
      case Destination.Named(var name) -> name;
      case Destination.Around(_, var radiusKm) -> "within " + radiusKm + " km";
    };
  }

  private Map<String, Object> day(LocalDate date) {
    Map<String, Object> day = new LinkedHashMap<>();
    day.put("date", date.toString());
    day.put("weekday", date.getDayOfWeek().name().toLowerCase(Locale.ROOT));
    switch (survey.sky().getOrDefault(date, new DayWeather.Unknown())) {
      case DayWeather.Unknown() -> day.put("weather", "unknown");
      case DayWeather.Climate(var low, var high, var rainDays, _) -> {
        day.put("weather", "no forecast, usual for the month");
        day.put("celsius", List.of(low, high));
        day.put("rainyDaysInTheMonth", rainDays);
      }
      case DayWeather.Forecast(var low, var high, var rain) -> {
        day.put("weather", "forecast");
        day.put("celsius", List.of(low, high));
        day.put(
            "rainMillimetresFrom",
            rain.stream()
                .filter(each -> each.millimetres() > 0)
                .collect(
                    Collectors.toMap(
                        each -> each.from().toLocalTime().toString(),
                        DayWeather.Rain::millimetres,
                        (one, _) -> one,
                        LinkedHashMap::new)));
      }
    }
    return day;
  }

  private Map<String, Object> place(Place place) {
    Language language = survey.wish().request().language();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", place.id().toString());
    line.put("name", place.names().in(language));
    if (!place.names().local().equals(place.names().in(language))) {
      line.put("localName", place.names().local());
    }
    line.put("category", place.category().code());
    line.put("interests", place.interests().stream().map(it -> it.code()).sorted().toList());
    line.put("setting", place.setting().code());
    line.put("km", kilometres(place.position()));
    line.put("minutes", place.typicalMinutes());
    line.put("hours", hours(place));
    place.admission().ifPresent(price -> line.put("adultKRW", price.adult().amount()));
    if (survey.wish().musts().contains(place)) {
      line.put("must", true);
    }
    return line;
  }

  /// East and north of the middle, to 100 m. The earth is flat enough for a day trip.
  private List<Double> kilometres(GeoPoint position) {
    GeoPoint middle = survey.wish().area().center();
    double east =
        (position.lng() - middle.lng()) * KM_PER_DEGREE * Math.cos(Math.toRadians(middle.lat()));
    double north = (position.lat() - middle.lat()) * KM_PER_DEGREE;
    return List.of(Math.round(east * 10) / 10.0, Math.round(north * 10) / 10.0);
  }

  /// One text where all days are alike, else the days of each.
  private Object hours(Place place) {
    Map<String, List<String>> dates = new LinkedHashMap<>();
    for (LocalDate date : survey.wish().request().dates()) {
      dates
          .computeIfAbsent(say(place.hours().on(date, holidays)), _ -> new ArrayList<>())
          .add(date.toString());
    }
    return dates.size() == 1 ? dates.keySet().iterator().next() : dates;
  }

  private static String say(DayHours hours) {
    return switch (hours) {
      case DayHours.Open(var windows) ->
          windows.stream().map(Brief::say).collect(Collectors.joining(", "));
      case DayHours.Closed() -> "closed";
      case DayHours.Unknown _ -> "unknown";
    };
  }

  private static String say(Window window) {
    return StopChecks.clock(List.of(window));
  }

  private static String name(Language language) {
    return switch (language) {
      case KO -> "Korean (polite -요 form)";
      case EN -> "English";
      case JA -> "Japanese";
      case ZH -> "Chinese (simplified)";
    };
  }

  /// A resource in ASCII: charsets are none of the quiet parts of the JDK that are used here.
  private static String read(String resource) {
    try (InputStream in = Objects.requireNonNull(Brief.class.getResourceAsStream(resource))) {
      StringBuilder text = new StringBuilder();
      for (byte letter : in.readAllBytes()) {
        text.append((char) letter);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
