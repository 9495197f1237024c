-- Mail: an address a person gives himself, and the letters that wait for it. A letter is written in the transaction of what it tells
-- of; it holds no address and no name of a person, both are looked up when it goes. `once` keeps the same thing from being told twice.
alter table person add column mail text;
alter table person add column mail_digest bigint not null default 1;

create table letter (
    id text not null,
    person_id text not null,
    kind text not null,
    once text not null,
    state text not null,
    attempts bigint not null,
    fault text not null,
    written_at bigint not null,
    next_at bigint not null,
    ended_at bigint,
    constraint letter_pk primary key (id),
    constraint letter_once unique (person_id, once),
    constraint letter_person foreign key (person_id) references person (id),
    constraint letter_kind check (kind in ('digest', 'returned', 'due_soon', 'decided')),
    constraint letter_state check (state in ('waiting', 'sent', 'given_up'))
) /*strict*/;
create index letter_by_state on letter (state, next_at);

create table letter_line (
    letter_id text not null,
    line bigint not null,
    kind text not null,
    by_day text,
    object_kind text not null,
    object_id text not null,
    constraint letter_line_pk primary key (letter_id, line),
    constraint letter_line_of foreign key (letter_id) references letter (id) on delete cascade
) /*strict*/;

create table letter_word (
    letter_id text not null,
    line bigint not null,
    name text not null,
    said text not null,
    constraint letter_word_pk primary key (letter_id, line, name),
    constraint letter_word_of foreign key (letter_id, line) references letter_line (letter_id, line) on delete cascade
) /*strict*/;
