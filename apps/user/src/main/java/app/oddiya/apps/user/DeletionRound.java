package app.oddiya.apps.user;

import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.application.identity.FinishDeletions;
import app.oddiya.application.identity.FinishDeletions.Attempt;
import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.identity.account.AccountDeletions.Backlog;
import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finishes deletions, and says how many wait and since when. Whose they are is nobody's business:
/// the log does not name them.
final class DeletionRound implements BackgroundLoop.Round {

  private static final Logger LOG = LoggerFactory.getLogger(DeletionRound.class);

  /// When nobody says that there is one: after a crash, or where one waits for its next attempt.
  private static final Duration REST = Duration.ofSeconds(1);

  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final FinishDeletions finishDeletions;
  private final AccountDeletions deletions;
  private final InstantSource clock;
  private volatile Backlog backlog = new Backlog(0, Optional.empty());

  DeletionRound(FinishDeletions finishDeletions, AccountDeletions deletions, InstantSource clock) {
    this.finishDeletions = finishDeletions;
    this.deletions = deletions;
    this.clock = clock;
  }

  @Override
  public Duration run() {
    Optional<Attempt> attempt = finishDeletions.attempt();
    attempt.ifPresent(DeletionRound::log);
    backlog = deletions.backlog(Deadline.in(BUDGET, clock));
    return attempt.isPresent() ? Duration.ZERO : REST;
  }

  /// How many were open after the last round.
  double open() {
    return backlog.open();
  }

  /// For how long the oldest of them has been waiting.
  double oldestSeconds() {
    Instant now = clock.instant();
    return backlog.oldest().map(since -> Duration.between(since, now).toSeconds()).orElse(0L);
  }

  private static void log(Attempt attempt) {
    if (attempt.rest().isDone()) {
      LOG.atInfo().addKeyValue("event", "deletion_done").log("an account is deleted everywhere");
      return;
    }
    LOG.atWarn()
        .addKeyValue("event", attempt.overdue() ? "deletion_overdue" : "deletion_waits")
        .addKeyValue("requestedAt", attempt.rest().requestedAt())
        .addKeyValue("attempts", attempt.rest().attempts())
        .addKeyValue("keepers", attempt.rest().keepers())
        .addKeyValue("endpoints", attempt.rest().endpoints().size())
        .addKeyValue(
            "reasons",
            attempt.troubles().stream().map(Throwable::getMessage).collect(Collectors.toSet()))
        .log("a deletion is not done everywhere yet");
  }
}
