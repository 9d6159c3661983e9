package app.oddiya.adapters.postgres.planning;

import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.RevisionSummary;
import app.oddiya.domain.shared.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The key of a list of proposals that is newest first.
///
/// @param createdAt in whole microseconds, as PostgreSQL keeps them
record RevisionCursor(Instant createdAt, UUID id) {

  /// Newer than every proposal.
  static final Optional<RevisionCursor> BEGINNING =
      Optional.of(new RevisionCursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1)));

  private static final Pattern FORM = Pattern.compile("([0-9]{1,16})-([0-9a-f-]{36})");

  static RevisionCursor of(RevisionSummary last) {
    return new RevisionCursor(last.createdAt(), last.id().value());
  }

  /// Empty for a text that no list of ours has given out.
  static Optional<RevisionCursor> parse(Page.Cursor cursor) {
    Matcher matcher = FORM.matcher(cursor.value());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Instant createdAt = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
    return RevisionId.parse(matcher.group(2)).map(id -> new RevisionCursor(createdAt, id.value()));
  }

  Page.Cursor asCursor() {
    return new Page.Cursor(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "-" + id);
  }
}
