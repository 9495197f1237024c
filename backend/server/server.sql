-- name: installation_value
select value from installation where key = $1;

-- name: remember_installation
insert into installation (key, value, recorded_at) values ($1, $2, $3);

-- name: ping
select 1 as one;

-- Invariants: each answers the first row that breaks it, as one text, or nothing.

-- name: two_states_on_one_day
select a.unit_id || ' from ' || a.from_day || ' and ' || b.from_day as broken
  from unit_version a join unit_version b on b.unit_id = a.unit_id and b.id <> a.id and b.from_day >= a.from_day
 where a.superseded_by is null and b.superseded_by is null and (a.until_day is null or b.from_day < a.until_day)
 order by 1 limit 1;

-- name: one_code_for_two_units
select a.code || ' from ' || b.from_day as broken
  from unit_version a join unit_version b on b.code = a.code and b.unit_id <> a.unit_id and b.from_day >= a.from_day
 where a.code <> '' and a.superseded_by is null and b.superseded_by is null and (a.until_day is null or b.from_day < a.until_day)
 order by 1 limit 1;

-- name: child_without_parent
select v.unit_id || ' from ' || v.from_day as broken
  from unit_version v
 where v.parent_id is not null and v.superseded_by is null
   and not exists (select 1 from unit_version p
                    where p.unit_id = v.parent_id and p.superseded_by is null and p.from_day <= v.from_day
                      and (p.until_day is null or p.until_day > v.from_day))
 order by 1 limit 1;

-- name: child_outliving_parent
select v.unit_id || ' until ' || coalesce(v.until_day, 'today') as broken
  from unit_version v
 where v.parent_id is not null and v.superseded_by is null
   and not exists (select 1 from unit_version p
                    where p.unit_id = v.parent_id and p.superseded_by is null
                      and (p.until_day is null or (v.until_day is not null and p.until_day >= v.until_day)))
 order by 1 limit 1;

-- name: role_given_to_himself
select g.id as broken from role_grant g
 where g.state = 'granted' and g.proposed_by is not null and (g.proposed_by = g.person_id or g.decided_by is null)
 order by 1 limit 1;

-- name: role_without_unit
select g.id as broken from role_grant g where not exists (select 1 from unit u where u.id = g.unit_id) order by 1 limit 1;

-- name: session_of_closed_person
select s.id as broken from session s join person p on p.id = s.person_id
 where s.ended_at is null and p.closed_at is not null and s.expires_at > p.closed_at and s.started_at > p.closed_at
 order by 1 limit 1;

-- name: role_covered_wrongly
select g.id as broken
  from role_grant g join role_grant s on s.id = g.delegated_from
 where s.delegated_from is not null or g.valid_until is null or s.person_id = g.person_id or s.role <> g.role
    or s.unit_id <> g.unit_id or g.decided_by is null
 order by 1 limit 1;

-- name: receipt_missing
select cast(year as text) || ': ' || cast(count(*) as text) || ' of ' || cast(max(number) as text) as broken
  from receipt group by year having min(number) <> 1 or max(number) <> count(*)
 order by 1 limit 1;

-- name: result_and_state_differ
select s.id || ' ' || s.state as broken
  from assessment_sheet s
 where (select count(*) from appraised_result r where r.sheet_id = s.id and r.reopened_at is null)
       <> case when s.state = 'appraised' then 1 else 0 end
 order by 1 limit 1;

-- name: returned_item_astray
select s.id || ' ' || s.state || ' ' || coalesce(i.indicator, '') as broken
  from assessment_sheet s left join assessment_item i on i.sheet_id = s.id and i.state = 'returned'
 where (i.indicator is null and s.state in ('returned_by_district', 'returned_by_department'))
    or (i.indicator is not null and (i.due_on is null or s.state <> 'returned_by_' || i.stage))
 order by 1 limit 1;

-- name: choice_of_foreign_denominator
select c.id as broken from reading_choice c join assigned_denominator d on d.id = c.denominator_id
 where d.root_unit <> c.root_unit or d.target <> c.target
 order by 1 limit 1;

-- name: correction_of_nothing
select f.target_id || ' ' || cast(f.year as text) || ' ' || f.kind as broken from target_figure f
 where f.sequence > 1 and not exists (select 1 from target_figure x
                                       where x.target_id = f.target_id and x.year = f.year and x.kind = f.kind and x.sequence = f.sequence - 1)
 order by 1 limit 1;

-- name: sheet_states
select id, state from assessment_sheet order by id;
-- name: dossier_state_not_of_last_step
select d.id || ' ' || d.state as broken from dossier d left join dossier_step s on s.dossier_id = d.id and s.sequence = d.steps
 where d.state <> coalesce(s.to_state, 'drafting') or d.last_on <> coalesce(s.on_day, d.opened_on)
    or d.steps <> (select count(*) from dossier_step t where t.dossier_id = d.id)
 order by 1 limit 1;

-- name: decided_without_recognition
select d.id || ' ' || d.state as broken from dossier d
 where (d.kind = 'recognition' and d.state in ('decided', 'announced')
        and not exists (select 1 from recognition r where r.id = d.recognition_id and r.dossier_id = d.id))
    or (d.kind = 'withdrawal' and d.state = 'revoked'
        and not exists (select 1 from recognition_withdrawal w where w.recognition_id = d.recognition_id and w.dossier_id = d.id))
 order by 1 limit 1;

-- name: before_council_without_session
select d.id as broken from dossier d
 where d.state in ('before_council', 'at_council')
   and 1 <> (select count(*) from council_matter m join council_session s on s.id = m.session_id
              where m.dossier_id = d.id and s.state in ('planned', 'sitting'))
 order by 1 limit 1;

-- name: votes_of_the_absent
select v.session_id || ' ' || v.member_id as broken from council_vote v
 where v.member_id is not null
   and not exists (select 1 from council_attendance a where a.session_id = v.session_id and a.member_id = v.member_id)
 order by 1 limit 1;
