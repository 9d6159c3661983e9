package app.oddiya.adapters.postgres.planning;

import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.shared.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The key of a list that is newest first.
///
/// @param createdAt in whole microseconds, as PostgreSQL keeps them
record PlanCursor(Instant createdAt, long id) {

  /// Newer than every plan.
  static final Optional<PlanCursor> BEGINNING =
      Optional.of(new PlanCursor(Instant.parse("9999-12-31T23:59:59Z"), Long.MAX_VALUE));

  private static final Pattern FORM = Pattern.compile("([0-9]{1,16})-([0-9]{1,18})");

  static PlanCursor of(PlanSummary last) {
    return new PlanCursor(last.createdAt(), last.id().value());
  }

  /// Empty for a text that no list of ours has given out.
  static Optional<PlanCursor> parse(Page.Cursor cursor) {
    Matcher matcher = FORM.matcher(cursor.value());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long micros = Long.parseLong(matcher.group(1));
    return Optional.of(
        new PlanCursor(
            Instant.EPOCH.plus(micros, ChronoUnit.MICROS), Long.parseLong(matcher.group(2))));
  }

  Page.Cursor asCursor() {
    return new Page.Cursor(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "-" + id);
  }
}
