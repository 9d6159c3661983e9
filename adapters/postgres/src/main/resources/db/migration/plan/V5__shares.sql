-- Links that open a plan to whoever knows their token, of which only the SHA-256 is kept.
create table share_links (
  hash        bytea        primary key,
  plan_id     bigint       not null references travel_plans on delete cascade,
  created_at  timestamptz  not null
);

create index share_links_of_a_plan on share_links (plan_id, created_at desc);
