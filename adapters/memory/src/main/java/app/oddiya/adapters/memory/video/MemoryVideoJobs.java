package app.oddiya.adapters.memory.video;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.Leftovers.Leftover;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import app.oddiya.domain.video.job.Requested;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJobs;
import app.oddiya.domain.video.job.VideoRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// Jobs in memory. Ids are 1, 2, 3. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryVideoJobs implements VideoJobs {

  private final MemoryOutbox outbox;
  private final TreeMap<Long, VideoJob> jobs = new TreeMap<>();
  private final Map<Key, JobId> keys = new HashMap<>();
  private final Map<Key, Instant> deletedKeys = new HashMap<>();
  private final MemoryTombstones tombstones;
  private final MemoryLeftovers leftovers;
  private long lastId;

  /// @param outbox to write messages into
  public MemoryVideoJobs(MemoryOutbox outbox) {
    this(outbox, new MemoryTombstones(), new MemoryLeftovers());
  }

  /// @param outbox to write messages into
  /// @param leftovers to write down what nobody needs any more
  public MemoryVideoJobs(
      MemoryOutbox outbox, MemoryTombstones tombstones, MemoryLeftovers leftovers) {
    this.outbox = outbox;
    this.leftovers = leftovers;
    this.tombstones = tombstones;
    tombstones.alsoRemove(this::removeAllOf);
  }

  private synchronized void removeAllOf(UserId owner) {
    jobs.values().removeIf(job -> job.brief().owner().equals(owner) && forgotten(job));
    keys.keySet().removeIf(key -> key.owner.equals(owner));
    deletedKeys.keySet().removeIf(key -> key.owner.equals(owner));
    leftovers.removeAllOf(owner);
  }

  private boolean forgotten(VideoJob job) {
    outbox.forget(job.id());
    return true;
  }

  @Override
  public synchronized Optional<Requested> known(
      UserId owner, UUID idempotencyKey, VideoRequest request, Instant now, Deadline deadline) {
    Key key = new Key(owner, idempotencyKey);
    Instant deleted = deletedKeys.getOrDefault(key, Instant.MIN);
    return Optional.ofNullable(keys.get(key))
        .<Requested>map(
            id ->
                job(id).brief().request().equals(request)
                    ? new Requested.Same(id)
                    : new Requested.DifferentBody())
        .or(
            () ->
                deleted.isAfter(now.minus(Leftovers.KEPT))
                    ? Optional.of(new Requested.Deleted())
                    : Optional.empty());
  }

  @Override
  public Requested request(NewJob job, int atOnce, Deadline deadline) {
    return tombstones.writingFor(job.owner(), () -> store(job, atOnce, deadline));
  }

  private synchronized Requested store(NewJob job, int atOnce, Deadline deadline) {
    Optional<Requested> known =
        known(job.owner(), job.idempotencyKey(), job.request(), job.createdAt(), deadline);
    if (known.isPresent()) {
      return known.get();
    }
    Set<FileUrl> removed = leftovers.among(job.request().uploads());
    if (!removed.isEmpty()) {
      return new Requested.FilesRemoved(removed);
    }
    if (openJobsOf(job.owner()) >= atOnce) {
      return new Requested.TooManyAtOnce();
    }
    var id = new JobId(++lastId);
    keys.put(new Key(job.owner(), job.idempotencyKey()), id);
    jobs.put(id.value(), job.pending(id));
    outbox.write(Topic.RENDER, id);
    return new Requested.Created(id);
  }

  private long openJobsOf(UserId owner) {
    return jobs.values().stream()
        .filter(job -> job instanceof VideoJob.Open && job.brief().owner().equals(owner))
        .count();
  }

  @Override
  public synchronized Optional<Leftover> delete(
      UserId owner, JobId id, Instant now, Deadline deadline) {
    return find(owner, id, deadline).map(job -> delete(job, now));
  }

  private Leftover delete(VideoJob job, Instant now) {
    jobs.remove(job.id().value());
    keys.entrySet().stream()
        .filter(key -> key.getValue().equals(job.id()))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(
            key -> {
              keys.remove(key);
              deletedKeys.put(key, now);
            });
    outbox.forget(job.id());
    return leftovers.write(
        job.brief().owner(),
        now,
        Optional.of(new Leftovers.Films(job.id(), Optional.empty())),
        job.brief().request().uploads().stream().filter(file -> !uses(file)).toList());
  }

  /// Whether a job names an upload.
  synchronized boolean uses(FileUrl upload) {
    return jobs.values().stream().anyMatch(job -> job.brief().request().uploads().contains(upload));
  }

  /// Does something while no job is stored or deleted.
  synchronized void inTurn(Runnable work) {
    work.run();
  }

  @Override
  public synchronized Optional<VideoJob> find(UserId owner, JobId id, Deadline deadline) {
    return find(id, deadline).filter(job -> job.brief().owner().equals(owner));
  }

  @Override
  public synchronized Optional<VideoJob> find(JobId id, Deadline deadline) {
    return find(id);
  }

  private Optional<VideoJob> find(JobId id) {
    return Optional.ofNullable(jobs.get(id.value()));
  }

  @Override
  public synchronized Page<VideoJob> list(UserId owner, Page.Request page, Deadline deadline) {
    List<VideoJob> found =
        older(page.after()).filter(job -> job.brief().owner().equals(owner)).toList();
    if (found.size() <= page.limit()) {
      return new Page<>(found, Optional.empty());
    }
    List<VideoJob> items = found.subList(0, page.limit());
    return new Page<>(items, Optional.of(new Page.Cursor(items.getLast().id().toString())));
  }

  private Stream<VideoJob> older(Optional<Page.Cursor> cursor) {
    if (cursor.isEmpty()) {
      return jobs.descendingMap().values().stream();
    }
    return JobId.parse(cursor.get().value()).stream()
        .flatMap(id -> jobs.headMap(id.value(), false).descendingMap().values().stream());
  }

  @Override
  public synchronized boolean replace(VideoJob.Open before, VideoJob after, Deadline deadline) {
    return stored(before).isPresent() && put(before, after);
  }

  @Override
  public synchronized boolean replaceOverdue(
      VideoJob.Open before, VideoJob after, Deadline deadline) {
    return stored(before).filter(job -> job.dueAt().equals(before.dueAt())).isPresent()
        && put(before, after);
  }

  /// The stored job, if it still has the status and the fencing token of `before`.
  private Optional<VideoJob.Open> stored(VideoJob.Open before) {
    return find(before.id())
        .filter(VideoJob.Open.class::isInstance)
        .map(VideoJob.Open.class::cast)
        .filter(open -> open.getClass() == before.getClass() && open.fence() == before.fence());
  }

  private boolean put(VideoJob.Open before, VideoJob after) {
    if (before instanceof VideoJob.Processing claimed) {
      claimed
          .futileSince(after)
          .ifPresent(
              since ->
                  leftovers.write(
                      claimed.brief().owner(),
                      since,
                      Optional.of(Leftovers.Films.of(claimed)),
                      List.of()));
    }
    jobs.put(after.id().value(), after);
    switch (after) {
      case VideoJob.Pending _ -> outbox.write(Topic.RENDER, after.id());
      case VideoJob.Processing _ -> {}
      case VideoJob.Completed _, VideoJob.Failed _ -> outbox.write(Topic.ANNOUNCE, after.id());
    }
    return true;
  }

  @Override
  public synchronized List<VideoJob.Open> overdue(Instant now, int limit, Deadline deadline) {
    return jobs.values().stream()
        .filter(VideoJob.Open.class::isInstance)
        .map(VideoJob.Open.class::cast)
        .filter(job -> !now.isBefore(job.dueAt()))
        .sorted(Comparator.comparing(VideoJob.Open::dueAt))
        .limit(limit)
        .toList();
  }

  private VideoJob job(JobId id) {
    return find(id).orElseThrow();
  }

  private record Key(UserId owner, UUID idempotencyKey) {}
}
