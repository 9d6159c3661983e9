package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.TripView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Inlined;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanDocument;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanScribe;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

  /// To be raised when a trip is written otherwise than before, be it a comma: `PlanViewTest`
  /// tells. What was written in other editions is written anew when it is read.
  private static final int EDITION = 1;

  /// Writes trips as they stand within plans.
  static PlanScribe scribe() {
    return new PlanScribe(
        EDITION, trip -> new String(Wire.write(TripView.of(trip)), StandardCharsets.UTF_8));
  }

  /// The same as [#of], of a plan whose trip [#scribe] has written.
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
