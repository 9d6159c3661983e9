package app.oddiya.domain.planning.plan;

import app.oddiya.domain.shared.UserId;
import java.time.Instant;

/// A stored plan of one traveller.
///
/// It is written once, by the optimizer, by a model or by hand, and checked before it is stored.
/// Every change of its [Trip] re-checks what it touches and raises the version; nothing is changed
/// in place, so that what a certificate says is what the plan of that version says.
///
/// @param version 1 for a new plan, raised by each change; what an ETag is made of
/// @param updatedAt of the last change; that of a new plan is its `createdAt`
public record Plan(
    PlanId id, UserId owner, Instant createdAt, Instant updatedAt, long version, Trip trip) {}
