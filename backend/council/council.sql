-- name: councils
select id, root_unit, name, number, paper_day, signer from council
where (cast($1 as text) is null or id = cast($1 as text)) order by name collate vietnamese, id

-- name: members
select id, council_id, name, position, unit_id, seat, valid_from, valid_until from council_member
where council_id = $1
order by case seat when 'chair' then 1 when 'deputy' then 2 when 'secretary' then 3 else 4 end, name collate vietnamese, id

-- name: add_council
insert into council (id, root_unit, name, number, paper_day, signer, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: seat
insert into council_member (id, council_id, name, position, unit_id, seat, valid_from, valid_until, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: unseat
update council_member set valid_until = $2 where id = $1 and valid_from < $2 and (valid_until is null or valid_until > $2)

-- name: sessions
select id, council_id, on_day, form, state, number, invited_on, signer, minutes_number, minutes_day, minutes_signer, members, quorum,
       version
from council_session where (cast($1 as text) is null or id = cast($1 as text)) order by on_day desc, id

-- name: session_of_matter
select s.id from council_session s join council_matter m on m.session_id = s.id
where m.dossier_id = $1 and s.state in ('planned', 'sitting')

-- name: attendance
select member_id from council_attendance where session_id = $1 order by member_id

-- name: matters
select dossier_id, outcome, needed from council_matter where session_id = $1 order by line

-- name: votes
select dossier_id, counting, member_id, choice, votes, recorded_at from council_vote where session_id = $1
order by dossier_id, counting, line

-- name: conflicts
select dossier_id, counting, member_id, reason, recused from council_conflict where session_id = $1
order by dossier_id, counting, member_id

-- name: add_session
insert into council_session (id, council_id, on_day, form, state, number, invited_on, signer, minutes_number, minutes_day,
                             minutes_signer, members, quorum, version, changed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, '', null, '', null, null, 1, $9)

-- name: save_session
update council_session set state = $3, minutes_number = $4, minutes_day = $5, minutes_signer = $6, members = $7, quorum = $8,
                           version = version + 1, changed_at = $9
where id = $1 and version = $2

-- name: attend
insert into council_attendance (session_id, member_id) values ($1, $2)

-- name: add_matter
insert into council_matter (session_id, line, dossier_id, outcome, needed) values ($1, $2, $3, '', null)

-- name: end_matter
update council_matter set outcome = $3, needed = $4 where session_id = $1 and dossier_id = $2

-- name: next_counting
select coalesce(max(counting), 0) + 1 as next from council_vote where session_id = $1 and dossier_id = $2

-- name: add_vote
insert into council_vote (session_id, dossier_id, counting, line, member_id, choice, votes, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: add_conflict
insert into council_conflict (session_id, dossier_id, counting, member_id, reason, recused) values ($1, $2, $3, $4, $5, $6)
