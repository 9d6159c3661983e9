package app.oddiya.domain.video.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A film that a user asked for.
///
/// Its life: a request makes it [Pending]. A worker claims it and it is [Processing] under a lease,
/// extended by the worker's heartbeat. The render succeeds and it is [Completed]; or it fails and
/// the job is pending again, for the third time [Failed]. A worker that stops hands it back as
/// pending; from one that dies the sweeper takes it back when the lease is over, for the fifth time
/// as failed. The two ends are final: nothing leaves them.
///
/// A wrong state is a wrong type: only a pending job can be claimed, only a processing one can end.
/// The methods here decide what follows; [VideoJobs#replace] makes it so, if nobody was faster.
public sealed interface VideoJob {

  /// What all states of a job share.
  Brief brief();

  /// What a client sees of the work: 0..100, and 100 only when the film is there.
  int progress();

  default JobId id() {
    return brief().id();
  }

  /// A job that has not ended, and so needs somebody to look after it: if nothing has happened to
  /// it by [#dueAt], the sweeper does.
  sealed interface Open extends VideoJob {

    /// The moment by which something should have happened.
    Instant dueAt();

    /// The token of the latest claim; 0 before the first.
    long fence();

    Attempts attempts();
  }

  /// Waiting for a worker. A message on its way to one says so; when the message seems lost,
  /// another is sent.
  record Pending(Brief brief, long fence, Attempts attempts, Instant dueAt) implements Open {

    /// How long a message may wait in the queue before it is thought lost. Generous, because a
    /// long queue is no loss, and a second message for a job costs a worker one read.
    public static final Duration PATIENCE = Duration.ofMinutes(30);

    @Override
    public int progress() {
      return 0;
    }

    public Processing claim(Instant now) {
      return new Processing(brief, Lease.from(now, fence + 1), attempts, 0, false);
    }

    /// Waits anew, with a new message.
    public Pending callAgain(Instant now) {
      return new Pending(brief, fence, attempts, now.plus(PATIENCE));
    }
  }

  /// In the hands of one worker, until its lease is over.
  ///
  /// @param previewed whether this worker has stored a preview and its poster
  record Processing(Brief brief, Lease lease, Attempts attempts, int progress, boolean previewed)
      implements Open {

    public Processing {
      if (progress < 0 || progress > 99) {
        throw new IllegalArgumentException("progress: " + progress + " (expected: 0..99)");
      }
    }

    @Override
    public Instant dueAt() {
      return lease.until();
    }

    @Override
    public long fence() {
      return lease.fence();
    }

    /// Which attempt this is, from 1. Leases that were given back count as well.
    public long attempt() {
      return lease.fence();
    }

    public Processing extend(Instant now) {
      return new Processing(brief, Lease.from(now, lease.fence()), attempts, progress, previewed);
    }

    public Processing advance(int percent) {
      return new Processing(brief, lease, attempts, percent, previewed);
    }

    /// There is something to see, while the film is being made.
    public Processing preview() {
      return new Processing(brief, lease, attempts, progress, true);
    }

    public Completed complete(Film film, List<PhotoReport> photos, Instant now) {
      return new Completed(brief, film, photos, now);
    }

    /// The render failed in a way that another try might mend.
    public VideoJob fail(Failure failure, List<PhotoReport> photos, Instant now) {
      Attempts counted = attempts.withFailure();
      return counted.isFailedTooOften()
          ? new Failed(brief, failure, photos, now)
          : new Pending(brief, lease.fence(), counted, now.plus(Pending.PATIENCE));
    }

    /// There is nothing that another try could change.
    public Failed refuse(Failure failure, List<PhotoReport> photos, Instant now) {
      return new Failed(brief, failure, photos, now);
    }

    /// The worker stops, or cannot reach what it needs: somebody else, or a later try. Counts as
    /// nothing.
    public Pending giveBack(Instant now) {
      return new Pending(brief, lease.fence(), attempts, now.plus(Pending.PATIENCE));
    }

    /// The worker has not been heard of for the length of its lease.
    ///
    /// @throws IllegalStateException if the lease is not over
    public VideoJob takeBack(Instant now) {
      if (!lease.isOver(now)) {
        throw new IllegalStateException("lease: until " + lease.until() + " (expected: over)");
      }
      Attempts counted = attempts.withDeath();
      return counted.isDeadlyTooOften()
          ? new Failed(brief, WORKER_LOST, List.of(), now)
          : new Pending(brief, lease.fence(), counted, now.plus(Pending.PATIENCE));
    }

    /// From when on nobody will look at what this claim has stored; empty if `after` needs it.
    ///
    /// @param after what this job becomes
    public Optional<Instant> futileSince(VideoJob after) {
      return switch (after) {
        case Pending pending -> Optional.of(pending.dueAt().minus(Pending.PATIENCE));
        case Failed failed -> Optional.of(failed.endedAt());
        case Processing _, Completed _ -> Optional.empty();
      };
    }

    private static final Failure WORKER_LOST =
        Failure.of("worker_lost", "The film could not be rendered: every attempt broke off.");
  }

  /// The film is there.
  record Completed(Brief brief, Film film, List<PhotoReport> photos, Instant endedAt)
      implements VideoJob {

    public Completed {
      photos = List.copyOf(photos);
    }

    @Override
    public int progress() {
      return 100;
    }
  }

  /// There will be no film.
  record Failed(Brief brief, Failure failure, List<PhotoReport> photos, Instant endedAt)
      implements VideoJob {

    public Failed {
      photos = List.copyOf(photos);
    }

    @Override
    public int progress() {
      return 0;
    }
  }
}
