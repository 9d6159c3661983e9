package app.oddiya.domain.planning.plan;

/// One thing checked about a stop.
///
/// @param reason in the plan's language, with the age of what it rests on
public record Check(Verdict verdict, String reason) {}
