-- Proposals to change a plan, the latest ones of each.
create table plan_revisions (
  plan_id      bigint           not null references travel_plans on delete cascade,
  revision_id  uuid             not null,
  based_on     bigint           not null,     -- the plan's version that it was made for
  created_at   timestamptz      not null,
  instruction  text,                          -- none: a proposal of ours
  proposal     json             not null,     -- what the plan would say
  diff         json             not null,
  primary key (plan_id, revision_id)
);

create index plan_revisions_of_a_plan on plan_revisions (plan_id, created_at desc, revision_id desc);
