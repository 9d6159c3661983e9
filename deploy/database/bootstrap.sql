-- A role and a schema a service in the database oddiya, and nothing for anybody else. Passwords come from outside, as
-- settings of the session (bootstrap.sh). May be run again: that is how a password is changed.
do $$
declare
  service text;
  password text;
begin
  foreach service in array array['user_service', 'plan_service', 'video_service'] loop
    password := current_setting('oddiya.' || service);
    if length(password) < 24 then
      raise exception 'the password of % is shorter than 24 characters', service;
    end if;
    if not exists (select from pg_roles where rolname = service) then
      execute format('create role %I', service);
    end if;
    execute format(
      'alter role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit password %L',
      service, password);
    execute format('create schema if not exists %I authorization %I', service, service);
    execute format('grant connect on database %I to %I', current_database(), service);
  end loop;
  execute format('revoke all on database %I from public', current_database());
end
$$;
revoke all on schema public from public;
