package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.CertificateView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Inlined;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Turn;
import app.oddiya.domain.planning.plan.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A certificate that was computed afresh, and what has changed by it.
@Doc("A certificate that was computed afresh.")
record VerificationView(
    @Inlined CertificateView certificate,
    @Doc("Each check that comes out otherwise than it did before.") List<TurnView> changed) {

  @Doc("A check that comes out otherwise than it did before.")
  record TurnView(
      @Doc("The stop it is about, if it is about one.") Optional<UUID> stopId,
      CheckKind check,
      @Doc("Absent if it was not checked.") Optional<Verdict> before,
      @Doc("Absent if it is not checked any more.") Optional<Verdict> after,
      String detail) {

    private static TurnView of(Turn turn) {
      return new TurnView(
          turn.stop().map(StopId::value), turn.check(), turn.before(), turn.after(), turn.detail());
    }
  }

  static VerificationView of(Trip before, Trip after) {
    return new VerificationView(
        CertificateView.of(after.certificate()),
        Turn.between(before, after).stream().map(TurnView::of).toList());
  }
}
