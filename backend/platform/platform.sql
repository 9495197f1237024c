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
select pg_encoding_to_char(encoding) as encoding, coalesce(daticulocale, datcollate) as collation
from pg_database where datname = current_database()

-- Each statement that would make the schema again: tables with their columns and constraints, then what stands on them.
-- name: schema_statements (sqlite)
select sql as statement from sqlite_master
where sql is not null and name not like 'sqlite%'
order by tbl_name, type <> 'table', type, name

-- name: schema_statements (postgres)
with line as (
    select a.attrelid as relation, a.attnum as place,
           a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
               || coalesce(' collate ' || quote_ident(o.collname), '')
               || case when a.attnotnull then ' not null' else '' end
               || case a.attgenerated when 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                                      else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end as text
    from pg_attribute a
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    left join pg_collation o on o.oid = a.attcollation and o.collname <> 'default'
    where a.attnum > 0 and not a.attisdropped
    union all
    select conrelid, 10000, 'constraint ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where contype <> 't'
), statement as (
    select c.relname as table_name, 0 as place, c.relname as name,
           'create table ' || c.relname || ' (' || string_agg(chr(10) || '    ' || l.text, ',' order by l.place, l.text)
               || chr(10) || ')' as text
    from pg_class c join line l on l.relation = c.oid
    where c.relnamespace = to_regnamespace(current_schema()) and c.relkind = 'r'
    group by c.relname
    union all
    select t.relname, 1, i.relname, pg_get_indexdef(x.indexrelid)
    from pg_index x
    join pg_class i on i.oid = x.indexrelid
    join pg_class t on t.oid = x.indrelid
    where t.relnamespace = to_regnamespace(current_schema())
      and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
    union all
    select c.relname, 2, g.tgname, pg_get_triggerdef(g.oid)
    from pg_trigger g join pg_class c on c.oid = g.tgrelid
    where not g.tgisinternal and c.relnamespace = to_regnamespace(current_schema())
    union all
    select c.relname, 3, c.relname, 'create view ' || c.relname || ' as ' || pg_get_viewdef(c.oid)
    from pg_class c where c.relkind = 'v' and c.relnamespace = to_regnamespace(current_schema())
    union all
    select '~', 4, p.proname, pg_get_functiondef(p.oid)
    from pg_proc p where p.pronamespace = to_regnamespace(current_schema())
)
select cast(text as text) as statement from statement order by table_name, place, name

-- name: schema_columns (sqlite)
select m.name as table_name, c.name as column_name, lower(c.type) as type, c."notnull" as not_null
from sqlite_master m, pragma_table_info(m.name) c
where m.type = 'table' and m.name not like 'sqlite%'
order by m.name, c.cid

-- name: schema_columns (postgres)
select cast(c.relname as text) as table_name, cast(a.attname as text) as column_name,
       format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null
from pg_attribute a join pg_class c on c.oid = a.attrelid
where c.relkind = 'r' and c.relnamespace = to_regnamespace(current_schema()) and a.attnum > 0 and not a.attisdropped
order by c.relname, a.attnum
