-- name: mail_of_person
select name, mail, mail_digest, closed_at, erased from person where id = $1

-- name: save_mail
update person set mail = $2, mail_digest = $3, version = version + 1 where id = $1

-- name: people_with_mail
select id from person where mail is not null and closed_at is null and erased = 0 order by id

-- name: add_letter
insert into letter (id, person_id, kind, once, state, attempts, fault, written_at, next_at, ended_at)
values ($1, $2, $3, $4, 'waiting', 0, '', $5, $6, null)
on conflict (person_id, once) do nothing

-- name: add_letter_line
insert into letter_line (letter_id, line, kind, by_day, object_kind, object_id) values ($1, $2, $3, $4, $5, $6)

-- name: add_letter_word
insert into letter_word (letter_id, line, name, said) values ($1, $2, $3, $4)

-- name: take_letter
update letter set attempts = attempts + 1, next_at = $2
where id = (select id from letter where state = 'waiting' and next_at <= $1 order by next_at, id limit 1)
returning id, person_id, kind, once, state, attempts, fault, written_at, next_at, ended_at

-- name: letter_lines
select line, kind, by_day, object_kind, object_id from letter_line where letter_id = $1 order by line

-- name: letter_words
select line, name, said from letter_word where letter_id = $1

-- name: letter_sent
update letter set state = 'sent', ended_at = $2, fault = '' where id = $1 and state = 'waiting'

-- name: put_letter_off
update letter set next_at = $2, fault = $3 where id = $1 and state = 'waiting'

-- name: give_letter_up
update letter set state = 'given_up', ended_at = $2, fault = $3 where id = $1 and state = 'waiting'

-- name: give_letters_up
update letter set state = 'given_up', ended_at = $2, fault = $3 where state = 'waiting' and written_at < $1

-- name: forget_ended_letters
delete from letter where state <> 'waiting' and ended_at < $1

-- name: forget_letters
delete from letter where person_id = $1

-- name: letters_given_up
select id, person_id, kind, once, state, attempts, fault, written_at, next_at, ended_at
from letter where state = 'given_up' order by ended_at desc, id limit $1

-- name: count_letters
select count(*) as n from letter where state = $1
