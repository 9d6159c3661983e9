-- Travellers who were deleted, for as long as an access token of theirs may live.
create table tombstones (
  user_id     bigint       primary key,
  deleted_at  timestamptz  not null
);

create index tombstones_by_age on tombstones (deleted_at);

-- Whether a traveller may still write, asked within the statement that writes. The shared lock keeps
-- a burial from beginning until the writing transaction has ended. Being volatile, the function sees
-- with its second statement what was committed before it got the lock, which the statement around it
-- may not.
create function is_alive(a_user bigint) returns boolean language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('plan_service.tombstones', a_user));
  return not exists (select from tombstones where user_id = a_user);
end
$$;
