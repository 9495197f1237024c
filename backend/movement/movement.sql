-- name: targets
select t.id, t.root_unit, v.sequence, v.title, v.measure, v.better, v.source, v.owner_unit
from target t join target_version v on v.target_id = t.id
where v.sequence = (select max(x.sequence) from target_version x where x.target_id = t.id)
  and (cast($1 as text) is null or t.id = cast($1 as text))
order by v.title collate vietnamese, t.id

-- name: figures
select f.target_id, f.year, f.kind, f.sequence, f.value, f.source, f.reason
from target_figure f
where f.sequence = (select max(x.sequence) from target_figure x
                    where x.target_id = f.target_id and x.year = f.year and x.kind = f.kind)
  and (cast($1 as text) is null or f.target_id = cast($1 as text))
order by f.target_id, f.year, f.kind desc

-- name: add_target
insert into target (id, root_unit, recorded_at, recorded_by) values ($1, $2, $3, $4)

-- name: add_target_version
insert into target_version (target_id, sequence, title, measure, better, source, owner_unit, reason, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: add_figure
insert into target_figure (target_id, year, kind, sequence, value, source, reason, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: denominators
select id, root_unit, target, value, number, day, source from assigned_denominator
where root_unit = $1
order by recorded_at, id

-- name: add_denominator
insert into assigned_denominator (id, root_unit, target, value, number, day, source, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: choices
select id, root_unit, target, reading, denominator_id, number, day, note from reading_choice
where root_unit = $1
order by recorded_at, id

-- name: add_choice
insert into reading_choice (id, root_unit, target, reading, denominator_id, number, day, note, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
