package app.oddiya.domain.planning.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// A plan to be shown as it is.
///
/// @param text what the [PlanScribe] writes of its [Trip], in UTF-8
public record PlanDocument(
    PlanId id, Instant createdAt, Instant updatedAt, long version, ByteBuffer text) {

  public PlanDocument {
    text = text.asReadOnlyBuffer();
  }

  /// One's own view of it, to be read from its beginning.
  @Override
  public ByteBuffer text() {
    return text.duplicate();
  }

  public static PlanDocument of(Plan plan, PlanScribe scribe) {
    return new PlanDocument(
        plan.id(),
        plan.createdAt(),
        plan.updatedAt(),
        plan.version(),
        ByteBuffer.wrap(scribe.write(plan.trip()).getBytes(StandardCharsets.UTF_8)));
  }
}
