package app.oddiya.apps.plan;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Inlined;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanDocument;
import app.oddiya.domain.planning.plan.PlanId;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;

/// A plan as its owner sees it.
@Doc("A plan.")
record PlanView(@Inlined Stamp stamp, @Inlined TripView trip) {

  /// What the store says of a plan.
  record Stamp(String id, Instant createdAt, Instant updatedAt) {}

  static PlanView of(Plan plan) {
    return new PlanView(
        new Stamp(plan.id().toString(), plan.createdAt(), plan.updatedAt()),
        TripView.of(plan.trip()));
  }

  /// The same, of a plan that [TripView#scribe] has written out.
  static ByteBuffer written(PlanDocument plan) {
    return Wire.joined(
        Wire.write(new Stamp(plan.id().toString(), plan.createdAt(), plan.updatedAt())),
        plan.text());
  }

  static URI location(PlanId id) {
    return URI.create("/api/v1/plans/" + id);
  }

  /// The entity tag, without its quotes.
  static String tag(Plan plan) {
    return tag(plan.version());
  }

  static String tag(PlanDocument plan) {
    return tag(plan.version());
  }

  private static String tag(long version) {
    return Long.toString(version);
  }
}
