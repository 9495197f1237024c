-- name: head
select day, sequence, hash from journal_head where one_row = 1

-- name: move_head
insert into journal_head (one_row, day, sequence, hash) values (1, $1, $2, $3)
on conflict (one_row) do update set day = excluded.day, sequence = excluded.sequence, hash = excluded.hash

-- name: add_entry
insert into journal (day, sequence, at, event, object_kind, object_id, person_id, role, unit_id, payload, prev, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

-- name: add_object
insert into journal_object (kind, id, day, sequence) values ($1, $2, $3, $4) on conflict do nothing

-- name: add_personal
insert into journal_personal (day, sequence, place, person_id, value, salt) values ($1, $2, $3, $4, $5, $6)

-- name: last_closed_day
select day, entries, last_hash, prev, digest from journal_day order by day desc limit 1

-- name: last_closed_day_before
select day, digest from journal_day where day < $1 order by day desc limit 1

-- name: close_day
insert into journal_day (day, entries, last_hash, prev, digest) values ($1, $2, $3, $4, $5)

-- name: history
select j.day, j.sequence, j.at, j.event, j.object_kind, j.object_id, j.person_id, j.role, j.unit_id, j.payload
from journal_object o join journal j on j.day = o.day and j.sequence = o.sequence
where o.kind = $1 and o.id = $2
  and (cast($3 as text) is null or o.day < cast($3 as text) or (o.day = cast($3 as text) and o.sequence < cast($4 as bigint)))
order by o.day desc, o.sequence desc
limit $5

-- name: personal_of_entry
select place, value from journal_personal where day = $1 and sequence = $2

-- name: erase_person
update journal_personal set value = null, salt = null where person_id = $1 and value is not null

-- name: expire_personal
update journal_personal set value = null, salt = null
where value is not null and day < $2
  and exists (select 1 from journal j
              where j.day = journal_personal.day and j.sequence = journal_personal.sequence and j.event = $1)

-- name: chain
select j.day, j.sequence, j.at, j.event, j.object_kind, j.object_id, j.person_id, j.role, j.unit_id, j.payload, j.prev,
       j.hash, p.place, p.value, p.salt, d.entries as day_entries, d.last_hash as day_last_hash
from journal j
left join journal_personal p on p.day = j.day and p.sequence = j.sequence
left join journal_day d on d.day = j.day
where j.day >= $1
order by j.day, j.sequence, p.place

-- name: closed_days
select d.day, d.entries, d.last_hash, d.prev, d.digest,
       (select max(j.sequence) from journal j where j.day = d.day) as last_sequence
from journal_day d
where d.day >= $1
order by d.day
