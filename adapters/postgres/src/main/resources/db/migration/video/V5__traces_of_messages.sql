-- The trace in which a message was written (traceparent of W3C Trace Context), so that what it sets off
-- is seen as part of it. The release before writes none.
alter table outbox add column traceparent varchar;
