-- name: recognitions
select r.id, r.unit_id, r.area, r.standing, r.field, r.year, r.number, r.decided_on, r.signer, r.counts_from, r.clause,
       r.source, r.confidence, r.dossier_id, w.number as withdrawal_number, w.decided_on as withdrawn_on,
       w.signer as withdrawal_signer, w.ends_on, w.ground
from recognition r left join recognition_withdrawal w on w.recognition_id = r.id
where (cast($1 as text) is null or r.unit_id = cast($1 as text)) and (cast($2 as text) is null or r.id = cast($2 as text))
order by r.counts_from, r.id

-- name: add_recognition
insert into recognition (id, unit_id, area, standing, field, year, number, decided_on, signer, counts_from, clause, source,
                         confidence, dossier_id, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
on conflict (unit_id, area, standing, year) do nothing

-- name: withdraw_recognition
insert into recognition_withdrawal (recognition_id, number, decided_on, signer, ends_on, ground, dossier_id, recorded_at,
                                    recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
