-- name: rounds
select id, table_version, year, title, root_unit, unit_kind, units_on, opens_on, closes_on, is_blind, seed, paper, opened_at
from score_round
order by year desc, opened_at desc, id

-- name: round
select id, table_version, year, title, root_unit, unit_kind, units_on, opens_on, closes_on, is_blind, seed, paper, opened_at
from score_round
where id = $1

-- name: add_round
insert into score_round (id, table_version, year, title, root_unit, unit_kind, units_on, opens_on, closes_on, is_blind, seed, paper,
                         opened_at, opened_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

-- name: set_table
update score_round set table_version = $2 where id = $1

-- name: stages
select round_id, position, stage, title, kind, closes_on
from score_stage
order by round_id, position

-- name: stages_of_round
select round_id, position, stage, title, kind, closes_on
from score_stage
where round_id = $1
order by position

-- name: add_stage
insert into score_stage (round_id, position, stage, title, kind, closes_on) values ($1, $2, $3, $4, $5, $6)

-- name: offices
select scorer, unit_id from score_office where round_id = $1 order by scorer

-- name: add_office
insert into score_office (round_id, scorer, unit_id) values ($1, $2, $3)

-- name: extensions
select unit_id, until_day, paper_number, paper_day, reason, recorded_at, recorded_by
from score_extension where round_id = $1 order by sequence

-- name: add_extension
insert into score_extension (round_id, sequence, unit_id, until_day, paper_number, paper_day, reason, recorded_at, recorded_by)
values ($1, (select coalesce(max(sequence), 0) + 1 from score_extension where round_id = $1), $2, $3, $4, $5, $6, $7, $8)

-- name: heads
select id, cluster_id, unit_id, seat, valid_from, valid_until, paper
from score_cluster_head where cluster_id = $1 order by seat, valid_from

-- name: add_head
insert into score_cluster_head (id, cluster_id, unit_id, seat, valid_from, valid_until, paper, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: end_head
update score_cluster_head set valid_until = $2 where id = $1

-- name: sheet
select id, round_id, unit_id, unit_label, cluster_id, cluster_label, checked_by, state, confirmed, sent_on, late_days, effective,
       base, bonus, penalty, total, version, changed_at
from score_sheet where id = $1

-- name: sheets_of_round
select id, round_id, unit_id, unit_label, cluster_id, cluster_label, checked_by, state, confirmed, sent_on, late_days, effective,
       base, bonus, penalty, total, version, changed_at
from score_sheet where round_id = $1
order by cluster_label collate vietnamese, unit_label collate vietnamese, id

-- name: sheets_of_unit
select s.id, s.round_id, s.unit_id, s.unit_label, s.cluster_id, s.cluster_label, s.checked_by, s.state, s.confirmed, s.sent_on,
       s.late_days, s.effective, s.base, s.bonus, s.penalty, s.total, s.version, s.changed_at
from score_sheet s join score_round r on r.id = s.round_id
where s.unit_id = $1
order by r.year desc, r.opened_at desc

-- name: effective_of_round
select id, unit_id, unit_label, cluster_label, confirmed, late_days, effective from score_sheet where round_id = $1

-- name: running_of_cluster
select r.id, r.title, r.year, s.unit_id, s.unit_label
from score_sheet s join score_round r on r.id = s.round_id
where s.cluster_id = $1 and s.state <> 'settled'
order by r.year desc, r.id, s.unit_label collate vietnamese

-- name: add_sheet
insert into score_sheet (id, round_id, unit_id, unit_label, cluster_id, cluster_label, checked_by, state, confirmed, sent_on,
                         late_days, effective, base, bonus, penalty, total, version, changed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)

-- name: set_sheet
update score_sheet
set state = $2, confirmed = $3, sent_on = $4, late_days = $5, effective = $6, base = $7, bonus = $8, penalty = $9, total = $10,
    version = version + 1, changed_at = $11
where id = $1

-- name: cells
select position, leaf, score, plan, actual, reason, from_system, version, saved_at, saved_by
from score_cell where sheet_id = $1

-- name: cells_of_round
select c.sheet_id, c.position, c.leaf, c.score, c.plan, c.actual, c.reason, c.from_system, c.version, c.saved_at, c.saved_by
from score_cell c join score_sheet s on s.id = c.sheet_id
where s.round_id = $1
order by c.sheet_id

-- name: put_cell
insert into score_cell (sheet_id, position, leaf, score, plan, actual, reason, from_system, version, saved_at, saved_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (sheet_id, position, leaf) do update set score = excluded.score, plan = excluded.plan, actual = excluded.actual,
    reason = excluded.reason, from_system = excluded.from_system, version = excluded.version, saved_at = excluded.saved_at,
    saved_by = excluded.saved_by

-- name: confirmations
select sequence, position, number, day, signer, receipt_year, receipt_number, total, withdrawn_at, confirmed_at, confirmed_by
from score_confirmation where sheet_id = $1 order by sequence

-- name: add_confirmation
insert into score_confirmation (sheet_id, sequence, position, number, day, signer, receipt_year, receipt_number, total,
                                confirmed_at, confirmed_by)
values ($1, (select coalesce(max(sequence), 0) + 1 from score_confirmation where sheet_id = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: withdraw_confirmation
update score_confirmation set withdrawn_at = $3
where sheet_id = $1 and withdrawn_at is null
  and sequence = (select max(sequence) from score_confirmation where sheet_id = $1 and position = $2)

-- name: returns
select sequence, position, leaf, reason, due_on, returned_at, returned_by, answer, answered_at
from score_return where sheet_id = $1 order by sequence

-- name: open_returns
select r.sheet_id, count(*) as n
from score_return r join score_sheet s on s.id = r.sheet_id
where s.round_id = $1 and r.answered_at is null
group by r.sheet_id

-- name: add_return
insert into score_return (sheet_id, sequence, position, leaf, reason, due_on, returned_at, returned_by, answer)
values ($1, (select coalesce(max(sequence), 0) + 1 from score_return where sheet_id = $1), $2, $3, $4, $5, $6, $7, '')

-- name: answer_return
update score_return set answer = $3, answered_at = $4, answered_by = $5 where sheet_id = $1 and sequence = $2

-- name: objections
select id, sheet_id, leaf, words, number, day, raised_at, raised_by, answer, accepted, answer_number, answer_day, answered_at
from score_objection where sheet_id = $1 order by raised_at, id

-- name: objection
select id, sheet_id, leaf, words, number, day, raised_at, raised_by, answer, accepted, answer_number, answer_day, answered_at
from score_objection where id = $1

-- name: open_objections
select o.sheet_id, count(*) as n
from score_objection o join score_sheet s on s.id = o.sheet_id
where s.round_id = $1 and o.answered_at is null
group by o.sheet_id

-- name: add_objection
insert into score_objection (id, sheet_id, leaf, words, number, day, raised_at, raised_by, answer, answer_number)
values ($1, $2, $3, $4, $5, $6, $7, $8, '', '')

-- name: answer_objection
update score_objection
set answer = $2, accepted = $3, answer_number = $4, answer_day = $5, answered_at = $6, answered_by = $7
where id = $1

-- name: facts
select sheet_id, sequence, kind, rule, state, found, reason, number, day, recorded_at, recorded_by
from score_fact where sheet_id = $1 order by sequence

-- name: facts_of_round
select f.sheet_id, f.sequence, f.kind, f.rule, f.state, f.found, f.reason, f.number, f.day, f.recorded_at, f.recorded_by
from score_fact f join score_sheet s on s.id = f.sheet_id
where s.round_id = $1
order by f.sheet_id, f.sequence

-- name: add_fact
insert into score_fact (sheet_id, sequence, kind, rule, state, found, reason, number, day, recorded_at, recorded_by)
values ($1, (select coalesce(max(sequence), 0) + 1 from score_fact where sheet_id = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: citations
select leaf, evidence_id, cited_at, cited_by from score_citation where sheet_id = $1 order by leaf, cited_at, evidence_id

-- name: cite
insert into score_citation (sheet_id, leaf, evidence_id, cited_at, cited_by) values ($1, $2, $3, $4, $5)
on conflict (sheet_id, leaf, evidence_id) do nothing

-- name: uncite
delete from score_citation where sheet_id = $1 and leaf = $2 and evidence_id = $3
