-- What a plan says, written out as it is shown: showing one is fetching a text. A release that knows
-- nothing of these columns changes a plan and leaves them, so they tell what they were written for.
alter table travel_plans add column document text;
alter table travel_plans add column document_edition int;    -- the form it is written in
alter table travel_plans add column document_version bigint; -- the version of the plan that it is of
