-- Turns in which a plan that is about to start is checked again.
alter table travel_plans add column watched_at timestamptz;             -- the last one began
alter table travel_plans add column told text[] not null default '{}';  -- {stop}/{check}, each once
alter table travel_plans add column unsent uuid;  -- the proposal that the owner has still to hear of

create index travel_plans_to_watch on travel_plans (start_date);
create index travel_plans_to_tell on travel_plans (watched_at) where unsent is not null;
