-- name: person
select id, login, name, position, password_hash, must_change_password, totp_secret, totp_confirmed, totp_counter,
       closed_at, erased, version
from person where id = $1

-- name: person_by_login
select id, login, name, position, password_hash, must_change_password, totp_secret, totp_confirmed, totp_counter,
       closed_at, erased, version
from person where login = $1

-- name: people
select p.id, p.login, p.name, p.position, p.password_hash, p.must_change_password, p.totp_secret, p.totp_confirmed,
       p.totp_counter, p.closed_at, p.erased, p.version
from person p left join person a on a.id = cast($2 as text)
where p.search_text like $1 escape '\'
  and (a.id is null or p.name collate vietnamese > a.name
       or (p.name collate vietnamese = a.name and p.id > a.id))
order by p.name collate vietnamese, p.id
limit $3

-- name: count_people
select count(*) as total from person where search_text like $1 escape '\'

-- name: add_person
insert into person (id, login, name, position, search_text, password_hash, must_change_password, totp_secret,
                    totp_confirmed, totp_counter, added_at, closed_at, erased, version)
values ($1, $2, $3, $4, $5, $6, $7, null, 0, 0, $8, null, 0, 1)

-- name: set_password
update person set password_hash = $2, must_change_password = $3, version = version + 1 where id = $1

-- name: set_second_factor
update person set totp_secret = $2, totp_confirmed = $3, totp_counter = $4 where id = $1

-- name: use_totp_counter
update person set totp_counter = $2 where id = $1 and totp_counter < $2

-- name: close_person
update person set closed_at = $2, version = version + 1 where id = $1

-- name: erase_person
update person set login = $2, name = $3, position = '', search_text = '', password_hash = '', totp_secret = null, mail = null,
       totp_confirmed = 0, erased = 1, version = version + 1
where id = $1

-- name: attempts
select failures, locked_until from sign_in_attempt where login_digest = $1

-- name: count_attempt
insert into sign_in_attempt (login_digest, failures, locked_until, last_at) values ($1, 1, null, $2)
on conflict (login_digest) do update set
    failures = case when sign_in_attempt.locked_until <= excluded.last_at then 1 else sign_in_attempt.failures + 1 end,
    locked_until = case when sign_in_attempt.locked_until <= excluded.last_at then null else sign_in_attempt.locked_until end,
    last_at = excluded.last_at
returning failures

-- name: lock_attempts
update sign_in_attempt set locked_until = $2 where login_digest = $1

-- name: uncount_attempt
update sign_in_attempt set locked_until = null, failures = failures - 1 where login_digest = $1 and failures > 0

-- name: forget_attempts
delete from sign_in_attempt where login_digest = $1

-- name: forget_old_attempts
delete from sign_in_attempt where last_at < $1

-- name: add_session
insert into session (id, token_digest, csrf, person_id, started_at, last_seen_at, expires_at, peer, agent, ended_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null)

-- name: forget_old_sessions
delete from session where started_at < $1

-- name: session_by_token
select id, csrf, person_id, started_at, last_seen_at, expires_at, peer, agent, ended_at
from session where token_digest = $1

-- name: live_sessions
select id, csrf, person_id, started_at, last_seen_at, expires_at, peer, agent, ended_at
from session
where person_id = $1 and ended_at is null and expires_at > $2 and last_seen_at > $3
order by started_at desc, id

-- name: touch_session
update session set last_seen_at = $2 where id = $1 and ended_at is null

-- name: end_session
update session set ended_at = $3 where id = $1 and person_id = $2 and ended_at is null

-- name: end_sessions
update session set ended_at = $3
where person_id = $1 and ended_at is null and (cast($2 as text) is null or id <> cast($2 as text))

-- name: forget_sessions
delete from session where person_id = $1

-- name: grant
select g.id, g.person_id, g.role, g.unit_id, g.scope, g.valid_from, g.valid_until, g.paper, g.state, g.proposed_by,
       g.decided_by, g.version, p.name as person_name, pb.name as proposed_by_name, db.name as decided_by_name,
       g.delegated_from, s.person_id as delegated_by, sp.name as delegated_by_name
from role_grant g
join person p on p.id = g.person_id
left join person pb on pb.id = g.proposed_by
left join person db on db.id = g.decided_by
left join role_grant s on s.id = g.delegated_from
left join person sp on sp.id = s.person_id
where g.id = $1

-- name: grants_of_person
select g.id, g.person_id, g.role, g.unit_id, g.scope, g.valid_from, g.valid_until, g.paper, g.state, g.proposed_by,
       g.decided_by, g.version, p.name as person_name, pb.name as proposed_by_name, db.name as decided_by_name,
       g.delegated_from, s.person_id as delegated_by, sp.name as delegated_by_name
from role_grant g
join person p on p.id = g.person_id
left join person pb on pb.id = g.proposed_by
left join person db on db.id = g.decided_by
left join role_grant s on s.id = g.delegated_from
left join person sp on sp.id = s.person_id
where g.person_id = $1
order by g.valid_from desc, g.id

-- name: grants_in_state
select g.id, g.person_id, g.role, g.unit_id, g.scope, g.valid_from, g.valid_until, g.paper, g.state, g.proposed_by,
       g.decided_by, g.version, p.name as person_name, pb.name as proposed_by_name, db.name as decided_by_name,
       g.delegated_from, s.person_id as delegated_by, sp.name as delegated_by_name
from role_grant g
join person p on p.id = g.person_id
left join person pb on pb.id = g.proposed_by
left join person db on db.id = g.decided_by
left join role_grant s on s.id = g.delegated_from
left join person sp on sp.id = s.person_id
where g.state = $1
order by g.proposed_at desc, g.id

-- name: grants_in_unit
select g.id, g.person_id, g.role, g.unit_id, g.scope, g.valid_from, g.valid_until, g.paper, g.state, g.proposed_by,
       g.decided_by, g.version, p.name as person_name, pb.name as proposed_by_name, db.name as decided_by_name,
       g.delegated_from, s.person_id as delegated_by, sp.name as delegated_by_name
from role_grant g
join person p on p.id = g.person_id
left join person pb on pb.id = g.proposed_by
left join person db on db.id = g.decided_by
left join role_grant s on s.id = g.delegated_from
left join person sp on sp.id = s.person_id
where g.unit_id = $1 and g.state = 'granted' and (g.valid_until is null or g.valid_until > $2)
order by g.valid_from, g.id

-- name: grants_delegated_by
select g.id, g.person_id, g.role, g.unit_id, g.scope, g.valid_from, g.valid_until, g.paper, g.state, g.proposed_by,
       g.decided_by, g.version, p.name as person_name, pb.name as proposed_by_name, db.name as decided_by_name,
       g.delegated_from, s.person_id as delegated_by, sp.name as delegated_by_name
from role_grant g
join person p on p.id = g.person_id
left join person pb on pb.id = g.proposed_by
left join person db on db.id = g.decided_by
join role_grant s on s.id = g.delegated_from
join person sp on sp.id = s.person_id
where s.person_id = $1
order by g.valid_from desc, g.id

-- What is delegated counts only while its source does; one's own roles come first.
-- name: grants_in_force
select g.id, g.role, g.unit_id, g.scope, g.valid_from, g.valid_until, g.delegated_from, s.person_id as delegated_by
from role_grant g left join role_grant s on s.id = g.delegated_from
where g.person_id = $1 and g.state in ('granted', 'ended') and g.valid_from <= $2 and (g.valid_until is null or g.valid_until > $2)
  and (g.delegated_from is null
       or (s.state in ('granted', 'ended') and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2)))
order by case when g.delegated_from is null then 0 else 1 end, g.role, g.id

-- name: colleagues
select distinct p.id, p.login, p.name, p.position
from role_grant mine
join role_grant g on g.unit_id = mine.unit_id
join person p on p.id = g.person_id
where mine.person_id = $1 and mine.state in ('granted', 'ended') and mine.valid_from <= $2
  and (mine.valid_until is null or mine.valid_until > $2)
  and g.person_id <> $1 and g.role <> 'administrator' and g.state in ('granted', 'ended') and g.valid_from <= $2
  and (g.valid_until is null or g.valid_until > $2) and p.closed_at is null
order by p.login

-- name: administrators_besides
select count(*) as total
from role_grant g join person p on p.id = g.person_id
where g.role = 'administrator' and g.state = 'granted' and g.valid_from <= $3
  and (g.valid_until is null or g.valid_until > $3) and p.closed_at is null
  and (cast($1 as text) is null or g.id <> cast($1 as text))
  and (cast($2 as text) is null or g.person_id <> cast($2 as text))

-- name: add_grant
insert into role_grant (id, person_id, role, unit_id, scope, valid_from, valid_until, paper, state, proposed_by,
                        proposed_at, decided_by, decided_at, version, delegated_from)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14)

-- name: decide_grant
update role_grant set state = $2, decided_by = $3, decided_at = $4, version = version + 1
where id = $1 and state = 'proposed'

-- name: end_grant
update role_grant set state = 'ended', valid_until = $2, version = version + 1 where id = $1 and state = 'granted'

-- name: request_key
select operation, body_digest, status, reply from request_key where person_id = $1 and request_key = $2

-- name: claim_request_key
insert into request_key (person_id, request_key, operation, body_digest, status, reply, at)
values ($1, $2, $3, $4, null, null, $5) on conflict (person_id, request_key) do nothing

-- name: keep_reply
update request_key set status = $3, reply = $4 where person_id = $1 and request_key = $2

-- name: forget_old_request_keys
delete from request_key where at < $1
