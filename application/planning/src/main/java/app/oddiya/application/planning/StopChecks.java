package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.DayHours;
import app.oddiya.domain.planning.place.Evidence;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Openness;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.planning.place.Window;
import app.oddiya.domain.planning.plan.Check;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.Verdict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Judges one stop against what providers say, and says why.
final class StopChecks {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Texts texts;
  private final Holidays holidays;

  StopChecks(Texts texts, Holidays holidays) {
    this.texts = texts;
    this.holidays = holidays;
  }

  /// @param place as it came from a provider, just now or when we last heard of it
  Check exists(Place place, Sighting.Standing standing) {
    String provider = texts.provider(place.source().provider());
    String id = place.source().id();
    String month = MONTH.format(place.source().fetchedAt());
    return switch (standing) {
      case FRESH -> pass(texts.say(Phrase.EXISTS, provider, id, month));
      case UNANSWERED -> unknown(texts.say(Phrase.EXISTS_UNANSWERED, provider, id, month));
      case NOT_ASKED -> unknown(texts.say(Phrase.EXISTS_NOT_ASKED, provider, id, month));
      case GONE -> fail(texts.say(Phrase.EXISTS_GONE, provider, id, month));
    };
  }

  /// @param arrive minutes from the date's midnight
  /// @param depart minutes from the same midnight
  Check open(Place place, LocalDate date, int arrive, int depart) {
    OpeningHours hours = place.hours();
    String age = hours.evidence().map(this::age).orElse("");
    return switch (Openness.during(hours, date, arrive, depart, holidays)) {
      case Openness.Open(var window) -> pass(open(hours, window, age));
      case Openness.ClosedThatDay() -> fail(texts.say(Phrase.OPEN_CLOSED, age));
      case Openness.OutsideHours(var windows) ->
          fail(texts.say(Phrase.OPEN_OUTSIDE, clock(windows), age));
      case Openness.AfterLastAdmission(var window) ->
          fail(
              texts.say(
                  Phrase.OPEN_ADMISSION,
                  clock(window.lastAdmission().orElse(window.close())),
                  age));
      case Openness.Unknown(var why) -> unknown(unknownHours(hours, why, age));
    };
  }

  /// @param leg the way here; empty for a day's first stop without a lodging
  /// @param free minutes between leaving the stop before and arriving here; empty for the first
  ///     stop of a day, as the lodging can be left at any time
  Check travel(Optional<Leg> leg, OptionalInt free) {
    if (leg.isEmpty()) {
      return pass(texts.say(Phrase.TRAVEL_FIRST));
    }
    Leg way = leg.get();
    String mode = texts.name(way.mode());
    if (free.isEmpty()) {
      return pass(
          texts.say(
              way.estimated() ? Phrase.TRAVEL_LODGING_ESTIMATED : Phrase.TRAVEL_LODGING,
              mode,
              number(way.minutes())));
    }
    if (free.getAsInt() < 0) {
      return fail(texts.say(Phrase.TRAVEL_OVERLAP, number(-free.getAsInt())));
    }
    String minutes = number(way.minutes());
    String left = number(free.getAsInt());
    if (way.minutes() > free.getAsInt()) {
      return fail(texts.say(Phrase.TRAVEL_FAIL, mode, minutes, left));
    }
    return pass(
        texts.say(
            way.estimated() ? Phrase.TRAVEL_PASS_ESTIMATED : Phrase.TRAVEL_PASS,
            mode,
            minutes,
            left));
  }

  /// Indoors any weather will do. A place of which only some is under a roof counts as outdoors.
  Check weather(Place place, DayWeather weather, LocalDate date, int arrive, int depart) {
    if (place.setting() == Setting.INDOOR) {
      return pass(texts.say(Phrase.WEATHER_INDOORS));
    }
    return switch (weather) {
      case DayWeather.Unknown _ -> unknown(texts.say(Phrase.WEATHER_UNKNOWN));
      case DayWeather.Climate usual -> unknown(usual(usual));
      case DayWeather.Forecast forecast -> {
        LocalDateTime midnight = date.atStartOfDay();
        Optional<Boolean> rains =
            forecast.rainsDuring(midnight.plusMinutes(arrive), midnight.plusMinutes(depart));
        yield rains
            .map(
                wet ->
                    wet ? fail(texts.say(Phrase.WEATHER_WET)) : pass(texts.say(Phrase.WEATHER_DRY)))
            .orElseGet(() -> unknown(texts.say(Phrase.WEATHER_UNKNOWN)));
      }
    };
  }

  /// What is usual is no forecast: it says what to pack, not whether it rains.
  private String usual(DayWeather.Climate usual) {
    return texts.say(
        Phrase.WEATHER_CLIMATE,
        Long.toString(Math.round(usual.lowC())),
        Long.toString(Math.round(usual.highC())),
        Long.toString(Math.round(usual.rainDays())),
        usual.source());
  }

  private String open(OpeningHours hours, Window window, String age) {
    if (hours instanceof OpeningHours.Always) {
      return texts.say(Phrase.OPEN_ALWAYS, age);
    }
    String range = clock(List.of(window));
    return window.lastAdmission().isPresent()
        ? texts.say(
            Phrase.OPEN_PASS_ADMISSION, range, clock(window.lastAdmission().getAsInt()), age)
        : texts.say(Phrase.OPEN_PASS, range, age);
  }

  private String unknownHours(OpeningHours hours, DayHours.Reason why, String age) {
    if (hours.evidence().isEmpty()) {
      return texts.say(Phrase.OPEN_UNPUBLISHED);
    }
    return switch (why) {
      case NOT_PUBLISHED -> texts.say(Phrase.OPEN_UNSTATED, age);
      case HOLIDAY -> texts.say(Phrase.OPEN_HOLIDAY, age);
      case BEYOND_CALENDAR -> texts.say(Phrase.OPEN_CALENDAR, age);
    };
  }

  private String age(Evidence evidence) {
    return evidence
        .asOf()
        .map(date -> texts.say(Phrase.AGE_DATED, date))
        .orElseGet(() -> texts.say(Phrase.AGE_UNDATED, evidence.readOn()));
  }

  static String clock(List<Window> windows) {
    return windows.stream()
        .map(window -> clock(window.open()) + "-" + clock(window.close()))
        .collect(Collectors.joining(", "));
  }

  /// `26:00` for two in the morning of the next day, as opening hours are written in Korea.
  private static String clock(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }

  private static String number(int value) {
    return Integer.toString(value);
  }

  private static Check pass(String reason) {
    return new Check(Verdict.PASS, reason);
  }

  private static Check fail(String reason) {
    return new Check(Verdict.FAIL, reason);
  }

  private static Check unknown(String reason) {
    return new Check(Verdict.UNKNOWN, reason);
  }
}
