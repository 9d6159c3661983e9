-- Orders for films. The kick-off's columns first, then what it takes to lose none of them.
create table video_jobs (
  id               bigserial    primary key,
  user_id          bigint       not null,     -- in user_service, which no key may reach into
  status           varchar      not null
    check (status in ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED')),
  photo_urls       text[]       not null,     -- in the order of the request
  template         varchar      not null,
  video_url        varchar,                   -- names the one claim whose film counts
  idempotency_key  uuid         not null,     -- the client's name for the request

  photo_etags      text[]       not null,     -- of photo_urls, when the order was taken
  request          json         not null,     -- all that was asked for, defaults filled in: the
                                              -- same key with another one is refused
  trip             json,                      -- the plan's stops, copied
  due_at           timestamptz,               -- by when something should have happened: the end of
                                              -- the lease, or of patience; null once ended
  fence            bigint       not null default 0,  -- token of the latest claim
  failures         int          not null default 0,  -- renders that failed
  deaths           int          not null default 0,  -- workers that fell silent
  progress         int          not null default 0,
  outcome          json,                      -- film, failure and what became of each photo
  created_at       timestamptz  not null,
  ended_at         timestamptz,

  unique (user_id, idempotency_key),
  check ((due_at is null) = (status in ('COMPLETED', 'FAILED')))
);

create index video_jobs_of_a_user on video_jobs (user_id, id desc);
create index video_jobs_that_are_due on video_jobs (due_at) where due_at is not null;

-- What has to be told to others, written with the row it speaks of and deleted when it was told.
create table outbox (
  id      bigserial    primary key,
  topic   varchar      not null,              -- RENDER: to the workers; ANNOUNCE: to the owner
  job_id  bigint       not null references video_jobs on delete cascade,
  due_at  timestamptz  not null default '-infinity'
);

create index outbox_that_is_due on outbox (topic, due_at, id);
create index outbox_of_a_job on outbox (job_id);
