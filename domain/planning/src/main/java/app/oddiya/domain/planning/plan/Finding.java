package app.oddiya.domain.planning.plan;

import java.util.Optional;

/// One line of a certificate.
///
/// @param stop the stop it is about; empty for the whole plan
/// @param detail in the plan's language
public record Finding(Optional<StopId> stop, CheckKind check, Verdict verdict, String detail) {}
