package app.oddiya.domain.planning.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What anybody may hold against a plan, at one moment.
///
/// @param verdict follows from the findings, see [#of]
/// @param findings the plan's own checks, and each check of a stop that did not pass
/// @param sources the providers behind them
public record Certificate(
    Verdict verdict, Instant checkedAt, List<Finding> findings, List<SourceUsed> sources) {

  public Certificate {
    findings = List.copyOf(findings);
    sources = List.copyOf(sources);
  }

  /// The same with what another said of a matter that no check computes anew.
  Certificate with(CheckKind kind, Certificate other) {
    List<Finding> all = new ArrayList<>(findings);
    other.findings().stream().filter(finding -> finding.check() == kind).forEach(all::add);
    return new Certificate(verdict, checkedAt, all, sources);
  }

  /// A certificate whose verdict follows from its findings: of those that are
  /// [hard][CheckKind#isHard()] one failure fails it, else one doubt makes it unknown, else it
  /// passes.
  public static Certificate of(
      Instant checkedAt, List<Finding> findings, List<SourceUsed> sources) {
    Verdict verdict =
        findings.stream()
            .filter(finding -> finding.check().isHard())
            .map(Finding::verdict)
            .reduce(Verdict.PASS, Verdict::and);
    return new Certificate(verdict, checkedAt, findings, sources);
  }
}
