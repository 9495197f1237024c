-- Emulation agreements and their targets (clause VI.5). While there are districts, the holder is the district; afterwards the unit a
-- dated provincial paper names: scoring_holder. Members and bound tables are dated; what a unit registered and signed stays.
create table scoring_holder (
    id text not null,
    root_unit text not null,
    holder_unit text not null,
    valid_from text not null,
    valid_until text,
    number text not null,
    paper_day text not null,
    issuer text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint scoring_holder_pk primary key (id),
    constraint scoring_holder_root foreign key (root_unit) references unit (id),
    constraint scoring_holder_unit foreign key (holder_unit) references unit (id),
    constraint scoring_holder_person foreign key (recorded_by) references person (id),
    constraint scoring_holder_period check (valid_until is null or valid_until > valid_from)
) /*strict*/;

create table agreement (
    id text not null,
    title text not null,
    year bigint not null,
    holder_unit text not null,
    cluster_id text,
    state text not null,
    number text not null,
    paper_day text,
    opened_on text not null,
    version bigint not null,
    changed_at bigint not null,
    constraint agreement_pk primary key (id),
    constraint agreement_holder foreign key (holder_unit) references unit (id),
    constraint agreement_cluster foreign key (cluster_id) references unit_cluster (id),
    constraint agreement_state check (state in ('draft', 'registering', 'signing', 'in_force', 'closed', 'cancelled'))
) /*strict*/;

create table agreement_table (
    agreement_id text not null,
    version_id text not null,
    applies_from text not null,
    bound_at bigint not null,
    bound_by text,
    constraint agreement_table_pk primary key (agreement_id, version_id),
    constraint agreement_table_of foreign key (agreement_id) references agreement (id),
    constraint agreement_table_version foreign key (version_id) references scoring_table_version (id),
    constraint agreement_table_person foreign key (bound_by) references person (id)
) /*strict*/;

create table agreement_indicator (
    agreement_id text not null,
    line bigint not null,
    title text not null,
    unit text not null,
    low_is_better bigint not null,
    set_id text not null,
    indicator text not null,
    constraint agreement_indicator_pk primary key (agreement_id, line),
    constraint agreement_indicator_of foreign key (agreement_id) references agreement (id),
    constraint agreement_indicator_low_flag check (low_is_better in (0, 1))
) /*strict*/;

create table agreement_member (
    agreement_id text not null,
    unit_id text not null,
    valid_from text not null,
    valid_until text,
    join_number text not null,
    join_day text,
    leave_number text not null,
    leave_day text,
    registration_number text not null,
    registration_day text,
    registered_at bigint,
    registered_by text,
    constraint agreement_member_pk primary key (agreement_id, unit_id),
    constraint agreement_member_of foreign key (agreement_id) references agreement (id),
    constraint agreement_member_unit foreign key (unit_id) references unit (id),
    constraint agreement_member_person foreign key (registered_by) references person (id),
    constraint agreement_member_period check (valid_until is null or valid_until > valid_from)
) /*strict*/;

create table agreement_target (
    agreement_id text not null,
    unit_id text not null,
    line bigint not null,
    value text not null,
    baseline text,
    baseline_source text not null,
    constraint agreement_target_pk primary key (agreement_id, unit_id, line),
    constraint agreement_target_member foreign key (agreement_id, unit_id) references agreement_member (agreement_id, unit_id),
    constraint agreement_target_line foreign key (agreement_id, line) references agreement_indicator (agreement_id, line)
) /*strict*/;

create table agreement_signature (
    agreement_id text not null,
    unit_id text not null,
    name text not null,
    position text not null,
    by_paper bigint not null,
    number text not null,
    paper_day text,
    signed_at bigint not null,
    recorded_by text,
    constraint agreement_signature_pk primary key (agreement_id, unit_id),
    constraint agreement_signature_member foreign key (agreement_id, unit_id) references agreement_member (agreement_id, unit_id),
    constraint agreement_signature_person foreign key (recorded_by) references person (id),
    constraint agreement_signature_paper check (by_paper in (0, 1) and (by_paper = 0 or paper_day is not null))
) /*strict*/;
