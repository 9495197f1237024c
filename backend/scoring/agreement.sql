-- name: tables
select id, slug, unit_id from scoring_table where cast($1 as text) is null or slug = $1 order by slug

-- name: add_table
insert into scoring_table (id, slug, unit_id) values ($1, $2, $3)

-- name: table_versions
select v.id, v.table_id, t.slug, t.unit_id, v.number, v.title, v.year, '' as yaml, v.digest, v.paper_number, v.paper_issuer,
       v.paper_issued, v.applies_from, v.note, v.loaded_at, v.loaded_by, p.name as loaded_by_name
from scoring_table_version v join scoring_table t on t.id = v.table_id left join person p on p.id = v.loaded_by
where cast($1 as text) is null or t.slug = $1
order by t.slug, v.number desc

-- name: table_version
select v.id, v.table_id, t.slug, t.unit_id, v.number, v.title, v.year, v.yaml, v.digest, v.paper_number, v.paper_issuer,
       v.paper_issued, v.applies_from, v.note, v.loaded_at, v.loaded_by, p.name as loaded_by_name
from scoring_table_version v join scoring_table t on t.id = v.table_id left join person p on p.id = v.loaded_by
where v.id = $1

-- name: table_version_in_force
select v.id
from scoring_table_version v join scoring_table t on t.id = v.table_id
where t.slug = $1 and v.year = $2 and v.applies_from <= $3
order by v.applies_from desc, v.number desc
limit 1

-- name: add_table_version
insert into scoring_table_version (id, table_id, number, title, year, yaml, digest, paper_number, paper_issuer, paper_issued,
    applies_from, note, loaded_at, loaded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
