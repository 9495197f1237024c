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

-- name: holders
select id, root_unit, holder_unit, valid_from, valid_until, number, paper_day, issuer from scoring_holder order by valid_from, id

-- name: add_holder
insert into scoring_holder (id, root_unit, holder_unit, valid_from, valid_until, number, paper_day, issuer, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: agreements
select id, title, year, holder_unit, cluster_id, state, number, paper_day, opened_on, version
from agreement
order by year desc, changed_at desc, id

-- name: agreement
select id, title, year, holder_unit, cluster_id, state, number, paper_day, opened_on, version
from agreement
where id = $1

-- name: agreement_tables
select version_id, applies_from, bound_at from agreement_table where agreement_id = $1 order by applies_from, bound_at

-- name: agreement_indicators
select line, title, unit, low_is_better, set_id, indicator from agreement_indicator where agreement_id = $1 order by line

-- name: agreement_members
select m.unit_id, m.valid_from, m.valid_until, m.join_number, m.join_day, m.leave_number, m.leave_day, m.registration_number,
       m.registration_day, m.registered_at, m.registered_by, r.name as registered_by_name, s.name, s.position, s.by_paper, s.number,
       s.paper_day, s.signed_at, s.recorded_by, p.name as recorded_by_name
from agreement_member m
left join agreement_signature s on s.agreement_id = m.agreement_id and s.unit_id = m.unit_id
left join person r on r.id = m.registered_by left join person p on p.id = s.recorded_by
where m.agreement_id = $1
order by m.unit_id

-- name: agreement_targets
select unit_id, line, value, baseline, baseline_source from agreement_target where agreement_id = $1 order by unit_id, line

-- name: add_agreement
insert into agreement (id, title, year, holder_unit, cluster_id, state, number, paper_day, opened_on, version, changed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: save_agreement
update agreement set title = $3, state = $4, number = $5, paper_day = $6, version = version + 1, changed_at = $7
where id = $1 and version = $2

-- name: clear_agreement_tables
delete from agreement_table where agreement_id = $1

-- name: bind_agreement_table
insert into agreement_table (agreement_id, version_id, applies_from, bound_at, bound_by) values ($1, $2, $3, $4, $5)

-- name: clear_agreement_indicators
delete from agreement_indicator where agreement_id = $1

-- name: add_agreement_indicator
insert into agreement_indicator (agreement_id, line, title, unit, low_is_better, set_id, indicator) values ($1, $2, $3, $4, $5, $6, $7)

-- name: clear_agreement_members
delete from agreement_member where agreement_id = $1

-- name: add_agreement_member
insert into agreement_member (agreement_id, unit_id, valid_from, valid_until, join_number, join_day, leave_number, leave_day,
    registration_number, registration_day, registered_at, registered_by)
values ($1, $2, $3, $4, $5, $6, '', null, '', null, null, null)

-- name: end_agreement_member
update agreement_member set valid_until = $3, leave_number = $4, leave_day = $5 where agreement_id = $1 and unit_id = $2

-- name: clear_agreement_targets
delete from agreement_target where agreement_id = $1 and unit_id = $2

-- name: add_agreement_target
insert into agreement_target (agreement_id, unit_id, line, value, baseline, baseline_source) values ($1, $2, $3, $4, $5, $6)

-- name: register_agreement_member
update agreement_member set registration_number = $3, registration_day = $4, registered_at = $5, registered_by = $6
where agreement_id = $1 and unit_id = $2

-- name: add_agreement_signature
insert into agreement_signature (agreement_id, unit_id, name, position, by_paper, number, paper_day, signed_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
