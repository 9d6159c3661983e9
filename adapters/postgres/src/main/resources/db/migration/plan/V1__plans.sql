-- Provider records that the server holds. A stop names one of them or is not stored.
create table places (
  id           text             primary key,  -- {provider}:{the provider's id}
  provider     text             not null,
  provider_id  text             not null,
  fetched_at   timestamptz      not null,
  local_name   text             not null,     -- as the provider writes it
  category     text             not null,
  lat          double precision not null,
  lng          double precision not null,
  address      text
);

create table travel_plans (
  id           bigserial        primary key,
  user_id      bigint           not null,     -- in user_service, which no key may reach into
  title        varchar          not null,
  start_date   date             not null,
  end_date     date             not null,
  language     varchar          not null,
  source       varchar          not null,
  verdict      varchar          not null,     -- of the certificate, for lists
  notes        text,
  destination  json             not null,     -- json, not jsonb: it is never searched,
  request      json,                          -- and comes back as it was written
  days         json             not null,     -- all of each day but its stops
  totals       json             not null,
  certificate  json             not null,
  version      bigint           not null,
  created_at   timestamptz      not null,
  updated_at   timestamptz      not null
);

create index travel_plans_of_a_user on travel_plans (user_id, created_at desc, id desc);

-- The stops of a plan.
create table plan_details (
  id           bigserial        primary key,
  plan_id      bigint           not null references travel_plans on delete cascade,
  day          int              not null,     -- 1 for the first
  position     int              not null,     -- 1 for the first stop of the plan
  stop_id      uuid             not null,
  place_id     text             not null references places,
  location     varchar          not null,     -- the place's name in the plan's language
  activity     text             not null,
  visit        json             not null,     -- times, price, the way there, checks
  unique (plan_id, position)
);

-- Rises with each grant of any key: a fence never comes back, not even with a key that was freed.
create sequence generation_fences;

-- Idempotency-Keys of generations, each its traveller's for a day.
create table generation_keys (
  user_id      bigint           not null,
  key          uuid             not null,
  request      json             not null,
  claimed_at   timestamptz      not null,
  lease_end    timestamptz      not null,
  fence        bigint           not null default nextval('generation_fences'),
  plan_id      bigint,                        -- once settled; outlives the plan
  primary key (user_id, key)
);
