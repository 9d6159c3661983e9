-- Users who were deleted, for as long as an access token of theirs may live.
create table tombstones (
  user_id     bigint       primary key,
  deleted_at  timestamptz  not null
);

create index tombstones_by_age on tombstones (deleted_at);

-- Deletions that were promised and are not done everywhere yet: what is left to be done, and no more
-- than doing it needs. A row goes with the last of it.
create table deletions (
  user_id       bigint       primary key,
  requested_at  timestamptz  not null,
  keepers       text[]       not null,      -- services that have yet to forget the user
  endpoints     text[]       not null,      -- of the user's devices, yet to be removed at SNS
  attempts      int          not null default 0,
  due_at        timestamptz  not null
);

create index deletions_that_are_due on deletions (due_at);
