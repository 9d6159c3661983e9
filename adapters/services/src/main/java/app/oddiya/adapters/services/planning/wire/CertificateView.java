package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.domain.planning.plan.Certificate;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.SourceUsed;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What anybody may hold against a plan.
@Doc("What anybody may hold against the plan, at one moment.")
public record CertificateView(
    Verdict verdict, Instant checkedAt, List<FindingView> findings, List<UsedView> sources) {

  public record FindingView(
      @Doc("The stop it is about, if it is about one.") Optional<UUID> stopId,
      CheckKind check,
      Verdict verdict,
      String detail) {}

  @Named("SourceUsedView")
  public record UsedView(String provider, @Doc("Of the oldest record used.") Instant fetchedAt) {}

  public static CertificateView of(Certificate certificate) {
    return new CertificateView(
        certificate.verdict(),
        certificate.checkedAt(),
        certificate.findings().stream()
            .map(
                finding ->
                    new FindingView(
                        finding.stop().map(StopId::value),
                        finding.check(),
                        finding.verdict(),
                        finding.detail()))
            .toList(),
        certificate.sources().stream()
            .map(source -> new UsedView(source.provider(), source.fetchedAt()))
            .toList());
  }

  Certificate toCertificate() {
    return new Certificate(
        verdict,
        checkedAt,
        findings.stream()
            .map(
                finding ->
                    new Finding(
                        finding.stopId.map(StopId::new),
                        finding.check,
                        finding.verdict,
                        finding.detail))
            .toList(),
        sources.stream().map(source -> new SourceUsed(source.provider, source.fetchedAt)).toList());
  }
}
