-- What the migration runner asks of a database.

-- name: has_migrations (sqlite)
select count(*) as n from sqlite_master where type = 'table' and name = 'schema_migration'

-- name: has_migrations (postgres)
select count(*) as n from pg_tables where schemaname = current_schema() and tablename = 'schema_migration'

-- name: applied_migrations
select version, name, checksum from schema_migration order by version

-- name: record_migration
insert into schema_migration (version, name, checksum, applied_at) values ($1, $2, $3, $4)

-- name: server_text_rules (sqlite)
select 'UTF8' as encoding, 'C' as collation

-- name: server_text_rules (postgres)
select pg_encoding_to_char(encoding) as encoding, cast(datcollate as text) as collation
from pg_database where datname = current_database()
