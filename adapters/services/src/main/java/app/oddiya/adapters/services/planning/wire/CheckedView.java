package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.agent.Checking;
import java.util.List;

/// Stops, timed and checked.
@Doc("Stops, timed and checked.")
public record CheckedView(List<DayView> days, TotalsView totals, CertificateView certificate) {

  public static CheckedView of(Checking.Checked checked) {
    return new CheckedView(
        checked.days().stream().map(DayView::of).toList(),
        TotalsView.of(checked.totals()),
        CertificateView.of(checked.certificate()));
  }

  public Checking toChecking() {
    return new Checking.Checked(
        days.stream().map(DayView::toDay).toList(), totals.toTotals(), certificate.toCertificate());
  }
}
