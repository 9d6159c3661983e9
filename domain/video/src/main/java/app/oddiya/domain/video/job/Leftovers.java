package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Files that no job needs any more: what a claim stored that came to nothing, all of a deleted
/// job, uploads that were never used. Each is written down together with the change that made it
/// one ([VideoJobs], [Uploads]), so that no crash leaves a file that nobody will look for.
///
/// They stay written down for a day and are looked for again and again: a worker that was suspended
/// may still store a film, an upload that was permitted may still be sent.
public interface Leftovers {

  /// How long a leftover is looked for, and how long the key of a deleted job is remembered.
  Duration KEPT = Duration.ofHours(24);

  /// Those whose sweep has come, longest due first. A new one is due at once.
  List<Leftover> due(Instant now, int limit, Deadline deadline);

  /// Lets it be due again at `at`.
  void sweepAgain(Leftover leftover, Instant at, Deadline deadline);

  /// Nothing of it can come any more.
  void forget(Leftover leftover, Deadline deadline);

  /// @param since when it became one
  /// @param films what was made, if anything may have been
  /// @param uploads what its owner has sent
  record Leftover(
      long id, UserId owner, Instant since, Optional<Films> films, List<FileUrl> uploads) {

    public Leftover {
      uploads = List.copyOf(uploads);
    }
  }

  /// What the claims of a job have stored.
  ///
  /// @param fence of the one claim; empty for all of them
  record Films(JobId job, Optional<Long> fence) {

    public static Films of(VideoJob.Processing claimed) {
      return new Films(claimed.id(), Optional.of(claimed.fence()));
    }
  }
}
