-- An account is (provider, provider_id); no e-mail address ever leads to one.
create table users (
  id bigserial primary key,
  email varchar(254),
  name varchar(100),
  provider varchar(16) not null,
  provider_id varchar(255) not null,
  locale varchar(35) not null,
  home_currency char(3) not null,
  created_at timestamptz not null,
  version bigint not null,
  constraint users_identity unique (provider, provider_id)
);

-- An endpoint belongs to one device at a time, whoever signed in on it last.
create table devices (
  user_id bigint not null references users (id) on delete cascade,
  device_id varchar(64) collate "C" not null,
  platform varchar(16) not null,
  endpoint_arn text not null constraint devices_endpoint unique,
  primary key (user_id, device_id)
);
