-- name: dossiers
select d.id, d.kind, d.unit_id, d.area, d.standing, d.field, d.year, d.set_id, d.recognition_id, d.regime, d.state, d.opened_on,
       d.last_on, d.received_on, d.due_on, d.steps, d.version, d.changed_at
from dossier d
where d.kind = $1 and (cast($2 as text) is null or d.id = cast($2 as text))
order by d.last_on desc, d.id

-- name: open_dossiers
select d.id, d.kind, d.unit_id, d.area, d.standing, d.field, d.year, d.set_id, d.recognition_id, d.regime, d.state, d.opened_on,
       d.last_on, d.received_on, d.due_on, d.steps, d.version, d.changed_at
from dossier d
where d.kind = 'recognition' and d.unit_id = $1 and d.standing = $2 and d.area = $3
  and d.state not in ('announced', 'turned_down', 'withdrawn')

-- name: add_dossier
insert into dossier (id, kind, unit_id, area, standing, field, year, set_id, recognition_id, regime, state, opened_on, last_on,
                     received_on, due_on, steps, version, changed_at, opened_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)

-- name: move_dossier
update dossier set state = $3, regime = $4, recognition_id = $5, last_on = $6, received_on = $7, due_on = $8, steps = $9,
                   version = version + 1, changed_at = $10
where id = $1 and version = $2

-- name: dossier_steps
select s.sequence, s.action, s.to_state, s.on_day, s.holder_unit, s.number, s.paper_day, s.signer, s.via, s.from_day, s.until_day,
       s.present, s.in_favour, s.against, s.votes_needed, s.conclusion, s.provisional, s.note, s.due_on, s.receipt_year,
       s.receipt_number, s.recorded_at, s.recorded_by, p.name as recorded_by_name
from dossier_step s left join person p on p.id = s.recorded_by
where s.dossier_id = $1
order by s.sequence

-- name: add_dossier_step
insert into dossier_step (dossier_id, sequence, action, to_state, on_day, holder_unit, number, paper_day, signer, via, from_day,
                          until_day, present, in_favour, against, votes_needed, conclusion, provisional, note, due_on,
                          receipt_year, receipt_number, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)

-- name: dossier_requests
select sequence, request from dossier_request where dossier_id = $1 order by sequence, line

-- name: add_dossier_request
insert into dossier_request (dossier_id, sequence, line, request) values ($1, $2, $3, $4)

-- name: confirmations_of_dossier
select c.sequence, c.kind, c.holder_unit, c.state, c.verdict, c.number, c.on_day, c.signer, c.via, c.households, c.asked,
       c.answered, c.satisfied, c.note, c.recorded_at, c.recorded_by, p.name as recorded_by_name
from dossier_confirmation c left join person p on p.id = c.recorded_by
where c.dossier_id = $1
order by c.sequence

-- name: next_confirmation
select coalesce(max(sequence), 0) + 1 as next from dossier_confirmation where dossier_id = $1

-- name: add_confirmation
insert into dossier_confirmation (dossier_id, sequence, kind, holder_unit, state, verdict, number, on_day, signer, via, households,
                                  asked, answered, satisfied, note, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)

-- name: debt_works
select sequence, work, volume, amount from dossier_debt_work where dossier_id = $1 order by sequence, line

-- name: add_debt_work
insert into dossier_debt_work (dossier_id, sequence, line, work, volume, amount) values ($1, $2, $3, $4, $5, $6)

-- name: survey_contents
select sequence, commune, content, answered, satisfied from dossier_survey_content where dossier_id = $1 order by sequence, line

-- name: add_survey_content
insert into dossier_survey_content (dossier_id, sequence, line, commune, content, answered, satisfied)
values ($1, $2, $3, $4, $5, $6, $7)

-- name: recognition_charges
select id, kind, root_unit, holder_unit, valid_from, valid_until, paper from recognition_charge order by kind, valid_from, id

-- name: add_recognition_charge
insert into recognition_charge (id, kind, root_unit, holder_unit, valid_from, valid_until, paper, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (kind, root_unit, holder_unit, valid_from) do nothing

-- name: end_recognition_charge
update recognition_charge set valid_until = $2 where id = $1 and valid_from < $2 and (valid_until is null or valid_until > $2)

-- name: satisfaction_marks
select id, root_unit, standing, overall, each_content, valid_from, number, paper_day, signer
from satisfaction_mark where root_unit = $1 and recorded_at <= $2 order by valid_from, recorded_at

-- name: add_satisfaction_mark
insert into satisfaction_mark (id, root_unit, standing, overall, each_content, valid_from, number, paper_day, signer, recorded_at,
                               recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (root_unit, standing, valid_from) do nothing

-- name: latest_result
select s.id as sheet_id, r.sequence, o.year, r.verdict, r.met, r.criteria, r.provisional, r.paper_number
from appraised_result r join assessment_sheet s on s.id = r.sheet_id join assessment_round o on o.id = s.round_id
where s.unit_id = $1 and o.set_id = $2 and r.given_at <= $3 and (r.reopened_at is null or r.reopened_at > $3)
order by o.year desc, r.given_at desc limit 1

-- name: result_criteria
select criterion, verdict from appraised_criterion where sheet_id = $1 and sequence = $2 order by criterion
