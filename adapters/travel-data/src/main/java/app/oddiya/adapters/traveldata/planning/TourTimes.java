package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.OpeningRule;
import app.oddiya.domain.planning.place.Window;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The times of day that a text of TourAPI says: `09:00~18:00 (입장마감 17:00)`, with the months or
/// the days of the week that each holds for before it.
///
/// Read only if every word of it is understood. A text that goes on about breaks, about halls of
/// their own, or that names two times without saying when each holds, is not.
sealed interface TourTimes {

  /// No gate is ever closed.
  ///
  /// @param stated it says that it is open at all times, not merely around the clock
  record Always(boolean stated) implements TourTimes {}

  record Rules(List<OpeningRule> rules) implements TourTimes {
    public Rules {
      rules = List.copyOf(rules);
    }
  }

  static Optional<TourTimes> read(String written) {
    TourText text = TourText.of(written);
    if (Reader.OPEN_SPACE.matcher(text.text()).matches()) {
      return Optional.of(new Always(true));
    }
    if (Reader.AROUND_THE_CLOCK.matcher(text.text()).matches()) {
      return Optional.of(new Always(false));
    }
    return new Reader(text).rules().map(Rules::new);
  }

  /// Reads clause by clause.
  final class Reader {

    private static final Pattern OPEN_SPACE =
        Pattern.compile("(연중 ?)?상시( ?(개방|이용|이용 ?가능|관람 ?가능))?");
    private static final Pattern AROUND_THE_CLOCK =
        Pattern.compile("24시간( ?(개방|운영|영업))?|00:00 ?~ ?24:00");

    private static final Pattern LABEL =
        Pattern.compile("(?:이용|운영|관람|개방|개장|영업)? ?시간(?= |:)|매일(?= |:)");
    private static final String MONTHS =
        "(\\d{1,2})월? ?~ ?(\\d{1,2})월((?: ?[/,] ?\\d{1,2}월? ?~ ?\\d{1,2}월)*)";
    private static final Pattern SEASON =
        Pattern.compile("(?:하절기|동절기|하계|동계|여름철|겨울철|춘추절기)? ?[\\[(]?" + MONTHS + "[\\])]?");
    private static final Pattern MORE_MONTHS = Pattern.compile("(\\d{1,2})월? ?~ ?(\\d{1,2})월");
    private static final Pattern DAYS =
        Pattern.compile(
            "[\\[(]?(?:(평일)|(주말)|([월화수목금토일])(?:요일)? ?~ ?([월화수목금토일])(?:요일)?"
                + "|([월화수목금토일])요일)[\\])]?(?= |:|\\d)");
    private static final String TIME = "(\\d{1,2})(?::(\\d{2})|시(?: ?(\\d{2})분)?)";
    private static final Pattern RANGE = Pattern.compile(TIME + " ?[~-] ?" + TIME);
    private static final Pattern LAST_ADMISSION =
        Pattern.compile(
            "[(\\[※]* ?(?:입장 ?마감|매표 ?마감|발권 ?마감|마지막 ?입장|최종 ?입장)(?: ?시간)? ?:? ?"
                + TIME
                + "(?:까지)? ?[)\\]]?");
    private static final Pattern ADMISSION_BEFORE_END =
        Pattern.compile(
            "[(\\[※]* ?(?:(?:관람|운영|이용)? ?(?:종료|마감)|폐장|폐관) ?(?:(\\d)시간|(\\d{2})분) ?전"
                + "(?:까지)? ?(?:입장|매표)(?: ?(?:마감|가능))? ?[)\\]]?");

    private record When(List<MonthDay> seasons, Set<DayOfWeek> days) {}

    private final TourText text;
    private final List<OpeningRule> rules = new ArrayList<>();
    private final Set<When> said = new HashSet<>();

    Reader(TourText text) {
      this.text = text;
    }

    /// The rules; empty if anything is not understood.
    Optional<List<OpeningRule>> rules() {
      List<MonthDay> seasons = List.of();
      while (!text.isOver()) {
        var _ = text.take(LABEL);
        seasons = text.take(SEASON).map(Reader::seasons).orElse(seasons);
        Set<DayOfWeek> days =
            text.take(DAYS).map(Reader::days).orElse(EnumSet.allOf(DayOfWeek.class));
        Optional<MatchResult> range = text.take(RANGE);
        if (range.isEmpty() || !said.add(new When(seasons, days))) {
          return Optional.empty();
        }
        Optional<Window> window = window(range.get());
        if (window.isEmpty()) {
          return Optional.empty();
        }
        add(seasons, days, window.get());
      }
      return rules.isEmpty() || isHalfSaid() ? Optional.empty() : Optional.of(rules);
    }

    /// Whether times are said for some seasons and others for no season: one of both is an
    /// exception, and which is not said.
    private boolean isHalfSaid() {
      boolean bySeason = said.stream().anyMatch(when -> !when.seasons().isEmpty());
      boolean always = said.stream().anyMatch(when -> when.seasons().isEmpty());
      boolean byDay = said.stream().anyMatch(when -> when.days().size() < 7);
      boolean daily = said.stream().anyMatch(when -> when.days().size() == 7);
      return (bySeason && always) || (byDay && daily);
    }

    private void add(List<MonthDay> seasons, Set<DayOfWeek> days, Window window) {
      if (seasons.isEmpty()) {
        rules.add(new OpeningRule(MonthDay.of(1, 1), MonthDay.of(12, 31), days, window));
      }
      for (int i = 0; i < seasons.size(); i += 2) {
        rules.add(new OpeningRule(seasons.get(i), seasons.get(i + 1), days, window));
      }
    }

    private Optional<Window> window(MatchResult range) {
      int open = minutes(range, 1);
      int end = minutes(range, 4);
      int close = end <= open ? end + 1440 : end;
      if (open < 0 || end < 0 || open >= 1440 || close > 1440 + 6 * 60) {
        return Optional.empty();
      }
      OptionalInt last =
          text.take(LAST_ADMISSION)
              .map(taken -> minutes(taken, 1))
              .or(() -> text.take(ADMISSION_BEFORE_END).map(taken -> close - before(taken)))
              .map(OptionalInt::of)
              .orElse(OptionalInt.empty());
      if (last.isPresent() && (last.getAsInt() <= open || last.getAsInt() > close)) {
        return Optional.empty();
      }
      return Optional.of(new Window(open, close, last));
    }

    private static int before(MatchResult taken) {
      return taken.group(1) != null
          ? Integer.parseInt(taken.group(1)) * 60
          : Integer.parseInt(taken.group(2));
    }

    /// -1 for a time that no clock shows.
    private static int minutes(MatchResult time, int group) {
      int hours = Integer.parseInt(time.group(group));
      String past = time.group(group + 1) == null ? time.group(group + 2) : time.group(group + 1);
      int minutes = past == null ? 0 : Integer.parseInt(past);
      return hours > 24 || minutes > 59 ? -1 : hours * 60 + minutes;
    }

    /// First and last days, two by two; empty for months that no year has.
    private static List<MonthDay> seasons(MatchResult season) {
      List<MonthDay> days = new ArrayList<>();
      var each = MORE_MONTHS.matcher(season.group());
      while (each.find()) {
        int from = Integer.parseInt(each.group(1));
        int to = Integer.parseInt(each.group(2));
        if (from < 1 || from > 12 || to < 1 || to > 12) {
          return List.of();
        }
        days.add(MonthDay.of(from, 1));
        days.add(MonthDay.of(to, Month.of(to).maxLength()));
      }
      return days;
    }

    private static Set<DayOfWeek> days(MatchResult days) {
      if (days.group(1) != null) {
        return TourDays.between(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
      }
      if (days.group(2) != null) {
        return EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      }
      return days.group(5) != null
          ? EnumSet.of(TourDays.of(days.group(5)))
          : TourDays.between(TourDays.of(days.group(3)), TourDays.of(days.group(4)));
    }
  }
}
