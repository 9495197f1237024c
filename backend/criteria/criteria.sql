-- name: latest_versions
select v.set_id, v.number, v.kind, v.title, v.yaml, v.digest, v.by_program, v.note, v.loaded_at, p.name as loaded_by
from criteria_set_version v left join person p on p.id = v.loaded_by
where v.number = (select max(w.number) from criteria_set_version w where w.set_id = v.set_id)
order by v.kind, v.set_id

-- name: version
select v.set_id, v.number, v.kind, v.title, v.yaml, v.digest, v.by_program, v.note, v.loaded_at, p.name as loaded_by
from criteria_set_version v left join person p on p.id = v.loaded_by
where v.set_id = $1 and v.number = $2

-- name: latest_number
select max(number) as number from criteria_set_version where set_id = $1

-- name: versions
select v.set_id, v.number, v.kind, v.title, '' as yaml, v.digest, v.by_program, v.note, v.loaded_at, p.name as loaded_by
from criteria_set_version v left join person p on p.id = v.loaded_by
where v.set_id = $1
order by v.number desc

-- name: add_version
insert into criteria_set_version (set_id, number, kind, title, yaml, digest, by_program, note, loaded_at, loaded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: confirmations
select c.sequence, c.indicator, c.region, c.year, c.threshold, c.instrument, c.number, c.day, c.signer, c.article, c.note,
       c.paper_id, c.carried, c.recorded_at, c.recorded_by, p.name as recorded_by_name
from threshold_confirmation c left join person p on p.id = c.recorded_by
where c.set_id = $1 and c.version = $2
order by c.sequence

-- name: next_sequence
select coalesce(max(sequence), 0) + 1 as next from threshold_confirmation where set_id = $1 and version = $2

-- name: add_confirmation
insert into threshold_confirmation (set_id, version, sequence, indicator, region, year, threshold, instrument, number, day,
    signer, article, note, paper_id, carried, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)

-- name: add_paper
insert into criteria_paper (id, set_id, version, number, day, signer, issuer, instrument, note, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
