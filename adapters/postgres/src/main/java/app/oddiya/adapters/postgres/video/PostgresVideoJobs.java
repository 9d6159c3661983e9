package app.oddiya.adapters.postgres.video;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.AcceptedPhoto;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.Requested;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJobs;
import app.oddiya.domain.video.job.VideoRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Jobs in `video_jobs`, their messages in `outbox`. A row and its message are one statement, so
/// that they are one transaction without a round trip more.
final class PostgresVideoJobs implements VideoJobs {

  private final Database database;

  PostgresVideoJobs(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Requested> known(
      UserId owner, UUID idempotencyKey, VideoRequest request, Deadline deadline) {
    return database.run(deadline, handle -> known(handle, owner, idempotencyKey, request));
  }

  private static Optional<Requested> known(
      Handle handle, UserId owner, UUID idempotencyKey, VideoRequest request) {
    return handle
        .createQuery(
            """
            select id, photo_urls, template, request
            from video_jobs
            where user_id = :owner and idempotency_key = :key
            """)
        .bind("owner", owner.value())
        .bind("key", idempotencyKey)
        .<Requested>map(
            (row, _) ->
                JobRow.request(row).equals(request)
                    ? new Requested.Same(new JobId(row.getLong("id")))
                    : new Requested.DifferentBody())
        .findOne();
  }

  @Override
  public Requested request(NewJob job, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            insert(handle, job)
                .<Requested>map(Requested.Created::new)
                // The key is taken. Whoever took it has committed: the insertion waited for that.
                .or(() -> known(handle, job.owner(), job.idempotencyKey(), job.request()))
                // Or the owner is deleted, and with the owner every key.
                .orElseThrow(AccountDeleted::new));
  }

  private static Optional<JobId> insert(Handle handle, NewJob job) {
    // What a pending job looks like, the domain says; only the id is the database's.
    VideoJob.Pending pending = job.pending(new JobId(1));
    return handle
        .createQuery(
            """
            with job as (
              insert into video_jobs (
                user_id, status, photo_urls, template, idempotency_key,
                photo_etags, request, trip, due_at, created_at)
              select
                :owner, 'PENDING', :photos, :template, :key,
                :etags, cast(:request as json), cast(:trip as json), :due_at, :created_at
              where is_alive(:owner)
              on conflict (user_id, idempotency_key) do nothing
              returning id
            ),
            message as (
              insert into outbox (topic, job_id) select 'RENDER', id from job
            )
            select id from job
            """)
        .bind("owner", job.owner().value())
        .bindArray("photos", String.class, urls(job))
        .bind("template", job.request().template().id())
        .bind("key", job.idempotencyKey())
        .bindArray("etags", String.class, etags(job))
        .bind("request", StoredJson.write(StoredRequest.of(job.request())))
        .bind("trip", job.trip().map(trip -> StoredJson.write(StoredTrip.of(trip))))
        .bind("due_at", Stored.moment(pending.dueAt()))
        .bind("created_at", Stored.moment(job.createdAt()))
        .map((row, _) -> new JobId(row.getLong("id")))
        .findOne();
  }

  private static List<String> urls(NewJob job) {
    return job.photos().stream().map(photo -> photo.url().toString()).toList();
  }

  private static List<String> etags(NewJob job) {
    return job.photos().stream().map(AcceptedPhoto::etag).toList();
  }

  @Override
  public Optional<VideoJob> find(UserId owner, JobId id, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    select
                      id, user_id, status, photo_urls, template, photo_etags, request, trip,
                      due_at, fence, failures, deaths, progress, outcome, created_at, ended_at
                    from video_jobs
                    where id = :id and user_id = :owner
                    """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map((row, _) -> JobRow.job(row))
                .findOne());
  }

  @Override
  public Optional<VideoJob> find(JobId id, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    select
                      id, user_id, status, photo_urls, template, photo_etags, request, trip,
                      due_at, fence, failures, deaths, progress, outcome, created_at, ended_at
                    from video_jobs
                    where id = :id
                    """)
                .bind("id", id.value())
                .map((row, _) -> JobRow.job(row))
                .findOne());
  }

  @Override
  public Page<VideoJob> list(UserId owner, Page.Request page, Deadline deadline) {
    OptionalLong before = before(page.after());
    if (before.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    List<VideoJob> oneMore =
        database.run(deadline, handle -> list(handle, owner, before.getAsLong(), page.limit() + 1));
    if (oneMore.size() <= page.limit()) {
      return new Page<>(oneMore, Optional.empty());
    }
    List<VideoJob> items = oneMore.subList(0, page.limit());
    return new Page<>(items, Optional.of(new Page.Cursor(items.getLast().id().toString())));
  }

  /// The id before which the page begins; empty for a cursor that is none of ours.
  private static OptionalLong before(Optional<Page.Cursor> after) {
    if (after.isEmpty()) {
      return OptionalLong.of(Long.MAX_VALUE);
    }
    return after.flatMap(cursor -> JobId.parse(cursor.value())).stream()
        .mapToLong(JobId::value)
        .findFirst();
  }

  private static List<VideoJob> list(Handle handle, UserId owner, long before, int limit) {
    return handle
        .createQuery(
            """
            select
              id, user_id, status, photo_urls, template, photo_etags, request, trip,
              due_at, fence, failures, deaths, progress, outcome, created_at, ended_at
            from video_jobs
            where user_id = :owner and id < :before
            order by id desc
            limit :limit
            """)
        .bind("owner", owner.value())
        .bind("before", before)
        .bind("limit", limit)
        .map((row, _) -> JobRow.job(row))
        .list();
  }

  @Override
  public boolean replace(VideoJob.Open before, VideoJob after, Deadline deadline) {
    return replace(before, Optional.empty(), after, deadline);
  }

  @Override
  public boolean replaceOverdue(VideoJob.Open before, VideoJob after, Deadline deadline) {
    return replace(before, Optional.of(before.dueAt()), after, deadline);
  }

  /// @param dueAt which the row must still have, where that matters
  private boolean replace(
      VideoJob.Open before, Optional<Instant> dueAt, VideoJob after, Deadline deadline) {
    ChangingColumns columns = ChangingColumns.of(before, after);
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    with job as (
                      update video_jobs set
                        status = :status, due_at = :dueAt, fence = :fence,
                        failures = coalesce(:failures, failures),
                        deaths = coalesce(:deaths, deaths), progress = :progress,
                        video_url = :videoUrl, outcome = cast(:outcome as json),
                        ended_at = :endedAt
                      where id = :id and status = :statusBefore and fence = :fenceBefore
                        and due_at = coalesce(:dueAtBefore, due_at)
                      returning id
                    ),
                    message as (
                      insert into outbox (topic, job_id)
                      select cast(:topic as varchar), id from job
                      where cast(:topic as varchar) is not null
                    )
                    select exists (select from job)
                    """)
                .bind("id", before.id().value())
                .bind("statusBefore", ChangingColumns.status(before))
                .bind("fenceBefore", before.fence())
                .bind("dueAtBefore", dueAt.map(Stored::moment))
                .bindMethods(columns)
                .mapTo(boolean.class)
                .one());
  }

  @Override
  public List<VideoJob.Open> overdue(Instant now, int limit, Deadline deadline) {
    List<VideoJob> due =
        database.run(
            deadline,
            handle ->
                handle
                    .createQuery(
                        """
                        select
                          id, user_id, status, photo_urls, template, photo_etags, request, trip,
                          due_at, fence, failures, deaths, progress, outcome, created_at, ended_at
                        from video_jobs
                        where due_at <= :now
                        order by due_at
                        limit :limit
                        """)
                    .bind("now", Stored.moment(now))
                    .bind("limit", limit)
                    .map((row, _) -> JobRow.job(row))
                    .list());
    return due.stream().map(VideoJob.Open.class::cast).toList();
  }
}
