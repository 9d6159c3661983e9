package app.oddiya.adapters.memory.video;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.JobId;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// Jobs in memory. Ids are 1, 2, 3. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryVideoJobs implements VideoJobs {

  private final MemoryOutbox outbox;
  private final TreeMap<Long, VideoJob> jobs = new TreeMap<>();
  private final Map<Key, JobId> keys = new HashMap<>();
  private final MemoryTombstones tombstones;
  private long lastId;

  /// @param outbox to write messages into
  public MemoryVideoJobs(MemoryOutbox outbox) {
    this(outbox, new MemoryTombstones());
  }

  /// @param outbox to write messages into
  public MemoryVideoJobs(MemoryOutbox outbox, MemoryTombstones tombstones) {
    this.outbox = outbox;
    this.tombstones = tombstones;
    tombstones.alsoRemove(this::removeAllOf);
  }

  private synchronized void removeAllOf(UserId owner) {
    jobs.values().removeIf(job -> job.brief().owner().equals(owner) && forgotten(job));
    keys.keySet().removeIf(key -> key.owner.equals(owner));
  }

  private boolean forgotten(VideoJob job) {
    outbox.forget(job.id());
    return true;
  }

  @Override
  public synchronized Optional<Requested> known(
      UserId owner, UUID idempotencyKey, VideoRequest request, Deadline deadline) {
    return Optional.ofNullable(keys.get(new Key(owner, idempotencyKey)))
        .map(
            id ->
                job(id).brief().request().equals(request)
                    ? new Requested.Same(id)
                    : new Requested.DifferentBody());
  }

  @Override
  public Requested request(NewJob job, Deadline deadline) {
    return tombstones.writingFor(job.owner(), () -> store(job, deadline));
  }

  private synchronized Requested store(NewJob job, Deadline deadline) {
    Optional<Requested> known = known(job.owner(), job.idempotencyKey(), job.request(), deadline);
    if (known.isPresent()) {
      return known.get();
    }
    var id = new JobId(++lastId);
    keys.put(new Key(job.owner(), job.idempotencyKey()), id);
    jobs.put(id.value(), job.pending(id));
    outbox.write(Topic.RENDER, id);
    return new Requested.Created(id);
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
    return stored(before).isPresent() && put(after);
  }

  @Override
  public synchronized boolean replaceOverdue(
      VideoJob.Open before, VideoJob after, Deadline deadline) {
    return stored(before).filter(job -> job.dueAt().equals(before.dueAt())).isPresent()
        && put(after);
  }

  /// The stored job, if it still has the status and the fencing token of `before`.
  private Optional<VideoJob.Open> stored(VideoJob.Open before) {
    return find(before.id())
        .filter(VideoJob.Open.class::isInstance)
        .map(VideoJob.Open.class::cast)
        .filter(open -> open.getClass() == before.getClass() && open.fence() == before.fence());
  }

  private boolean put(VideoJob after) {
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
