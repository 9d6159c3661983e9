package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.plan.Certificate;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Totals;
import app.oddiya.domain.planning.plan.Trip;
import java.util.List;
import java.util.Optional;

/// A plan that was written and checked but belongs to nobody yet.
public record Draft(
    String title, PlanSource source, List<Day> days, Totals totals, Certificate certificate) {

  public Draft {
    days = List.copyOf(days);
  }

  /// All stops, one after another.
  public List<Stop> stops() {
    return Day.stopsOf(days);
  }

  /// The trip that answers `request`.
  public Trip answering(PlanRequest request) {
    return new Trip(
        title,
        request.notes(),
        request.language(),
        Optional.of(request),
        request.destination(),
        request.start(),
        request.end(),
        source,
        days,
        totals,
        certificate);
  }
}
