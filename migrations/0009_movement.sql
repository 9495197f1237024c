-- The register of recognitions is read whole and kept in memory until somebody writes to it: each write leaves a revision
-- nobody had before (as unit_revision does for units).
create table register_revision (
    single bigint not null,
    revision text not null,
    constraint register_revision_pk primary key (single),
    constraint register_revision_one check (single = 1)
) /*strict*/;

-- A free target of the movement under a territory (I.1.a). What it says is a row for each version of its words; the
-- figures of its years likewise: the row with the highest sequence holds, the others are what was said before.
create table target (
    id text not null,
    root_unit text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint target_pk primary key (id),
    constraint target_root foreign key (root_unit) references unit (id),
    constraint target_person foreign key (recorded_by) references person (id)
) /*strict*/;
create index target_by_root on target (root_unit);

create table target_version (
    target_id text not null,
    sequence bigint not null,
    title text not null,
    measure text not null,
    better text not null,
    source text not null,
    owner_unit text,
    reason text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint target_version_pk primary key (target_id, sequence),
    constraint target_version_target foreign key (target_id) references target (id),
    constraint target_version_owner foreign key (owner_unit) references unit (id),
    constraint target_version_person foreign key (recorded_by) references person (id),
    constraint target_version_better check (better in ('higher', 'lower'))
) /*strict*/;

create table target_figure (
    target_id text not null,
    year bigint not null,
    kind text not null,
    sequence bigint not null,
    value text not null,
    source text not null,
    reason text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint target_figure_pk primary key (target_id, year, kind, sequence),
    constraint target_figure_target foreign key (target_id) references target (id),
    constraint target_figure_person foreign key (recorded_by) references person (id),
    constraint target_figure_kind check (kind in ('plan', 'actual')),
    constraint target_figure_year check (year between 2000 and 2100)
) /*strict*/;

-- A denominator that a paper assigned to a target of the Plan, beside the one that the list of units gives. A day nobody
-- knows is null, a number nobody knows is the word "unknown".
create table assigned_denominator (
    id text not null,
    root_unit text not null,
    target text not null,
    value bigint not null,
    number text not null,
    day text,
    source text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint assigned_denominator_pk primary key (id),
    constraint assigned_denominator_root foreign key (root_unit) references unit (id),
    constraint assigned_denominator_person foreign key (recorded_by) references person (id),
    constraint assigned_denominator_target check (target in ('standard_communes', 'advanced_communes', 'model_communes')),
    constraint assigned_denominator_value check (value >= 1)
) /*strict*/;
create index assigned_denominator_by_root on assigned_denominator (root_unit);

-- How a target is read from a day on, by which paper. The latest row of the latest day not after the day asked for holds.
create table reading_choice (
    id text not null,
    root_unit text not null,
    target text not null,
    reading text not null,
    denominator_id text,
    number text not null,
    day text not null,
    note text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint reading_choice_pk primary key (id),
    constraint reading_choice_root foreign key (root_unit) references unit (id),
    constraint reading_choice_denominator foreign key (denominator_id) references assigned_denominator (id),
    constraint reading_choice_person foreign key (recorded_by) references person (id),
    constraint reading_choice_target check (target in ('standard_communes', 'advanced_communes', 'model_communes')),
    constraint reading_choice_reading check (reading in ('of_all', 'of_advanced'))
) /*strict*/;
create index reading_choice_by_root on reading_choice (root_unit);
