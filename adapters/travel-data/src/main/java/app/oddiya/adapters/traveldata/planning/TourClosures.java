package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.MonthlyClosure;
import app.oddiya.domain.planning.place.OpeningHours.OnFestivals;
import app.oddiya.domain.planning.place.OpeningHours.OnHolidays;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The days on which a text of TourAPI says that a place is closed: `매주 월요일, 1월 1일, 설날·추석
/// 당일`. Read only if every word of it is understood.
record TourClosures(
    Set<DayOfWeek> days,
    Set<MonthDay> dates,
    List<MonthlyClosure> monthly,
    OnHolidays onHolidays,
    OnFestivals onFestivals) {

  /// Open on every day of the year, in so many words.
  static final TourClosures NONE =
      new TourClosures(Set.of(), Set.of(), List.of(), OnHolidays.OPEN, OnFestivals.OPEN);

  private static final Pattern NEVER = Pattern.compile("연중 ?무휴");
  private static final Pattern MONTHLY =
      Pattern.compile(
          "매[월달] ?((?:(?:첫|둘|두|셋|세|넷|네|마지막)(?: ?번)?째?(?: ?주)?[,·/ ]*(?:와 |및 )?)+)"
              + "([월화수목금토일])요일");
  private static final Pattern WEEK = Pattern.compile("첫|둘|두|셋|세|넷|네|마지막");
  private static final Pattern WEEKDAYS =
      Pattern.compile(
          "(?:매주 ?)?([월화수목금토일])(?:요일)? ?~ ?([월화수목금토일])요일"
              + "|(?:매주 ?)?((?:[월화수목금토일](?:요일)?[,·/ ]+)*[월화수목금토일])요일(?!이)");
  private static final Pattern DATE = Pattern.compile("(?:매년 ?)?(\\d{1,2})월 ?(\\d{1,2})일|신정");
  private static final Pattern BOTH_FESTIVALS =
      Pattern.compile(
          "(?:설날?|구정)(?: ?(?:당일|연휴))?(?:[,·/ ]+|과 |및 | 및 )추석(?: ?(?:당일|연휴))?"
              + "|명절(?: ?(?:당일|연휴))?");
  private static final Pattern HOLIDAYS = Pattern.compile("(?:법정 ?)?공휴일(?![이과 ]*[인일겹])");
  private static final Pattern AND = Pattern.compile("및|휴관|휴무");

  /// `월요일이 공휴일인 경우 그 다음날 휴관`: open on a holiday, closed on the next day instead.
  private static final Pattern NEXT_DAY_INSTEAD =
      Pattern.compile(
          "[(\\[※ ]*(?:단,? ?)?(?:(?:정기 ?휴일|휴[관무]일|[월화수목금토일]요일)이 ?)?(?:법정 ?)?공휴일"
              + "(?: 및 대체 ?공휴일)?(?:과 겹칠 경우|[인일] ?경우|[인일] ?때|이면)(?:에는?|는)?,? ?"
              + "(?:정상 ?)?(?:개방|개관|운영|영업)?(?:하며|하고)?,? ?(?:그 ?)?"
              + "(?:다음 ?날|익일|다음 ?평일|다음의 첫 번째 (?:비공휴일|평일))(?:에|이|은)? ?"
              + "(?:휴관|휴무|휴궁|휴원|정기 ?휴일)(?:임|함|일)?[.)\\]]*");

  TourClosures {
    days = Set.copyOf(days);
    dates = Set.copyOf(dates);
    monthly = List.copyOf(monthly);
  }

  static Optional<TourClosures> read(String written) {
    TourText text = TourText.of(written);
    if (NEVER.matcher(text.text()).matches()) {
      return Optional.of(NONE);
    }
    return text.isOver() ? Optional.empty() : new Reader(text).closures();
  }

  private static final class Reader {

    private final TourText text;
    private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private final Set<MonthDay> dates = new HashSet<>();
    private final List<MonthlyClosure> monthly = new ArrayList<>();
    private OnHolidays onHolidays = OnHolidays.UNSTATED;
    private OnFestivals onFestivals = OnFestivals.UNSTATED;

    Reader(TourText text) {
      this.text = text;
    }

    Optional<TourClosures> closures() {
      while (!text.isOver()) {
        if (!isTaken()) {
          return Optional.empty();
        }
      }
      return Optional.of(new TourClosures(days, dates, monthly, onHolidays, onFestivals));
    }

    private boolean isTaken() {
      return isTaken(NEXT_DAY_INSTEAD, this::nextDayInstead)
          || isTaken(MONTHLY, piece -> monthly.add(monthly(piece)))
          || isTaken(WEEKDAYS, piece -> days.addAll(weekdays(piece)))
          || isTaken(DATE, piece -> date(piece).map(dates::add).isPresent())
          || isTaken(BOTH_FESTIVALS, _ -> festivals())
          || isTaken(HOLIDAYS, _ -> holidays())
          || isTaken(AND, _ -> true);
    }

    /// @param meaning what becomes of a piece; false for one that means nothing
    private boolean isTaken(Pattern pattern, Predicate<MatchResult> meaning) {
      return text.take(pattern).filter(meaning).isPresent();
    }

    private boolean nextDayInstead(MatchResult piece) {
      onHolidays = OnHolidays.OPEN_THEN_CLOSED;
      return !days.isEmpty();
    }

    private boolean festivals() {
      onFestivals = OnFestivals.CLOSED;
      return true;
    }

    /// Seollal and Chuseok are public holidays, too.
    private boolean holidays() {
      onHolidays = OnHolidays.CLOSED;
      return festivals();
    }

    private static Set<DayOfWeek> weekdays(MatchResult piece) {
      if (piece.group(1) != null) {
        return TourDays.between(TourDays.of(piece.group(1)), TourDays.of(piece.group(2)));
      }
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      piece
          .group(3)
          .replace("요일", "")
          .chars()
          .filter(Character::isLetter)
          .forEach(name -> days.add(TourDays.of(Character.toString(name))));
      return days;
    }

    private static MonthlyClosure monthly(MatchResult piece) {
      Set<Integer> weeks = new HashSet<>();
      var each = WEEK.matcher(piece.group(1));
      while (each.find()) {
        weeks.add(
            switch (each.group()) {
              case "첫" -> 1;
              case "둘", "두" -> 2;
              case "셋", "세" -> 3;
              case "넷", "네" -> 4;
              default -> MonthlyClosure.LAST;
            });
      }
      return new MonthlyClosure(weeks, TourDays.of(piece.group(2)), Set.of());
    }

    private static Optional<MonthDay> date(MatchResult piece) {
      if (piece.group(1) == null) {
        return Optional.of(MonthDay.of(1, 1));
      }
      try {
        return Optional.of(
            MonthDay.of(Integer.parseInt(piece.group(1)), Integer.parseInt(piece.group(2))));
      } catch (DateTimeException noSuchDay) {
        return Optional.empty();
      }
    }
  }
}
