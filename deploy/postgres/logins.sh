#!/bin/sh
# Run once by the image of PostgreSQL, as its superuser: the database's four logins, with the passwords of compose.env.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=owner="$OWNER_PASSWORD" --set=member="$MEMBER_PASSWORD" --set=staff="$STAFF_PASSWORD" --set=worker="$WORKER_PASSWORD" <<'SQL'
CREATE ROLE mentoring_owner LOGIN PASSWORD :'owner';
CREATE ROLE mentoring_member LOGIN PASSWORD :'member';
CREATE ROLE mentoring_staff LOGIN PASSWORD :'staff';
CREATE ROLE mentoring_worker LOGIN PASSWORD :'worker';
CREATE DATABASE mentoring OWNER mentoring_owner ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;
REVOKE ALL ON DATABASE mentoring FROM PUBLIC;
GRANT CONNECT ON DATABASE mentoring TO mentoring_owner, mentoring_member, mentoring_staff, mentoring_worker;
SQL
