-- Criteria sets as loaded, each version for ever as the bytes it was read from: what was evaluated keeps its version.
-- by_program: a file shipped with the program, which a newer program may follow with a newer one.
create table criteria_set_version (
    set_id text not null,
    number bigint not null,
    kind text not null,
    title text not null,
    yaml text not null,
    digest text not null,
    by_program bigint not null,
    note text not null,
    loaded_at bigint not null,
    loaded_by text,
    constraint criteria_set_version_pk primary key (set_id, number),
    constraint criteria_set_version_number check (number >= 1),
    constraint criteria_set_version_kind check (kind in ('set', 'template', 'procedure', 'movement')),
    constraint criteria_set_version_by_program_flag check (by_program in (0, 1)),
    constraint criteria_set_version_person foreign key (loaded_by) references person (id)
) /*strict*/;

-- One paper that confirms many thresholds of a version at once. Number and signer may be the word 'unknown'.
create table criteria_paper (
    id text not null,
    set_id text not null,
    version bigint not null,
    number text not null,
    day text not null,
    signer text not null,
    issuer text not null,
    instrument text not null,
    note text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint criteria_paper_pk primary key (id),
    constraint criteria_paper_version foreign key (set_id, version) references criteria_set_version (set_id, number),
    constraint criteria_paper_person foreign key (recorded_by) references person (id)
) /*strict*/;

-- What officers found in the legal text, append-only: the last one that applies counts. No threshold: as printed in the
-- file. No region or year: for all of them. Carried: taken over from the version before, whose indicator says the same.
create table threshold_confirmation (
    set_id text not null,
    version bigint not null,
    sequence bigint not null,
    indicator text not null,
    region text,
    year bigint,
    threshold text,
    instrument text not null,
    number text not null,
    day text not null,
    signer text not null,
    article text,
    note text not null,
    paper_id text,
    carried bigint not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint threshold_confirmation_pk primary key (set_id, version, sequence),
    constraint threshold_confirmation_carried_flag check (carried in (0, 1)),
    constraint threshold_confirmation_version foreign key (set_id, version)
        references criteria_set_version (set_id, number),
    constraint threshold_confirmation_paper foreign key (paper_id) references criteria_paper (id),
    constraint threshold_confirmation_person foreign key (recorded_by) references person (id)
) /*strict*/;
