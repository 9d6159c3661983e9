package app.oddiya.domain.planning.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A check that has come out otherwise than before.
///
/// @param stop the stop it is about; empty for the whole plan
/// @param before empty if it was not checked then
/// @param after what it is now; empty if there is nothing to be checked any more
/// @param detail in the plan's language; of what is not checked any more, as it was
public record Turn(
    Optional<StopId> stop,
    CheckKind check,
    Optional<Verdict> before,
    Optional<Verdict> after,
    String detail) {

  private static final List<CheckKind> OF_A_STOP =
      List.of(CheckKind.EXISTS, CheckKind.OPEN, CheckKind.TRAVEL, CheckKind.WEATHER);

  private record Subject(Optional<StopId> stop, CheckKind check) {}

  /// What has turned from one checking of a trip to another, stops first and in their order.
  public static List<Turn> between(Trip before, Trip after) {
    Map<Subject, Check> then = checks(before);
    Map<Subject, Check> now = checks(after);
    List<Turn> turns = new ArrayList<>();
    now.forEach(
        (subject, check) -> {
          Optional<Verdict> was = Optional.ofNullable(then.get(subject)).map(Check::verdict);
          if (!was.equals(Optional.of(check.verdict()))) {
            turns.add(of(subject, was, Optional.of(check.verdict()), check.reason()));
          }
        });
    then.forEach(
        (subject, check) -> {
          if (!now.containsKey(subject)) {
            turns.add(of(subject, Optional.of(check.verdict()), Optional.empty(), check.reason()));
          }
        });
    return List.copyOf(turns);
  }

  private static Turn of(
      Subject subject, Optional<Verdict> before, Optional<Verdict> after, String detail) {
    return new Turn(subject.stop, subject.check, before, after, detail);
  }

  /// Every check of a trip. Of several findings of one kind about the whole plan the one that
  /// decides stands for all.
  private static Map<Subject, Check> checks(Trip trip) {
    Map<Subject, Check> checks = new LinkedHashMap<>();
    for (Day day : trip.days()) {
      for (Stop stop : day.stops()) {
        OF_A_STOP.forEach(
            kind -> checks.put(new Subject(Optional.of(stop.id()), kind), stop.checks().of(kind)));
      }
    }
    trip.certificate().findings().stream()
        .filter(finding -> finding.stop().isEmpty())
        .forEach(
            finding ->
                checks.merge(
                    new Subject(Optional.empty(), finding.check()),
                    new Check(finding.verdict(), finding.detail()),
                    Turn::graver));
    return checks;
  }

  private static Check graver(Check one, Check other) {
    return one.verdict().and(other.verdict()) == one.verdict() ? one : other;
  }
}
