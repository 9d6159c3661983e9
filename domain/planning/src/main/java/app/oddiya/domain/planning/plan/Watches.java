package app.oddiya.domain.planning.plan;

import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// The turns in which plans that are about to start are watched: each plan by one of all who watch,
/// and not again for a while. Everything goes with its plan.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if the store does not answer in time;
/// after a write nothing is known then.
public interface Watches {

  /// How long a plan is left alone after its turn.
  Duration REST = Duration.ofHours(6);

  /// How long, while its owner has still to be told of a proposal.
  Duration REST_UNSENT = Duration.ofMinutes(1);

  /// Takes the turns of plans that start in a span of days, and of those whose owner has still to
  /// be told; the longest left alone first. Nobody else gets them until their rest is over.
  ///
  /// @param first day on which a plan may start
  /// @param last such day
  /// @param most how many at most
  List<Watched> claim(LocalDate first, LocalDate last, Instant now, int most, Deadline deadline);

  /// Gives a turn back that could not be used: it comes again in [#REST_UNSENT], behind those that
  /// have waited longer.
  void release(PlanId plan, Instant now, Deadline deadline);

  /// Keeps in mind that the owner is told of these worries too, and by which proposal, until it is
  /// [#sent].
  void tell(PlanId plan, Set<Worry> worries, RevisionId proposal, Deadline deadline);

  /// The owner has been told of the last proposal.
  void sent(PlanId plan, Deadline deadline);
}
