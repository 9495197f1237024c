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
select r.id, r.unit_id, r.area, r.standing, r.year, r.counts_from, w.ends_on, r.recorded_at
from recognition r left join recognition_withdrawal w on w.recognition_id = r.id

-- name: holdings_since
select r.id, r.unit_id, r.area, r.standing, r.year, r.counts_from, w.ends_on, r.recorded_at
from recognition r left join recognition_withdrawal w on w.recognition_id = r.id
where r.recorded_at >= $1 or w.recorded_at >= $1

-- name: register_size
select (select count(*) from recognition) as recognitions, (select count(*) from recognition_withdrawal) as withdrawals

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

-- name: rounds
select id, set_id, set_version, year, title, root_unit, unit_kind, units_on, opens_on, closes_on, paper, opened_at
from assessment_round
order by year desc, set_id, id

-- name: round
select id, set_id, set_version, year, title, root_unit, unit_kind, units_on, opens_on, closes_on, paper, opened_at
from assessment_round
where id = $1

-- name: add_round
insert into assessment_round (id, set_id, set_version, year, title, root_unit, unit_kind, units_on, opens_on, closes_on, paper,
                              opened_at, opened_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict (set_id, year, root_unit) do nothing

-- name: extensions
select unit_id, until_day, paper_number, paper_day, reason, recorded_at, recorded_by
from assessment_extension where round_id = $1 order by sequence

-- name: add_extension
insert into assessment_extension (round_id, sequence, unit_id, until_day, paper_number, paper_day, reason, recorded_at, recorded_by)
values ($1, (select coalesce(max(sequence), 0) + 1 from assessment_extension where round_id = $1), $2, $3, $4, $5, $6, $7, $8)

-- name: charges
select id, set_id, criterion, stage, root_unit, holder_unit, valid_from, valid_until, paper
from criterion_charge where set_id = $1 order by criterion, stage, valid_from, id

-- name: add_charge
insert into criterion_charge (id, set_id, criterion, stage, root_unit, holder_unit, valid_from, valid_until, paper, recorded_at,
                              recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: end_charge
update criterion_charge set valid_until = $2 where id = $1

-- name: sheet
select s.id, s.round_id, s.unit_id, s.region, s.state, s.version, s.changed_at, h.to_unit as handed_to, h.counts_from as handed_on
from assessment_sheet s
left join assessment_handover h on h.sheet_id = s.id
    and h.sequence = (select max(m.sequence) from assessment_handover m where m.sheet_id = s.id)
where s.id = $1

-- name: sheets_of_unit
select s.id, s.round_id, s.unit_id, s.region, s.state, s.version, s.changed_at, h.to_unit as handed_to, h.counts_from as handed_on
from assessment_sheet s join assessment_round r on r.id = s.round_id
left join assessment_handover h on h.sheet_id = s.id
    and h.sequence = (select max(m.sequence) from assessment_handover m where m.sheet_id = s.id)
where s.unit_id = $1
order by r.year desc, r.set_id

-- name: sheets_of_round
select s.id, s.round_id, s.unit_id, s.region, s.state, s.version, s.changed_at, h.to_unit as handed_to, h.counts_from as handed_on,
       v.name as unit_name,
       p.sequence as result, p.verdict, p.met, p.criteria, p.provisional, p.given_at,
       (select max(c.at) from assessment_submission b join receipt c on c.year = b.receipt_year and c.number = b.receipt_number
        where b.sheet_id = s.id and b.withdrawn_at is null) as sent_at,
       (select count(*) from assessment_item i where i.sheet_id = s.id and i.state = 'returned') as items_returned
from assessment_sheet s join assessment_round r on r.id = s.round_id
left join unit_version v on v.unit_id = s.unit_id and v.superseded_by is null and v.from_day <= r.units_on
    and (v.until_day is null or v.until_day > r.units_on)
left join appraised_result p on p.sheet_id = s.id and p.reopened_at is null
left join assessment_handover h on h.sheet_id = s.id
    and h.sequence = (select max(m.sequence) from assessment_handover m where m.sheet_id = s.id)
where s.round_id = $1
order by v.name collate vietnamese, s.id

-- name: sheet_before
select s.id
from assessment_sheet s join assessment_round r on r.id = s.round_id
where s.unit_id = $1 and r.set_id = $2 and r.year < $3
order by r.year desc limit 1

-- name: add_sheet
insert into assessment_sheet (id, round_id, unit_id, region, state, version, changed_at) values ($1, $2, $3, $4, $5, $6, $7)

-- name: set_sheet_state
update assessment_sheet set state = $3, version = version + 1, changed_at = $4 where id = $1 and version = $2

-- name: values
select line, stage, value, value_male, value_female, applicable, note, prefilled, version, saved_at, saved_by
from assessment_value where sheet_id = $1

-- name: put_value
insert into assessment_value (sheet_id, line, stage, value, value_male, value_female, applicable, note, prefilled, version,
                              saved_at, saved_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (sheet_id, line, stage) do update
set value = excluded.value, value_male = excluded.value_male, value_female = excluded.value_female,
    applicable = excluded.applicable, note = excluded.note, prefilled = excluded.prefilled, version = excluded.version,
    saved_at = excluded.saved_at, saved_by = excluded.saved_by

-- name: items
select indicator, stage, criterion, state, returns, due_on, reason, answered, paper_id, checked_at, checked_by
from assessment_item where sheet_id = $1

-- name: items_of_round
select i.sheet_id, i.indicator, i.stage, i.criterion, i.state, i.returns, i.due_on, i.reason, i.answered, i.paper_id, i.checked_at,
       i.checked_by
from assessment_item i join assessment_sheet s on s.id = i.sheet_id
where s.round_id = $1

-- name: put_item
insert into assessment_item (sheet_id, indicator, stage, criterion, state, returns, due_on, reason, answered, paper_id, checked_at,
                             checked_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (sheet_id, indicator, stage) do update
set state = excluded.state, returns = excluded.returns, due_on = excluded.due_on, reason = excluded.reason,
    answered = excluded.answered, paper_id = excluded.paper_id, checked_at = excluded.checked_at, checked_by = excluded.checked_by

-- name: submissions
select s.sequence, s.paper_number, s.paper_day, s.signer, s.via, s.signed_copy, s.withdrawn_at,
       r.year, r.number, r.kind, r.object_id, r.content, r.digest, r.at, r.given_to
from assessment_submission s join receipt r on r.year = s.receipt_year and r.number = s.receipt_number
where s.sheet_id = $1 order by s.sequence

-- name: add_submission
insert into assessment_submission (sheet_id, sequence, receipt_year, receipt_number, paper_number, paper_day, signer, via,
                                   signed_copy)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: withdraw_submission
update assessment_submission set withdrawn_at = $2
where sheet_id = $1 and sequence = (select max(sequence) from assessment_submission where sheet_id = $1)

-- name: results
select sequence, verdict, met, criteria, provisional, content, report, digest, paper_number, paper_day, note, given_at, given_by,
       reopened_at
from appraised_result where sheet_id = $1 order by sequence

-- name: add_result
insert into appraised_result (sheet_id, sequence, verdict, met, criteria, provisional, content, report, digest, paper_number,
                              paper_day, note, given_at, given_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

-- name: criteria_of_results
select sequence, criterion, verdict from appraised_criterion where sheet_id = $1

-- name: add_criterion_result
insert into appraised_criterion (sheet_id, sequence, criterion, verdict) values ($1, $2, $3, $4)

-- name: reopen_result
update appraised_result set reopened_at = $2
where sheet_id = $1 and sequence = (select max(sequence) from appraised_result where sheet_id = $1)

-- name: add_check_paper
insert into assessment_check_paper (id, round_id, stage, criterion, holder_unit, number, day, signer, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: check_papers
select id, round_id, stage, criterion, holder_unit, number, day, signer
from assessment_check_paper where round_id = $1 order by recorded_at, id

-- name: last_receipt
select coalesce(max(number), 0) as number from receipt where year = $1

-- name: add_receipt
insert into receipt (year, number, kind, object_id, content, digest, at, given_to) values ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: receipt
select year, number, kind, object_id, content, digest, at, given_to from receipt where year = $1 and number = $2

-- name: add_handover
insert into assessment_handover (sheet_id, sequence, to_unit, counts_from, paper_number, paper_day, recorded_at, recorded_by)
values ($1, (select coalesce(max(sequence), 0) + 1 from assessment_handover where sheet_id = $1), $2, $3, $4, $5, $6, $7)

-- name: add_visit
insert into field_visit (id, sheet_id, visited_on, office_unit, members, minutes_number, minutes_day, unit_signer, office_signer,
                         evidence, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

-- name: add_finding
insert into field_visit_finding (visit_id, indicator, finding) values ($1, $2, $3)

-- name: visits
select id, sheet_id, visited_on, office_unit, members, minutes_number, minutes_day, unit_signer, office_signer, evidence,
       recorded_at, recorded_by
from field_visit where sheet_id = $1 order by visited_on, id

-- name: findings
select f.visit_id, f.indicator, f.finding
from field_visit_finding f join field_visit v on v.id = f.visit_id
where v.sheet_id = $1
