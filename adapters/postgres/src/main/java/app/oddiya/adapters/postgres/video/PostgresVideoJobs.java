package app.oddiya.adapters.postgres.video;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.AcceptedFile;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.Leftovers.Leftover;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.Requested;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJobs;
import app.oddiya.domain.video.job.VideoRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Jobs in `video_jobs`, their messages in `outbox`, what they leave behind in `leftovers`. A row
/// and what goes with it are one statement, so that they are one transaction without a round trip
/// more.
final class PostgresVideoJobs implements VideoJobs {

  private final Database database;

  PostgresVideoJobs(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Requested> known(
      UserId owner, UUID idempotencyKey, VideoRequest request, Instant now, Deadline deadline) {
    return database.run(deadline, handle -> known(handle, owner, idempotencyKey, request, now));
  }

  private static Optional<Requested> known(
      Handle handle, UserId owner, UUID idempotencyKey, VideoRequest request, Instant now) {
    return handle
        .createQuery(
            """
            select id, photo_urls, template, request
            from video_jobs
            where user_id = :owner and idempotency_key = :key
            union all
            select null, null, null, null
            from leftovers
            where user_id = :owner and idempotency_key = :key and since > :forgotten
            """)
        .bind("owner", owner.value())
        .bind("key", idempotencyKey)
        .bind("forgotten", Stored.moment(now.minus(Leftovers.KEPT)))
        .map((row, _) -> known(row, request))
        .findFirst();
  }

  private static Requested known(ResultSet row, VideoRequest request) throws SQLException {
    long id = row.getLong("id");
    if (row.wasNull()) {
      return new Requested.Deleted();
    }
    return JobRow.request(row).equals(request)
        ? new Requested.Same(new JobId(id))
        : new Requested.DifferentBody();
  }

  @Override
  public Requested request(NewJob job, int atOnce, Deadline deadline) {
    return database.run(
        deadline,
        handle -> {
          Insertion insertion = insert(handle, job, atOnce);
          if (insertion.id().isPresent()) {
            return new Requested.Created(insertion.id().get());
          }
          // The key may be taken, which comes before all else: then whoever took it has committed,
          // as the insertion waited for that.
          return known(handle, job.owner(), job.idempotencyKey(), job.request(), job.createdAt())
              .orElseGet(() -> refusal(handle, job, insertion));
        });
  }

  /// @param refused why not, if it is not for the key
  private record Insertion(Optional<JobId> id, Optional<String> refused) {}

  private static Requested refusal(Handle handle, NewJob job, Insertion insertion) {
    return switch (insertion.refused().orElse("nothing")) {
      case "ACCOUNT_DELETED" -> throw new AccountDeleted();
      case "DELETED" -> new Requested.Deleted();
      case "TOO_MANY_AT_ONCE" -> new Requested.TooManyAtOnce();
      case "FILES_REMOVED" -> new Requested.FilesRemoved(removed(handle, job));
      // The job of this key was there when we inserted, and has been deleted since.
      case "KEY_TAKEN", "nothing" -> new Requested.Deleted();
      case String other -> throw new IllegalStateException("refused: " + other);
    };
  }

  private static Set<FileUrl> removed(Handle handle, NewJob job) {
    return handle
        .createQuery(
            """
            select distinct url
            from leftovers, unnest(uploads) as url
            where user_id = :owner and url = any (:uploads)
            """)
        .bind("owner", job.owner().value())
        .bindArray("uploads", String.class, uploads(job))
        .map((row, _) -> Stored.file(row.getString("url")))
        .set();
  }

  private static Insertion insert(Handle handle, NewJob job, int atOnce) {
    // What a pending job looks like, the domain says; only the id is the database's.
    VideoJob.Pending pending = job.pending(new JobId(1));
    return handle
        .createQuery(
            """
            with refused as materialized (
              select order_refused(:owner, :key, :uploads, :at_once, :created_at) as reason
            ),
            job as (
              insert into video_jobs (
                user_id, status, photo_urls, template, idempotency_key,
                photo_etags, music_etag, request, trip, due_at, created_at)
              select
                :owner, 'PENDING', :photos, :template, :key,
                :etags, :music_etag, cast(:request as json), cast(:trip as json), :due_at,
                :created_at
              from refused
              where reason is null
              on conflict (user_id, idempotency_key) do nothing
              returning id
            ),
            message as (
              insert into outbox (topic, job_id, traceparent)
              select 'RENDER', id, cast(:traceparent as varchar) from job
            )
            select (select id from job), reason from refused
            """)
        .bind("at_once", atOnce)
        .bind("traceparent", Span.current().traceparent())
        .bindArray("uploads", String.class, uploads(job))
        .bind("owner", job.owner().value())
        .bindArray("photos", String.class, urls(job))
        .bind("template", job.request().template().id())
        .bind("key", job.idempotencyKey())
        .bindArray("etags", String.class, etags(job))
        .bind("music_etag", job.music().map(AcceptedFile::etag))
        .bind("request", StoredJson.write(StoredRequest.of(job.request())))
        .bind("trip", job.trip().map(trip -> StoredJson.write(StoredTrip.of(trip))))
        .bind("due_at", Stored.moment(pending.dueAt()))
        .bind("created_at", Stored.moment(job.createdAt()))
        .map(
            (row, _) ->
                new Insertion(
                    Optional.ofNullable(row.getObject("id", Long.class)).map(JobId::new),
                    Optional.ofNullable(row.getString("reason"))))
        .one();
  }

  private static List<String> uploads(NewJob job) {
    return job.request().uploads().stream().map(FileUrl::toString).toList();
  }

  private static List<String> urls(NewJob job) {
    return job.photos().stream().map(photo -> photo.url().toString()).toList();
  }

  private static List<String> etags(NewJob job) {
    return job.photos().stream().map(AcceptedFile::etag).toList();
  }

  @Override
  public Optional<Leftover> delete(UserId owner, JobId id, Instant now, Deadline deadline) {
    return database.transact(
        deadline,
        handle -> {
          // Who orders a film with one of these photos meanwhile has been seen by then, or will see
          // that they are being removed.
          TurnOfUser.take(handle, owner);
          return delete(handle, owner, id, now);
        });
  }

  private static Optional<Leftover> delete(Handle handle, UserId owner, JobId id, Instant now) {
    return handle
        .createQuery(
            """
            with job as (
              delete from video_jobs
              where id = :id and user_id = :owner
              returning
                id, user_id, idempotency_key,
                case when request ->> 'music' like 's3://%' then photo_urls || (request ->> 'music')
                  else photo_urls end as named
            ),
            leftover as (
              insert into leftovers (user_id, job_id, idempotency_key, uploads, since)
              select user_id, id, idempotency_key, unused(user_id, named, id), :now
              from job
              returning id, user_id, job_id, fence, uploads, since
            )
            select id, user_id, job_id, fence, uploads, since from leftover
            """)
        .bind("id", id.value())
        .bind("owner", owner.value())
        .bind("now", Stored.moment(now))
        .map((row, _) -> PostgresLeftovers.leftover(row))
        .findOne();
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
                      id, user_id, status, photo_urls, template, photo_etags, music_etag, request,
                      trip, due_at, fence, failures, deaths, progress, previewed, outcome,
                      created_at, ended_at
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
                      id, user_id, status, photo_urls, template, photo_etags, music_etag, request,
                      trip, due_at, fence, failures, deaths, progress, previewed, outcome,
                      created_at, ended_at
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
              id, user_id, status, photo_urls, template, photo_etags, music_etag, request,
              trip, due_at, fence, failures, deaths, progress, previewed, outcome,
              created_at, ended_at
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
                        deaths = coalesce(:deaths, deaths), progress = :progress, previewed = :previewed,
                        video_url = :videoUrl, outcome = cast(:outcome as json),
                        ended_at = :endedAt
                      where id = :id and status = :statusBefore and fence = :fenceBefore
                        and due_at = coalesce(:dueAtBefore, due_at)
                      returning id
                    ),
                    message as (
                      insert into outbox (topic, job_id, traceparent)
                      select cast(:topic as varchar), id, cast(:traceparent as varchar) from job
                      where cast(:topic as varchar) is not null
                    ),
                    leftover as (
                      insert into leftovers (user_id, job_id, fence, since)
                      select :owner, id, :fenceBefore, cast(:futileSince as timestamptz) from job
                      where cast(:futileSince as timestamptz) is not null
                    )
                    select exists (select from job)
                    """)
                .bind("id", before.id().value())
                .bind("owner", before.brief().owner().value())
                .bind("statusBefore", ChangingColumns.status(before))
                .bind("fenceBefore", before.fence())
                .bind("dueAtBefore", dueAt.map(Stored::moment))
                .bind("traceparent", Span.current().traceparent())
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
                          id, user_id, status, photo_urls, template, photo_etags, music_etag, request,
                          trip, due_at, fence, failures, deaths, progress, previewed, outcome,
                          created_at, ended_at
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
