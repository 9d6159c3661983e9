-- Files that no job needs any more, until a day has passed and nothing of them can come any more. A
-- deleted job leaves one that also remembers its key.
create table leftovers (
  id               bigserial    primary key,
  user_id          bigint       not null,
  job_id           bigint,                            -- whose films; null if there are none
  fence            bigint,                            -- of the one claim; null for all of them
  idempotency_key  uuid,                              -- of a deleted job: not free yet
  uploads          text[]       not null default '{}',
  since            timestamptz  not null,
  sweep_at         timestamptz  not null default '-infinity'
);

create index leftovers_by_sweep on leftovers (sweep_at);
create index leftovers_of_a_user on leftovers (user_id);

-- Uploads that were permitted within a day.
create table uploads (
  url           varchar      primary key,
  user_id       bigint       not null,
  bytes         bigint       not null,
  permitted_at  timestamptz  not null
);

create index uploads_of_a_user on uploads (user_id, permitted_at);
create index uploads_by_age on uploads (permitted_at);

create index video_jobs_open_of_a_user on video_jobs (user_id) where due_at is not null;

-- Lets one transaction at a time count what a user has and write according to it.
create function take_turn(a_user bigint) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended('video_service.turns', a_user))
$$;

create function has_open_jobs(a_user bigint, at_least int) returns boolean language sql volatile as $$
  select count(*) >= at_least from video_jobs where user_id = a_user and due_at is not null
$$;

-- What stands in the way of a new job, or null; asked within the statement that inserts it. Being
-- volatile, it sees what was committed before its turn came.
create function order_refused(
  a_user bigint, a_key uuid, the_uploads text[], at_once int, a_moment timestamptz)
returns varchar language plpgsql volatile as $$
begin
  if not is_alive(a_user) then
    return 'ACCOUNT_DELETED';
  end if;
  -- Nobody waits for a turn, with a connection in their hands, who has no use for one.
  if exists (select from video_jobs where user_id = a_user and idempotency_key = a_key) then
    return 'KEY_TAKEN';
  end if;
  if has_open_jobs(a_user, at_once) then
    return 'TOO_MANY_AT_ONCE';
  end if;
  perform take_turn(a_user);
  if exists (select from leftovers
             where user_id = a_user and idempotency_key = a_key and since > a_moment - interval '24 h') then
    return 'DELETED';
  end if;
  if exists (select from leftovers where user_id = a_user and uploads && the_uploads) then
    return 'FILES_REMOVED';
  end if;
  if has_open_jobs(a_user, at_once) then
    return 'TOO_MANY_AT_ONCE';
  end if;
  return null;
end
$$;

-- The same for uploads.
create function uploads_refused(
  a_user bigint, more_bytes bigint, bytes_a_day bigint, a_moment timestamptz)
returns varchar language plpgsql volatile as $$
begin
  if not is_alive(a_user) then
    return 'ACCOUNT_DELETED';
  end if;
  perform take_turn(a_user);
  if (select coalesce(sum(bytes), 0) from uploads
      where user_id = a_user and permitted_at > a_moment - interval '24 h') + more_bytes > bytes_a_day then
    return 'TOO_MUCH';
  end if;
  return null;
end
$$;

-- Those of some uploads of a user that no job of theirs but one uses.
create function unused(a_user bigint, the_uploads text[], but_job bigint)
returns text[] language sql stable as $$
  select coalesce(array_agg(url), '{}')
  from unnest(the_uploads) as url
  where not exists (
    select from video_jobs
    where user_id = a_user and id is distinct from but_job
      and (url = any (photo_urls) or url = request ->> 'music'))
$$;
