package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.job.Failure;
import app.oddiya.domain.video.job.Film;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.JobQueue.Delivery;
import app.oddiya.domain.video.job.Lease;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.UserFiles;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJob.Processing;
import app.oddiya.domain.video.job.VideoJobs;
import app.oddiya.domain.video.job.WorkFolders;
import app.oddiya.domain.video.job.WorkFolders.WorkFolder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Takes the next message off the queue and makes the film it calls for.
///
/// The message is a doorbell; what is to be done stands in the row. So a message that comes twice,
/// late or never does no harm: a job that is not pending is left alone, and one that nobody was
/// called for is called for again by the sweeper.
///
/// What can happen between any two steps, and what follows: the worker dies (the lease runs out,
/// the sweeper takes the job back), it is suspended past its lease and wakes (its token is stale,
/// it can store nothing and what it uploaded has a name that no row names, and is removed), the
/// database or the photo store goes away (the job is given back, or its lease runs out; neither
/// counts as a failed render), the process is stopped (the job is given back at once).
public final class RenderNextVideo {

  private static final Failure BUG =
      Failure.of("internal_error", "The film could not be made, for a fault of ours.");

  private static final Duration BUDGET = Duration.ofSeconds(5);

  /// When a message comes back whose job could not even be looked up.
  private static final Duration SOON = Duration.ofSeconds(5);

  private final VideoJobs jobs;
  private final JobQueue queue;
  private final MakeFilm film;
  private final UserFiles files;
  private final WorkFolders folders;
  private final Pulse pulse;
  private final Runnable written;
  private final Tracer tracer;
  private final InstantSource clock;

  /// @param written called when a message lies in the outbox
  public RenderNextVideo(
      VideoJobs jobs,
      JobQueue queue,
      MakeFilm film,
      UserFiles files,
      WorkFolders folders,
      Pulse pulse,
      Runnable written,
      Tracer tracer,
      InstantSource clock) {
    this.jobs = jobs;
    this.queue = queue;
    this.film = film;
    this.files = files;
    this.folders = folders;
    this.pulse = pulse;
    this.written = written;
    this.tracer = tracer;
    this.clock = clock;
  }

  /// What came of one message.
  public sealed interface Round {

    /// There was none.
    record Idle() implements Round {}

    /// Its job is gone, has ended, or is in somebody's hands.
    record Stale(JobId job) implements Round {}

    /// There is a film.
    ///
    /// @param noPreview why there is no preview of it, for those who run this; empty if there is
    ///     one
    record Made(VideoJob.Completed after, Optional<String> noPreview) implements Round {}

    /// There is none.
    ///
    /// @param after pending, to be tried again, or failed
    /// @param failure what the owner would be told
    /// @param cause for those who run this
    record NotMade(VideoJob after, Failure failure, String cause) implements Round {}

    /// The lease ran out meanwhile, and somebody else has the job.
    record Lost(JobId job) implements Round {}

    /// Something that is needed does not answer; the job was given back if it could be.
    record Postponed(JobId job, Unavailable reason) implements Round {}

    /// A bug. It counts as a failed render, so that no job meets it for ever.
    record Broke(JobId job, RuntimeException bug) implements Round {}
  }

  /// Waits for a message up to `wait`, and does what it asks for.
  ///
  /// @throws Unavailable if the queue, or the table of jobs, does not answer
  /// @throws InterruptedException if the thread is interrupted; the job was given back if it could
  ///     be
  public Round render(Duration wait) throws InterruptedException {
    Optional<Delivery> delivery = queue.receive(wait, Lease.LENGTH);
    if (delivery.isEmpty()) {
      return new Round.Idle();
    }
    try (Span span = tracer.begin(Span.Kind.CONSUMER, () -> "render", delivery.get().trace())) {
      Round round = ScopedValue.where(Span.CURRENT, span).call(() -> answer(delivery.get()));
      span.note("outcome", round.getClass().getSimpleName());
      return round;
    }
  }

  private Round answer(Delivery delivery) throws InterruptedException {
    Optional<Processing> claimed = claim(delivery);
    if (claimed.isEmpty()) {
      queue.delete(delivery, budget());
      return new Round.Stale(delivery.job());
    }
    return render(delivery, claimed.get());
  }

  private Optional<Processing> claim(Delivery delivery) {
    try {
      return jobs.find(delivery.job(), budget()).flatMap(this::claim);
    } catch (Unavailable e) {
      queue.hide(delivery, SOON, budget());
      throw e;
    }
  }

  private Optional<Processing> claim(VideoJob job) {
    return switch (job) {
      case VideoJob.Pending pending -> {
        Processing claimed = pending.claim(clock.instant());
        yield jobs.replace(pending, claimed, budget()) ? Optional.of(claimed) : Optional.empty();
      }
      case VideoJob.Processing _, VideoJob.Completed _, VideoJob.Failed _ -> Optional.empty();
    };
  }

  private Round render(Delivery delivery, Processing claimed) throws InterruptedException {
    try (var claim = new Claim(jobs, queue, clock, delivery, claimed);
        var _ = pulse.every(Lease.HEARTBEAT, claim::beat)) {
      return render(claim);
    } finally {
      drop(delivery);
    }
  }

  private Round render(Claim claim) throws InterruptedException {
    try {
      return make(claim);
    } catch (InterruptedException e) {
      return stopped(claim, e);
    } catch (Unavailable e) {
      return Thread.interrupted() ? stopped(claim, interrupted(e)) : postponed(claim, e);
    } catch (RuntimeException e) {
      // Some libraries make an error of their own of an interrupt.
      if (Thread.interrupted()) {
        return stopped(claim, interrupted(e));
      }
      return broke(claim, e);
    }
  }

  private Round make(Claim claim) throws InterruptedException {
    Processing claimed = claim.current();
    try (WorkFolder folder = folders.open()) {
      return switch (film.make(claimed.brief(), claimed.fence(), folder.path(), claim)) {
        case MakeFilm.Outcome.Made made ->
            claim
                .end(job -> job.complete(made.film(), made.photos(), clock.instant()))
                .map(after -> told(new Round.Made(after, made.noPreview())))
                .orElseGet(() -> lost(claim));
        case MakeFilm.Outcome.Broken broken ->
            claim
                .end(job -> job.fail(broken.failure(), broken.photos(), clock.instant()))
                .map(after -> told(new Round.NotMade(after, broken.failure(), broken.cause())))
                .orElseGet(() -> lost(claim));
        case MakeFilm.Outcome.Impossible impossible ->
            claim
                .end(job -> job.refuse(impossible.failure(), impossible.photos(), clock.instant()))
                .map(after -> told(new Round.NotMade(after, impossible.failure(), "photos")))
                .orElseGet(() -> lost(claim));
      };
    }
  }

  private Round stopped(Claim claim, InterruptedException stop) throws InterruptedException {
    if (claim.isLost()) {
      return lost(claim);
    }
    if (claim.end(job -> job.giveBack(clock.instant())).isPresent()) {
      written.run();
    }
    throw stop;
  }

  private Round postponed(Claim claim, Unavailable reason) {
    return claim
        .end(job -> job.giveBack(clock.instant()))
        .map(after -> told(new Round.Postponed(after.id(), reason)))
        .orElseGet(() -> lost(claim));
  }

  private Round broke(Claim claim, RuntimeException bug) {
    return claim
        .end(job -> job.fail(BUG, List.of(), clock.instant()))
        .map(after -> told(new Round.Broke(after.id(), bug)))
        .orElseGet(() -> lost(claim));
  }

  private Round told(Round round) {
    written.run();
    return round;
  }

  /// Nobody will look at what this claim has stored. It is a leftover by now, which is looked for
  /// more and more seldom; and here is somebody who knows that it may just have come.
  private Round lost(Claim claim) {
    // The interrupt that told of the loss has done its work, and would keep the stores from theirs.
    boolean _ = Thread.interrupted();
    Processing claimed = claim.current();
    try {
      if (!isWon(claimed)) {
        files.removeFilms(claimed.brief().owner(), Leftovers.Films.of(claimed), budget());
      }
    } catch (Unavailable e) {
      // It will be looked for again.
    }
    return new Round.Lost(claimed.id());
  }

  /// Whether the film of this very claim counts: it does if the answer to its end was lost.
  private boolean isWon(Processing claimed) {
    return jobs.find(claimed.id(), budget())
        .filter(
            job ->
                job instanceof VideoJob.Completed(var _, Film film, var _, var _)
                    && film.isOf(claimed))
        .isPresent();
  }

  private static InterruptedException interrupted(RuntimeException cause) {
    var interrupted = new InterruptedException();
    interrupted.initCause(cause);
    return interrupted;
  }

  /// The message has served: whatever the job needs next has a message of its own.
  private void drop(Delivery delivery) {
    try {
      queue.delete(delivery, budget());
    } catch (Unavailable e) {
      // It comes back, and finds the job not pending; or pending, and then it is as good as
      // another.
    }
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
