-- name: recognitions
select r.id, r.unit_id, r.area, r.standing, r.field, r.year, r.number, r.decided_on, r.signer, r.counts_from, r.clause,
       r.source, r.confidence, r.dossier_id, w.number as withdrawal_number, w.decided_on as withdrawn_on,
       w.signer as withdrawal_signer, w.ends_on, w.ground
from recognition r left join recognition_withdrawal w on w.recognition_id = r.id
order by r.counts_from, r.id

-- name: recognitions_of_unit
select r.id, r.unit_id, r.area, r.standing, r.field, r.year, r.number, r.decided_on, r.signer, r.counts_from, r.clause,
       r.source, r.confidence, r.dossier_id, w.number as withdrawal_number, w.decided_on as withdrawn_on,
       w.signer as withdrawal_signer, w.ends_on, w.ground
from recognition r left join recognition_withdrawal w on w.recognition_id = r.id
where r.unit_id = $1
order by r.counts_from, r.id

-- name: recognition_by_id
select r.id, r.unit_id, r.area, r.standing, r.field, r.year, r.number, r.decided_on, r.signer, r.counts_from, r.clause,
       r.source, r.confidence, r.dossier_id, w.number as withdrawal_number, w.decided_on as withdrawn_on,
       w.signer as withdrawal_signer, w.ends_on, w.ground
from recognition r left join recognition_withdrawal w on w.recognition_id = r.id
where r.id = $1

-- name: holdings
select r.id, r.unit_id, r.area, r.standing, r.year, r.counts_from, w.ends_on
from recognition r left join recognition_withdrawal w on w.recognition_id = r.id

-- name: register_revision
select revision from register_revision where single = 1

-- name: set_register_revision
insert into register_revision (single, revision) values (1, $1)
on conflict (single) do update set revision = excluded.revision

-- name: add_recognition
insert into recognition (id, unit_id, area, standing, field, year, number, decided_on, signer, counts_from, clause, source,
                         confidence, dossier_id, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
on conflict (unit_id, area, standing, year) do nothing

-- name: withdraw_recognition
insert into recognition_withdrawal (recognition_id, number, decided_on, signer, ends_on, ground, dossier_id, recorded_at,
                                    recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
