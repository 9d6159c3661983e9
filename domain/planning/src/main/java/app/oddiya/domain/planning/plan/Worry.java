package app.oddiya.domain.planning.plan;

/// A check of a stop that has turned out badly since the plan was made.
public record Worry(StopId stop, CheckKind check) {}
