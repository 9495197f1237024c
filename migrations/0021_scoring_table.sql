-- Scoring tables (clause VI.5): the Plan fixes no points, so a table is data of the unit that holds the scoring, bound to the paper
-- that issued it. A version stays for ever as the bytes it was read from; a later paper makes a new one. Versions of one year follow
-- each other by the day they apply from.
create table scoring_table (
    id text not null,
    slug text not null,
    unit_id text not null,
    constraint scoring_table_pk primary key (id),
    constraint scoring_table_slug unique (slug),
    constraint scoring_table_unit foreign key (unit_id) references unit (id)
) /*strict*/;

create table scoring_table_version (
    id text not null,
    table_id text not null,
    number bigint not null,
    title text not null,
    year bigint not null,
    yaml text not null,
    digest text not null,
    paper_number text not null,
    paper_issuer text not null,
    paper_issued text,
    applies_from text not null,
    note text not null,
    loaded_at bigint not null,
    loaded_by text,
    constraint scoring_table_version_pk primary key (id),
    constraint scoring_table_version_number unique (table_id, number),
    constraint scoring_table_version_counted check (number >= 1),
    constraint scoring_table_version_of foreign key (table_id) references scoring_table (id),
    constraint scoring_table_version_person foreign key (loaded_by) references person (id)
) /*strict*/;
