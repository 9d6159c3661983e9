package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Certificate;
import app.oddiya.domain.planning.plan.Check;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Exertion;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.SourceUsed;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Computes the certificate of a trip whose stops have just been checked: what is to be said about
/// its stops, and about the whole of it against the wish.
final class FreshChecks {

  private final PlanRequest wish;
  private final List<Must> musts;
  private final Purse purse;
  private final List<Day> days;
  private final Map<LocalDate, Exertion> needed;
  private final Map<PlaceId, Place> places;
  private final Collection<String> silent;
  private final Texts texts;
  private final List<Finding> findings = new ArrayList<>();

  /// @param needed what must-visits and the lodging ask for of a day's ways
  /// @param places those of all stops, as they came from their providers
  /// @param silent providers that were not heard when places were looked for
  FreshChecks(
      PlanRequest wish,
      List<Must> musts,
      Purse purse,
      List<Day> days,
      Map<LocalDate, Exertion> needed,
      Map<PlaceId, Place> places,
      Collection<String> silent) {
    this.wish = wish;
    this.musts = musts;
    this.purse = purse;
    this.days = days;
    this.needed = needed;
    this.places = places;
    this.silent = silent;
    this.texts = Texts.in(wish.language());
  }

  Certificate certificate(Instant now) {
    findings.clear();
    days.forEach(day -> day.stops().forEach(this::stop));
    dates();
    musts();
    avoided();
    duplicates();
    budget();
    findings.addAll(new PaceRules(wish, places, needed).findings(days));
    prices();
    interests();
    providers();
    return Certificate.of(now, findings, sources());
  }

  /// The admissions of the whole trip, as far as they are known.
  static Money admission(List<Day> days) {
    return days.stream()
        .flatMap(day -> day.stops().stream())
        .flatMap(stop -> stop.cost().stream())
        .reduce(Money.won(0), Money::plus);
  }

  private void stop(Stop stop) {
    for (CheckKind kind :
        List.of(CheckKind.EXISTS, CheckKind.OPEN, CheckKind.TRAVEL, CheckKind.WEATHER)) {
      Check check = stop.checks().of(kind);
      if (check.verdict() != Verdict.PASS) {
        findings.add(
            new Finding(
                Optional.of(stop.id()),
                kind,
                check.verdict(),
                stop.name() + ": " + check.reason()));
      }
    }
  }

  private void dates() {
    boolean all = days.stream().map(Day::date).toList().equals(wish.dates());
    say(
        CheckKind.DATES,
        all,
        texts.say(all ? Phrase.DATES_PASS : Phrase.DATES_FAIL, Integer.toString(days.size())));
  }

  private void musts() {
    for (Must must : musts) {
      Phrase phrase =
          switch (must.there()) {
            case PASS -> Phrase.MUST_PASS;
            case FAIL -> Phrase.MUST_FAIL;
            case UNKNOWN -> Phrase.MUST_UNKNOWN;
          };
      findings.add(
          new Finding(
              Optional.empty(),
              CheckKind.MUST_VISIT,
              must.there(),
              texts.say(phrase, must.name())));
    }
  }

  private void avoided() {
    if (wish.avoid().isEmpty()) {
      return;
    }
    boolean clean = true;
    for (Stop stop : stops()) {
      if (wish.avoid().stream().anyMatch(place(stop)::isMeantBy)) {
        clean = false;
        say(stop.id(), CheckKind.AVOID, texts.say(Phrase.AVOID_FAIL, stop.name()));
      }
    }
    if (clean) {
      say(CheckKind.AVOID, true, texts.say(Phrase.AVOID_PASS));
    }
  }

  private void duplicates() {
    Set<PlaceId> seen = new HashSet<>();
    boolean clean = true;
    for (Stop stop : stops()) {
      if (!seen.add(stop.placeId())) {
        clean = false;
        say(stop.id(), CheckKind.DUPLICATES, texts.say(Phrase.DUPLICATES_FAIL, stop.name()));
      }
    }
    if (clean) {
      say(CheckKind.DUPLICATES, true, texts.say(Phrase.DUPLICATES_PASS));
    }
  }

  private void budget() {
    if (purse.budget().isEmpty()) {
      return;
    }
    Money spent = admission(days);
    String admissions = texts.amount(spent);
    String budget = texts.amount(purse.budget().get());
    if (purse.inWon().isEmpty()) {
      findings.add(
          new Finding(
              Optional.empty(),
              CheckKind.BUDGET,
              Verdict.UNKNOWN,
              texts.say(Phrase.BUDGET_UNKNOWN, admissions, budget)));
      return;
    }
    boolean within = !spent.isMoreThan(Money.won(purse.inWon().getAsLong()));
    say(
        CheckKind.BUDGET,
        within,
        texts.say(within ? Phrase.BUDGET_PASS : Phrase.BUDGET_FAIL, admissions, budget));
  }

  /// How old prices are is a part of what they say.
  private void prices() {
    NavigableSet<String> dates = new TreeSet<>();
    boolean undated = false;
    int unknown = 0;
    for (Stop stop : stops()) {
      if (stop.cost().isEmpty()) {
        unknown++;
        continue;
      }
      Optional<String> date =
          place(stop).admission().flatMap(admission -> admission.evidence().asOf());
      date.ifPresent(dates::add);
      undated |= date.isEmpty();
    }
    String ages = ages(dates, undated);
    if (ages.isEmpty()) {
      findings.add(
          new Finding(
              Optional.empty(), CheckKind.PRICES, Verdict.UNKNOWN, texts.say(Phrase.PRICES_NONE)));
      return;
    }
    findings.add(
        new Finding(
            Optional.empty(),
            CheckKind.PRICES,
            unknown == 0 ? Verdict.PASS : Verdict.UNKNOWN,
            texts.say(
                unknown == 0 ? Phrase.PRICES_PASS : Phrase.PRICES_UNKNOWN,
                ages,
                Integer.toString(unknown))));
  }

  private String ages(NavigableSet<String> dates, boolean undated) {
    List<String> ages = new ArrayList<>();
    if (!dates.isEmpty()) {
      boolean one = dates.size() == 1;
      ages.add(one ? dates.first() : dates.first() + " – " + dates.last());
    }
    if (undated) {
      ages.add(texts.say(Phrase.PRICES_UNDATED));
    }
    return String.join(", ", ages);
  }

  private void interests() {
    List<String> unmet = Wish.unmetInterests(wish);
    if (!unmet.isEmpty()) {
      findings.add(
          new Finding(
              Optional.empty(),
              CheckKind.INTERESTS,
              Verdict.UNKNOWN,
              texts.say(Phrase.INTERESTS_UNKNOWN, String.join(", ", unmet))));
    }
  }

  private void providers() {
    for (String provider : silent) {
      findings.add(
          new Finding(
              Optional.empty(),
              CheckKind.PROVIDERS,
              Verdict.UNKNOWN,
              texts.say(Phrase.PROVIDERS_SILENT, texts.provider(provider))));
    }
  }

  private List<SourceUsed> sources() {
    Map<String, Instant> oldest = new TreeMap<>();
    for (Stop stop : stops()) {
      oldest.merge(
          stop.source().provider(),
          stop.source().fetchedAt(),
          (one, other) -> one.isBefore(other) ? one : other);
    }
    return oldest.entrySet().stream()
        .map(each -> new SourceUsed(each.getKey(), each.getValue()))
        .toList();
  }

  private List<Stop> stops() {
    return days.stream().flatMap(day -> day.stops().stream()).toList();
  }

  private Place place(Stop stop) {
    Place place = places.get(stop.placeId());
    if (place == null) {
      throw new IllegalArgumentException("places: lacks " + stop.placeId());
    }
    return place;
  }

  private void say(CheckKind check, boolean pass, String detail) {
    findings.add(new Finding(Optional.empty(), check, pass ? Verdict.PASS : Verdict.FAIL, detail));
  }

  private void say(StopId stop, CheckKind check, String detail) {
    findings.add(new Finding(Optional.of(stop), check, Verdict.FAIL, detail));
  }
}
