package app.oddiya.domain.planning.routing;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.DayHours;
import app.oddiya.domain.planning.place.DayKind;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.planning.place.Window;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stamina;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// When a place may be visited on a day of a trip: where its opening hours, the hours of a day out
/// and the time of a meal meet.
///
/// Where hours are not known, a place is offered for less, in hours in which its like are open, so
/// that a plan prefers what is known; the check of such a stop says that it is not known.
final class Offers {

  static final int DAY_BEGINS = 9 * 60;
  /// Sunset in Seoul in the middle of each month, rounded to five minutes; elsewhere in Korea it is
  /// within a quarter of an hour of that.
  private static final List<LocalTime> SUNSETS =
      Stream.of(
              "17:35", "18:10", "18:35", "19:05", "19:30", "19:50", "19:50", "19:25", "18:40",
              "17:55", "17:20", "17:15")
          .map(LocalTime::parse)
          .toList();

  private static final double HOURS_NOT_KNOWN = 0.6;
  private static final double NOT_KNOWN_ON_HOLIDAYS = 0.4;

  private static final double IN_THE_RAIN = 0.3;

  /// When a market is seen for its own sake: who comes at noon comes to eat.
  private static final List<TourProblem.Span> BETWEEN_MEALS =
      List.of(span(DAY_BEGINS, 10 * 60 + 55), span(14 * 60 + 35, 16 * 60 + 55));

  private final PlanRequest request;
  private final Stamina stamina;
  private final Holidays holidays;
  private final Map<LocalDate, DayWeather> sky;

  Offers(PlanRequest request, Stamina stamina, Holidays holidays, Map<LocalDate, DayWeather> sky) {
    this.request = request;
    this.stamina = stamina;
    this.holidays = holidays;
    this.sky = sky;
  }

  /// What a day offers.
  ///
  /// @param starts in pieces of time, see [TripRouting]
  /// @param confidence 1 if it is known to be open then, less if it is not
  record Day(List<TourProblem.Span> starts, double confidence) {}

  /// The most visits of one category and day. Nobody wants a third museum or a second coffee.
  static int mostPerDay(Category category) {
    return switch (category) {
      case CAFE, SPA, THEME_PARK, AQUARIUM, BAR -> 1;
      case MUSEUM, GALLERY, MARKET, SHOPPING, NIGHT_VIEW -> 2;
      default -> 3;
    };
  }

  /// How long a visit lasts at the pace of the trip.
  int minutes(Place place) {
    double factor =
        switch (request.pace()) {
          case RELAXED -> 1.2;
          case BALANCED -> 1.0;
          case PACKED -> 0.8;
        };
    int usual = place.servesMeals() ? place.typicalMinutes() : scaled(place, factor);
    return Math.ceilDiv(usual, TripRouting.GRAIN) * TripRouting.GRAIN;
  }

  /// Whether rain is forecast for some day of the trip, so that it matters when `place` is visited.
  boolean minds(Place place) {
    return place.setting() != Setting.INDOOR
        && request.dates().stream().anyMatch(date -> !wet(date).isEmpty());
  }

  /// A visit that keeps dry as far as anybody can tell; of a place indoors, any.
  ///
  /// @param meal the meal that the visit stands for, if any
  Day dry(LocalDate date, Place place, int minutes, Optional<TourProblem.Meal> meal) {
    Day day = byHours(date, place, minutes, meal);
    if (place.setting() == Setting.INDOOR) {
      return day;
    }
    List<TourProblem.Span> starts = day.starts();
    for (Window rain : wet(date)) {
      // Who leaves as it begins, or comes as it ends, keeps dry.
      starts =
          without(
              new TourProblem.Span(
                  Math.floorDiv(rain.open() - minutes, TripRouting.GRAIN) + 1,
                  Math.ceilDiv(rain.close(), TripRouting.GRAIN) - 1),
              starts);
    }
    return new Day(starts, day.confidence());
  }

  /// A visit on a day with rain, at any time of it: worth less, as it may get wet.
  Day inTheRain(LocalDate date, Place place, int minutes, Optional<TourProblem.Meal> meal) {
    Day day = byHours(date, place, minutes, meal);
    return wet(date).isEmpty()
        ? new Day(List.of(), 1)
        : new Day(day.starts(), day.confidence() * IN_THE_RAIN);
  }

  /// The times of a day at which rain is forecast.
  private List<Window> wet(LocalDate date) {
    return sky.get(date) instanceof DayWeather.Forecast forecast
        ? IntStream.range(0, 24)
            .filter(hour -> forecast.rainsDuring(at(date, hour), at(date, hour + 1)).orElse(false))
            .mapToObj(hour -> new Window(hour * 60, hour * 60 + 60, OptionalInt.empty()))
            .toList()
        : List.of();
  }

  private static LocalDateTime at(LocalDate date, int hour) {
    return date.atStartOfDay().plusHours(hour);
  }

  private static List<TourProblem.Span> without(
      TourProblem.Span gap, List<TourProblem.Span> spans) {
    List<TourProblem.Span> left = new ArrayList<>();
    for (TourProblem.Span span : spans) {
      int until = Math.min(span.latest(), gap.earliest() - 1);
      int from = Math.max(span.earliest(), gap.latest() + 1);
      if (span.earliest() <= until) {
        left.add(new TourProblem.Span(span.earliest(), until));
      }
      if (from <= span.latest()) {
        left.add(new TourProblem.Span(from, span.latest()));
      }
    }
    return left;
  }

  private Day byHours(LocalDate date, Place place, int minutes, Optional<TourProblem.Meal> meal) {
    return switch (place.hours().on(date, holidays)) {
      case DayHours.Open(var windows) -> new Day(starts(place, date, windows, minutes, meal), 1);
      case DayHours.Closed() -> new Day(List.of(), 1);
      case DayHours.Unknown(var why) ->
          new Day(
              starts(place, date, likely(place, date), minutes, meal),
              why == DayHours.Reason.NOT_PUBLISHED ? HOURS_NOT_KNOWN : NOT_KNOWN_ON_HOLIDAYS);
    };
  }

  private List<TourProblem.Span> starts(
      Place place,
      LocalDate date,
      List<Window> windows,
      int minutes,
      Optional<TourProblem.Meal> meal) {
    List<TourProblem.Span> within = within(place, meal);
    int sunset = sunset(date);
    boolean night = place.category() == Category.NIGHT_VIEW;
    int from = night ? sunset : DAY_BEGINS;
    int to = ends(place, sunset) - minutes;
    List<TourProblem.Span> spans = new ArrayList<>();
    for (Window window : windows) {
      int earliest = Math.ceilDiv(Math.max(from, window.open()), TripRouting.GRAIN);
      int latest = Math.floorDiv(Math.min(to, window.latestStart(minutes)), TripRouting.GRAIN);
      for (TourProblem.Span each : within) {
        int first = Math.max(earliest, each.earliest());
        int last = Math.min(latest, each.latest());
        if (first <= last) {
          spans.add(new TourProblem.Span(first, last));
        }
      }
    }
    return merged(spans);
  }

  private int ends(Place place, int sunset) {
    if (place.category() == Category.NIGHT_VIEW) {
      return stamina.nightEnds();
    }
    return needsDaylight(place) ? Math.min(sunset, stamina.dayEnds()) : stamina.dayEnds();
  }

  /// In minutes from midnight, rounded.
  static int sunset(LocalDate date) {
    return SUNSETS.get(date.getMonthValue() - 1).toSecondOfDay() / 60;
  }

  /// A beach at night is a dark beach, unless it is known for its lights.
  private static boolean needsDaylight(Place place) {
    return place.setting() == Setting.OUTDOOR
        && !place.interests().contains(Interest.NIGHT_VIEW)
        && !place.servesMeals();
  }

  /// The times of day that suit the purpose of the visit.
  private static List<TourProblem.Span> within(Place place, Optional<TourProblem.Meal> meal) {
    if (meal.isPresent()) {
      return List.of(meal.get().starts());
    }
    return place.servesMeals() ? BETWEEN_MEALS : List.of(span(0, 24 * 60));
  }

  private static TourProblem.Span span(int from, int to) {
    return new TourProblem.Span(from / TripRouting.GRAIN, to / TripRouting.GRAIN);
  }

  private static List<TourProblem.Span> merged(List<TourProblem.Span> spans) {
    List<TourProblem.Span> merged = new ArrayList<>();
    spans.sort(Comparator.comparingInt(TourProblem.Span::earliest));
    for (TourProblem.Span span : spans) {
      if (!merged.isEmpty() && span.earliest() <= merged.getLast().latest() + 1) {
        TourProblem.Span before = merged.removeLast();
        merged.add(
            new TourProblem.Span(before.earliest(), Math.max(before.latest(), span.latest())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /// The hours in which a visit is worth a try where they are not known: those of an ordinary day
  /// where only this day's are missing, else those of most places like it.
  private static List<Window> likely(Place place, LocalDate date) {
    return switch (place.hours().on(date, _ -> DayKind.ORDINARY)) {
      case DayHours.Open(var windows) -> windows;
      case DayHours.Closed() -> List.of();
      case DayHours.Unknown _ ->
          List.of(
              place.servesMeals()
                  ? new Window(11 * 60 + 30, 20 * 60, OptionalInt.empty())
                  : place.setting() == Setting.INDOOR
                      ? new Window(10 * 60, 17 * 60, OptionalInt.empty())
                      : new Window(9 * 60, 20 * 60, OptionalInt.empty()));
    };
  }

  private static int scaled(Place place, double factor) {
    return Math.max(20, (int) Math.round(place.typicalMinutes() * factor));
  }
}
