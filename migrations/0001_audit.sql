-- The journal. Append-only: the program never updates or deletes a row of journal or journal_day; only the personal side
-- rows can be emptied.
create table journal (
    day text not null,
    sequence bigint not null,
    at bigint not null,
    event text not null,
    object_kind text not null,
    object_id text not null,
    person_id text,
    role text not null,
    unit_id text,
    payload text not null,
    prev text not null,
    hash text not null,
    constraint journal_pk primary key (day, sequence),
    constraint journal_day_form check (length(day) = 10),
    constraint journal_sequence_from_one check (sequence >= 1),
    constraint journal_hash_once unique (hash)
) /*strict*/;

-- Whose history shows an entry: its own object and the others it touched.
create table journal_object (
    kind text not null,
    id text not null,
    day text not null,
    sequence bigint not null,
    constraint journal_object_pk primary key (kind, id, day, sequence),
    constraint journal_object_entry foreign key (day, sequence) references journal (day, sequence)
) /*strict*/;

-- The personal values an entry committed to. Emptied when the person is erased; the commitment in the entry stays.
create table journal_personal (
    day text not null,
    sequence bigint not null,
    place text not null,
    person_id text not null,
    value text,
    salt text,
    constraint journal_personal_pk primary key (day, sequence, place),
    constraint journal_personal_entry foreign key (day, sequence) references journal (day, sequence),
    constraint journal_personal_whole check ((value is null) = (salt is null))
) /*strict*/;
create index journal_personal_person on journal_personal (person_id);

-- A closed day: how many entries it had, the hash of the last, and a digest that chains to the day before.
create table journal_day (
    day text not null,
    entries bigint not null,
    last_hash text not null,
    prev text not null,
    digest text not null,
    constraint journal_day_pk primary key (day)
) /*strict*/;

-- The end of the chain, so that a lost tail is seen.
create table journal_head (
    one_row bigint not null,
    day text not null,
    sequence bigint not null,
    hash text not null,
    constraint journal_head_pk primary key (one_row),
    constraint journal_head_one check (one_row = 1)
) /*strict*/;
