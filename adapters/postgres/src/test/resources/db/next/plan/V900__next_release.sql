-- What a next release might do to the tables that this one is writing at the same moment.
alter table travel_plans add column mood varchar;
alter table travel_plans add column stars int not null default 0;
create table postcards (
  id       bigserial  primary key,
  plan_id  bigint     not null references travel_plans on delete cascade
);
create index travel_plans_by_end on travel_plans (end_date);
