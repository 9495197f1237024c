-- name: periodic_report
select id, unit_id, year, kind, state, steps, version, changed_at from periodic_report where unit_id = $1 and year = $2 and kind = $3

-- name: periodic_report_by_id
select id, unit_id, year, kind, state, steps, version, changed_at from periodic_report where id = $1

-- name: periodic_reports_of_unit
select id, unit_id, year, kind, state, steps, version, changed_at from periodic_report where unit_id = $1 order by year, kind

-- name: periodic_reports
select id, unit_id, year, kind, state, steps, version, changed_at from periodic_report where year = $1 and kind = $2

-- name: add_periodic_report
insert into periodic_report (id, unit_id, year, kind, state, steps, version, changed_at) values ($1, $2, $3, $4, $5, $6, 1, $7)
on conflict (unit_id, year, kind) do nothing

-- name: move_periodic_report
update periodic_report set state = $3, steps = $4, version = version + 1, changed_at = $5 where id = $1 and version = $2

-- name: periodic_steps
select s.report_id, s.sequence, s.action, s.to_state, s.on_day, s.number, s.paper_day, s.signer, s.via, s.note, s.receipt_year, s.receipt_number,
       s.taken_at, s.taken_by, p.name as taken_by_name
from periodic_step s left join person p on p.id = s.taken_by
where s.report_id = $1
order by s.sequence

-- name: periodic_steps_of_period
select s.report_id, s.sequence, s.action, s.to_state, s.on_day, s.number, s.paper_day, s.signer, s.via, s.note, s.receipt_year, s.receipt_number,
       s.taken_at, s.taken_by, p.name as taken_by_name
from periodic_step s
join periodic_report r on r.id = s.report_id
left join person p on p.id = s.taken_by
where r.year = $1 and r.kind = $2
order by s.report_id, s.sequence

-- name: add_periodic_step
insert into periodic_step (report_id, sequence, action, to_state, on_day, number, paper_day, signer, via, note, receipt_year,
                           receipt_number, taken_at, taken_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

-- name: periodic_figures
select figure, amount, computed, reason from periodic_figure where report_id = $1

-- name: periodic_figures_of_period
select f.report_id, f.figure, f.amount
from periodic_figure f join periodic_report r on r.id = f.report_id
where r.year = $1 and r.kind = $2

-- name: drop_periodic_figures
delete from periodic_figure where report_id = $1

-- name: add_periodic_figure
insert into periodic_figure (report_id, figure, amount, computed, reason) values ($1, $2, $3, $4, $5)

-- name: periodic_texts
select section, content from periodic_text where report_id = $1

-- name: drop_periodic_texts
delete from periodic_text where report_id = $1

-- name: add_periodic_text
insert into periodic_text (report_id, section, content) values ($1, $2, $3)
