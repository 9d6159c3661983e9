package app.oddiya.apps.plan.share;

import app.oddiya.adapters.services.planning.wire.CertificateView;
import app.oddiya.adapters.services.planning.wire.DayView;
import app.oddiya.adapters.services.planning.wire.StopView;
import app.oddiya.apps.plan.share.SharedPlanView.SharedChecksView;
import app.oddiya.apps.plan.share.SharedPlanView.SharedDayView;
import app.oddiya.apps.plan.share.SharedPlanView.SharedStopView;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.GeoPoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A shared plan as one page of HTML, in the plan's language: the days, a drawn map of each, the
/// times, the ways between, and how each stop was checked. It holds all it needs but pictures, runs
/// no script and loads nothing else, and [#CONTENT_SECURITY_POLICY] keeps it so whatever a text may
/// hold.
public final class SharePage {

  public static final String MEDIA_TYPE = "text/html";

  private static final String STYLE = style();

  /// Where the providers keep their pictures: that of the Korea Tourism Organization. A picture of
  /// any other host is not shown, as who looks at a page tells each host of a picture that they do.
  private static final Set<String> PICTURE_HOSTS = Set.of("tong.visitkorea.or.kr");

  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'sha256-%s'; img-src %s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
          .formatted(
              sha256(STYLE),
              PICTURE_HOSTS.stream()
                  .sorted()
                  .map("https://"::concat)
                  .collect(Collectors.joining(" ")));

  private static final int PICTURE_WIDTH = 480;
  private static final int PICTURE_HEIGHT = 320;

  /// Days beyond this many begin again with the first colour.
  private static final int COLORS = 7;

  private final SharedPlanView plan;
  private final Words words;
  private final Markup page = new Markup();

  private SharePage(SharedPlanView plan) {
    this.plan = plan;
    this.words = Words.in(plan.language());
  }

  public static String of(SharedPlanView plan) {
    SharePage page = new SharePage(plan);
    page.write();
    return page.page.toString();
  }

  private void write() {
    page.trusted("<!doctype html>").line().open("html", "lang", plan.language().code()).line();
    head();
    page.open("body").line();
    page.open("header").open("div");
    page.say("p", "Oddiya", "class", "mark");
    page.say("h1", plan.title());
    page.say("p", range(), "class", "range");
    page.say("p", summary(), "class", "summary");
    page.close("div").line();
    overview();
    page.close("header").line();
    page.open("main").line();
    for (int i = 0; i < plan.days().size(); i++) {
      day(i, plan.days().get(i));
    }
    page.close("main").line();
    footer();
    page.close("body").line().close("html").line();
  }

  private void head() {
    page.open("head").line();
    page.open("meta", "charset", "utf-8");
    page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.open("meta", "name", "color-scheme", "content", "light dark");
    page.open("meta", "name", "robots", "content", "noindex");
    // What messengers show beside the link.
    page.open("meta", "property", "og:title", "content", plan.title());
    page.open("meta", "property", "og:description", "content", range() + " \u00b7 " + summary());
    page.say("title", plan.title()).line();
    page.open("style").trusted(STYLE).close("style").line();
    page.close("head").line();
  }

  private String range() {
    String first = words.date(plan.startDate());
    return plan.startDate().equals(plan.endDate())
        ? first
        : words.say("range", first, words.date(plan.endDate()));
  }

  private String summary() {
    int stops = plan.days().stream().mapToInt(day -> day.stops().size()).sum();
    return words.say("summary", plan.days().size(), stops);
  }

  /// All days on one map, where there is more than one to tell apart.
  private void overview() {
    List<Integer> drawn =
        IntStream.range(0, plan.days().size())
            .filter(i -> !plan.days().get(i).stops().isEmpty())
            .boxed()
            .toList();
    if (drawn.size() < 2) {
      return;
    }
    page.open("figure");
    TripMap.ofDays(
        page,
        words,
        words.say("map.all"),
        drawn.stream().map(SharePage::color).toList(),
        drawn.stream().map(i -> positions(plan.days().get(i))).toList());
    page.open("figcaption");
    for (int i : drawn) {
      page.say("a", words.say("day", i + 1), "class", "key " + color(i), "href", "#day-" + (i + 1));
    }
    page.close("figcaption").close("figure").line();
  }

  private static String color(int day) {
    return "c" + day % COLORS;
  }

  private static List<GeoPoint> positions(SharedDayView day) {
    return day.stops().stream().map(SharedStopView::position).toList();
  }

  private void day(int index, SharedDayView day) {
    page.open("section", "class", "day " + color(index), "id", "day-" + (index + 1)).line();
    page.open("div", "class", "top");
    page.open("h2");
    page.say("span", words.say("day", index + 1), "class", "nth").text(" ");
    page.say("span", words.day(day.date())).close("h2");
    weather(day.weather()).ifPresent(text -> page.say("p", text, "class", "weather"));
    page.close("div").line();
    if (day.stops().isEmpty()) {
      page.say("p", words.say("empty"), "class", "empty");
    } else {
      page.open("figure");
      String title = words.say("map.day", index + 1);
      TripMap.ofDay(page, words, title, "route", positions(day));
      page.close("figure").line();
      timetable(day);
    }
    page.close("section").line();
  }

  private Optional<String> weather(DayView.WeatherView weather) {
    return switch (weather.kind()) {
      case UNKNOWN -> Optional.empty();
      case CLIMATE ->
          Optional.of(
              words.say(
                  "weather.climate",
                  words.degrees(weather.lowC().orElseThrow()),
                  words.degrees(weather.highC().orElseThrow()),
                  words.degrees(weather.rainDays().orElseThrow())));
      case FORECAST -> Optional.of(forecast(weather));
    };
  }

  private String forecast(DayView.WeatherView weather) {
    String degrees =
        words.say(
            "weather.forecast",
            words.degrees(weather.lowC().orElseThrow()),
            words.degrees(weather.highC().orElseThrow()));
    String wet =
        weather.rain().orElse(List.of()).stream()
            .filter(rain -> rain.millimetres() >= 1)
            .map(rain -> rain.from().toString())
            .collect(Collectors.joining(", "));
    return wet.isEmpty() ? degrees : degrees + " \u00b7 " + words.say("weather.rain", wet);
  }

  /// The stops and the free hours between them, in the order of their times.
  private void timetable(SharedDayView day) {
    List<DayView.FreeView> free = new ArrayList<>(day.freeHours().orElse(List.of()));
    page.open("ol").line();
    for (int i = 0; i < day.stops().size(); i++) {
      SharedStopView stop = day.stops().get(i);
      while (!free.isEmpty() && free.getFirst().from().isBefore(stop.arrive())) {
        free(free.removeFirst());
      }
      stop(i + 1, stop);
    }
    free.forEach(this::free);
    page.close("ol").line();
  }

  private void free(DayView.FreeView free) {
    page.open("li", "class", "free");
    time(free.from() + "\u2013" + free.to());
    page.say("p", words.say("free." + free.kind().code()), "class", "what");
    page.close("li").line();
  }

  private void time(String text) {
    page.say("p", text, "class", "time");
  }

  private void stop(int number, SharedStopView stop) {
    if (stop.legFromPrevious() != null) {
      page.say("li", words.way(stop.legFromPrevious()), "class", "way");
    }
    page.open("li", "class", "stop");
    page.say("span", Integer.toString(number), "class", "badge", "aria-hidden", "true");
    boolean isNextDay = stop.depart().isBefore(stop.arrive());
    time(
        stop.arrive()
            + "\u2013"
            + stop.depart()
            + (isNextDay ? " (" + words.say("until.next.day") + ")" : ""));
    page.say("h3", stop.name());
    String local =
        Stream.of(Optional.of(stop.localName()), Optional.ofNullable(stop.address()))
            .flatMap(Optional::stream)
            .filter(text -> !text.equals(stop.name()))
            .collect(Collectors.joining(" \u00b7 "));
    if (!local.isEmpty()) {
      // All places are in Korea, and so are the letters to draw their names with.
      page.say("p", local, "class", "local", "lang", "ko");
    }
    page.say("p", stop.activity(), "class", "what");
    stop.picture().filter(SharePage::isOfAProvider).ifPresent(this::picture);
    checks(stop.checks());
    page.close("li").line();
  }

  private static boolean isOfAProvider(StopView.PictureView picture) {
    return "https".equals(picture.url().getScheme())
        && PICTURE_HOSTS.contains(picture.url().getAuthority());
  }

  /// Whose size nobody says: it has a frame of its own to fit into, whole, as the licence of some
  /// forbids to change them. The name of what it shows stands above it.
  private void picture(StopView.PictureView picture) {
    page.open("div", "class", "picture");
    page.open(
        "img",
        "src",
        picture.url(),
        "alt",
        "",
        "width",
        PICTURE_WIDTH,
        "height",
        PICTURE_HEIGHT,
        "loading",
        "lazy",
        "decoding",
        "async",
        "referrerpolicy",
        "no-referrer");
    page.say("p", words.say("picture", picture.source()), "class", "by");
    page.close("div");
  }

  private record Mark(String kind, StopView.CheckView check) {}

  /// A mark for each check that did not pass, one for all if every one did. A failure is told, the
  /// other reasons unfold.
  private void checks(SharedChecksView checks) {
    List<Mark> marks =
        Stream.of(
                Optional.of(new Mark("exists", checks.exists())),
                Optional.of(new Mark("open", checks.open())),
                checks.travel().map(travel -> new Mark("travel", travel)),
                Optional.of(new Mark("weather", checks.weather())))
            .flatMap(Optional::stream)
            .toList();
    List<Mark> doubts =
        marks.stream().filter(mark -> mark.check().verdict() != Verdict.PASS).toList();
    doubts.stream()
        .filter(mark -> mark.check().verdict() == Verdict.FAIL)
        .forEach(mark -> page.say("p", mark.check().reason(), "class", "fails"));
    page.open("details").open("summary");
    if (doubts.isEmpty()) {
      mark(Verdict.PASS, words.say("checks.pass"));
    }
    doubts.forEach(mark -> mark(mark.check().verdict(), words.say("check." + mark.kind())));
    page.close("summary").open("dl");
    for (Mark mark : marks) {
      page.open("dt");
      mark(mark.check().verdict(), words.say("check." + mark.kind()));
      page.close("dt").say("dd", mark.check().reason());
    }
    page.close("dl").close("details");
  }

  private void mark(Verdict verdict, String what) {
    page.open("span", "class", "is " + verdict.code());
    page.say("i", sign(verdict), "title", words.say("verdict." + verdict.code()));
    page.text(what).close("span").text(" ");
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "\u2713";
      case FAIL -> "\u2715";
      case UNKNOWN -> "?";
    };
  }

  private void footer() {
    page.open("footer");
    String verdict = plan.certificate().verdict().code();
    page.say("p", words.say("certificate." + verdict), "class", "verdict " + verdict);
    page.say("p", words.say("checked", words.date(plan.certificate().checkedAt())));
    String sources =
        plan.certificate().sources().stream()
            .map(this::source)
            .collect(Collectors.joining(" \u00b7 "));
    page.say("p", sources);
    page.say("p", words.say("made"), "class", "made");
    page.close("footer").line();
  }

  private String source(CertificateView.UsedView source) {
    return words.say("source", words.provider(source.provider()), words.date(source.fetchedAt()));
  }

  private static String style() {
    try (InputStream file = SharePage.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
