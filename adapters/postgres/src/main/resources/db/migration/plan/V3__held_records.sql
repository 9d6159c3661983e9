-- What a search has shown, whole: hours and prices too. A place that came with a stop has none.
alter table places add column record json;

-- A change of a plan writes its stops anew while the old ones still stand: the version tells them
-- apart until the statement ends.
alter table plan_details add column version bigint not null default 1;
alter table plan_details drop constraint plan_details_plan_id_position_key;
alter table plan_details add constraint plan_details_place_in_a_version unique (plan_id, version, position);
