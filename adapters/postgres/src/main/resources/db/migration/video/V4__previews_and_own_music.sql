-- Music that a user has brought, as it was when the order was taken; and whether the worker that
-- holds a job has stored a preview. The release before names neither, and finds what it expects.
alter table video_jobs
  add column music_etag  varchar,
  add column previewed   boolean not null default false;
