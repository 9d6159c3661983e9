-- Users who were deleted, for as long as an access token of theirs may live. Their files are looked
-- for again and again until then: an upload that was permitted before, or a film from a worker that
-- has not noticed, may come later than the deletion.
create table tombstones (
  user_id     bigint       primary key,
  deleted_at  timestamptz  not null,
  sweep_at    timestamptz  not null default '-infinity'
);

create index tombstones_by_sweep on tombstones (sweep_at);

-- Whether a user may still write, asked within the statement that writes. The shared lock keeps
-- a burial from beginning until the writing transaction has ended. Being volatile, the function sees
-- with its second statement what was committed before it got the lock, which the statement around it
-- may not.
create function is_alive(a_user bigint) returns boolean language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('video_service.tombstones', a_user));
  return not exists (select from tombstones where user_id = a_user);
end
$$;
