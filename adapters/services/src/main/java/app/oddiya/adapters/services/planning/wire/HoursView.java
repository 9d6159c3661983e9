package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.adapters.web.json.Range;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.planning.place.MonthlyClosure;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.OpeningHours.OnFestivals;
import app.oddiya.domain.planning.place.OpeningHours.OnHolidays;
import app.oddiya.domain.planning.place.OpeningRule;
import app.oddiya.domain.planning.place.Window;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// When a place is open, as far as a source says so; whole, so that it can be read back.
@Doc("When a place is open, as far as a source says so.")
@Named("OpeningHoursView")
public record HoursView(
    @Doc("Whether any source names hours; nothing else is here if none does.") Status status,
    @Doc("No gate to close: a beach, a street.") Optional<Boolean> alwaysOpen,
    @Doc("Several may cover one date: lunch and dinner.") Optional<List<RuleView>> rules,
    Optional<List<DayOfWeek>> closedDays,
    @Doc("MM-DD") @Text(pattern = MONTH_DAY) Optional<List<String>> closedDates,
    Optional<List<MonthlyView>> closedMonthly,
    Optional<OnHolidays> onHolidays,
    @Doc("At Seollal and Chuseok.") Optional<OnFestivals> onFestivals,
    Optional<EvidenceView> evidence) {

  static final String MONTH_DAY = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
  static final String CLOCK = "^([0-3][0-9]|4[0-8]):[0-5][0-9]$";

  /// Whether hours are known.
  public enum Status {
    KNOWN,
    UNKNOWN
  }

  @Named("OpeningRuleView")
  public record RuleView(
      @Doc("First day of the season, MM-DD.") @Text(pattern = MONTH_DAY) String from,
      @Doc("Last day of the season, MM-DD; before from for one that spans the new year.")
          @Text(pattern = MONTH_DAY)
          String to,
      @Size(min = 1) List<DayOfWeek> days,
      @Text(pattern = CLOCK) String open,
      @Doc("26:00 for two in the morning of the next day.") @Text(pattern = CLOCK) String close,
      @Doc("Who arrives then or later is not let in.") @Text(pattern = CLOCK)
          Optional<String> lastAdmission) {

    private static RuleView of(OpeningRule rule) {
      return new RuleView(
          text(rule.from()),
          text(rule.to()),
          sorted(rule.days()),
          clock(rule.window().open()),
          clock(rule.window().close()),
          rule.window().lastAdmission().stream().mapToObj(HoursView::clock).findFirst());
    }

    private OpeningRule toRule() {
      return new OpeningRule(
          monthDay(from),
          monthDay(to),
          Set.copyOf(days),
          new Window(
              minutes(open),
              minutes(close),
              lastAdmission.stream().mapToInt(HoursView::minutes).findFirst()));
    }
  }

  @Doc("Closed on, say, the first and third Monday of each month.")
  @Named("MonthlyClosureView")
  public record MonthlyView(
      @Doc("Counted from the start of the month; -1 is the last.") @Range(min = -1, max = 5)
          List<Integer> weeks,
      DayOfWeek day,
      @Doc("In which this holds; empty for all.") @Range(min = 1, max = 12) List<Integer> months) {

    private static MonthlyView of(MonthlyClosure closure) {
      return new MonthlyView(
          sorted(closure.weeks()),
          closure.day(),
          closure.months().stream().map(Month::getValue).sorted().toList());
    }

    private MonthlyClosure toClosure() {
      return new MonthlyClosure(
          Set.copyOf(weeks),
          day,
          months.stream().map(Month::of).collect(Collectors.toUnmodifiableSet()));
    }
  }

  static HoursView of(OpeningHours hours) {
    return switch (hours) {
      case OpeningHours.Unpublished() -> plain(Status.UNKNOWN, false, Optional.empty());
      case OpeningHours.Always(var from) ->
          plain(Status.KNOWN, true, Optional.of(EvidenceView.of(from)));
      case OpeningHours.Timetable timetable -> of(timetable);
    };
  }

  private static HoursView plain(Status status, boolean always, Optional<EvidenceView> evidence) {
    return new HoursView(
        status,
        always ? Optional.of(true) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        evidence);
  }

  private static HoursView of(OpeningHours.Timetable timetable) {
    return new HoursView(
        Status.KNOWN,
        Optional.empty(),
        Optional.of(timetable.rules().stream().map(RuleView::of).toList()),
        Optional.of(sorted(timetable.closedDays())),
        Optional.of(timetable.closedDates().stream().sorted().map(HoursView::text).toList()),
        Optional.of(timetable.closedMonthly().stream().map(MonthlyView::of).toList()),
        Optional.of(timetable.onHolidays()),
        Optional.of(timetable.onFestivals()),
        Optional.of(EvidenceView.of(timetable.from())));
  }

  OpeningHours toHours() {
    return switch (status) {
      case UNKNOWN -> new OpeningHours.Unpublished();
      case KNOWN -> alwaysOpen.orElse(false) ? always() : timetable();
    };
  }

  private OpeningHours always() {
    return new OpeningHours.Always(evidence.orElseThrow().toEvidence());
  }

  private OpeningHours timetable() {
    return new OpeningHours.Timetable(
        rules.orElseThrow().stream().map(RuleView::toRule).toList(),
        Set.copyOf(closedDays.orElseThrow()),
        closedDates.orElseThrow().stream()
            .map(HoursView::monthDay)
            .collect(Collectors.toUnmodifiableSet()),
        closedMonthly.orElseThrow().stream().map(MonthlyView::toClosure).toList(),
        onHolidays.orElseThrow(),
        onFestivals.orElseThrow(),
        evidence.orElseThrow().toEvidence());
  }

  private static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
    return values.stream().sorted().toList();
  }

  private static String text(MonthDay day) {
    return day.toString().substring(2);
  }

  private static MonthDay monthDay(String text) {
    return MonthDay.parse("--" + text);
  }

  private static String clock(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }

  private static int minutes(String clock) {
    return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
  }
}
