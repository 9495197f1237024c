-- Units. A unit is an identity; each of its states is a row with a half-open period. Rows are never edited but for their end
-- (until_day, closed_by) and for being superseded by a counter-command; superseded rows stay readable.
create table unit_change (
    id text not null,
    key text not null,
    kind text not null,
    day text not null,
    title text not null,
    instrument text not null,
    signed_on text,
    source text not null,
    confidence text not null,
    note text not null,
    recorded_at bigint not null,
    recorded_by text,
    counters text,
    countered_by text,
    constraint unit_change_pk primary key (id),
    constraint unit_change_counters foreign key (counters) references unit_change (id),
    constraint unit_change_countered_by foreign key (countered_by) references unit_change (id),
    constraint unit_change_day_form check (length(day) = 10),
    constraint unit_change_counter_kind check ((kind = 'counter') = (counters is not null))
) /*strict*/;
-- The same reorganisation is not applied twice, but may be again after it was taken back.
create unique index unit_change_key_once on unit_change (key) where key <> '' and countered_by is null;
create index unit_change_by_day on unit_change (day);

create table unit (
    id text not null,
    recorded_at bigint not null,
    constraint unit_pk primary key (id)
) /*strict*/;

create table unit_version (
    id text not null,
    unit_id text not null,
    from_day text not null,
    until_day text,
    name text not null,
    kind text not null,
    code text not null,
    parent_id text,
    rural bigint not null,
    region text,
    change_id text,
    closed_by text,
    superseded_by text,
    search_text text not null,
    constraint unit_version_pk primary key (id),
    constraint unit_version_unit foreign key (unit_id) references unit (id),
    constraint unit_version_parent foreign key (parent_id) references unit (id),
    constraint unit_version_change foreign key (change_id) references unit_change (id),
    constraint unit_version_closed_by foreign key (closed_by) references unit_change (id),
    constraint unit_version_superseded_by foreign key (superseded_by) references unit_change (id),
    constraint unit_version_period check (length(from_day) = 10 and (until_day is null or until_day > from_day)),
    constraint unit_version_closed check (closed_by is null or until_day is not null),
    constraint unit_version_rural check (rural in (0, 1)),
    constraint unit_version_not_its_own_parent check (parent_id is null or parent_id <> unit_id)
) /*strict*/;
create unique index unit_version_once on unit_version (unit_id, from_day) where superseded_by is null;
create unique index unit_version_one_open on unit_version (unit_id) where superseded_by is null and until_day is null;
create unique index unit_code_once on unit_version (code)
    where code <> '' and superseded_by is null and until_day is null;
create index unit_version_by_code on unit_version (code, from_day);
create index unit_version_by_parent on unit_version (parent_id, from_day);
create index unit_version_by_name on unit_version (name collate vietnamese, unit_id);
-- Holds all that counting the country needs.
create index unit_version_by_kind on unit_version (kind, from_day, until_day, search_text) where superseded_by is null;
create index unit_version_by_change on unit_version (change_id);
create index unit_version_by_closing on unit_version (closed_by);

create table unit_lineage (
    change_id text not null,
    from_unit text not null,
    to_unit text not null,
    part text not null,
    constraint unit_lineage_pk primary key (change_id, from_unit, to_unit),
    constraint unit_lineage_change foreign key (change_id) references unit_change (id),
    constraint unit_lineage_from foreign key (from_unit) references unit (id),
    constraint unit_lineage_to foreign key (to_unit) references unit (id),
    constraint unit_lineage_two_units check (from_unit <> to_unit),
    constraint unit_lineage_part check (part in ('full', 'part', 'unknown'))
) /*strict*/;
create index unit_lineage_back on unit_lineage (to_unit);
create index unit_lineage_forth on unit_lineage (from_unit);

-- What is known of the share that went along: counts or money; null is unknown.
create table unit_share (
    change_id text not null,
    from_unit text not null,
    to_unit text not null,
    measure text not null,
    amount text,
    constraint unit_share_pk primary key (change_id, from_unit, to_unit, measure),
    constraint unit_share_lineage foreign key (change_id, from_unit, to_unit)
        references unit_lineage (change_id, from_unit, to_unit)
) /*strict*/;

-- Changes with every write of units, so that a snapshot in memory knows when it is old.
create table unit_revision (
    single bigint not null,
    revision text not null,
    constraint unit_revision_pk primary key (single),
    constraint unit_revision_one check (single = 1)
) /*strict*/;

-- Clusters (cụm) and blocks (khối) stand beside the tree: membership by year, a head unit that changes every year.
create table unit_cluster (
    id text not null,
    kind text not null,
    recorded_at bigint not null,
    constraint unit_cluster_pk primary key (id),
    constraint unit_cluster_kind check (kind in ('cluster', 'block'))
) /*strict*/;

create table unit_cluster_year (
    cluster_id text not null,
    year bigint not null,
    name text not null,
    head_unit text,
    version bigint not null,
    constraint unit_cluster_year_pk primary key (cluster_id, year),
    constraint unit_cluster_year_cluster foreign key (cluster_id) references unit_cluster (id),
    constraint unit_cluster_year_head foreign key (head_unit) references unit (id)
) /*strict*/;

create table unit_cluster_member (
    year bigint not null,
    unit_id text not null,
    cluster_id text not null,
    constraint unit_cluster_member_pk primary key (year, unit_id),
    constraint unit_cluster_member_year foreign key (cluster_id, year) references unit_cluster_year (cluster_id, year),
    constraint unit_cluster_member_unit foreign key (unit_id) references unit (id)
) /*strict*/;
create index unit_cluster_member_of on unit_cluster_member (cluster_id, year);
