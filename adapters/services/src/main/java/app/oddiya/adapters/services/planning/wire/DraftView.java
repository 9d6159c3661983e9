package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.plan.PlanSource;
import java.util.List;

/// A plan that belongs to nobody yet.
@Doc("A plan that was written and checked and belongs to nobody yet.")
public record DraftView(
    String title,
    PlanSource source,
    List<DayView> days,
    TotalsView totals,
    CertificateView certificate) {

  public static DraftView of(Draft draft) {
    return new DraftView(
        draft.title(),
        draft.source(),
        draft.days().stream().map(DayView::of).toList(),
        TotalsView.of(draft.totals()),
        CertificateView.of(draft.certificate()));
  }

  public Draft toDraft() {
    return new Draft(
        title,
        source,
        days.stream().map(DayView::toDay).toList(),
        totals.toTotals(),
        certificate.toCertificate());
  }
}
