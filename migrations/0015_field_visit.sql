-- A field team of a checking office, with its minutes that both sign. `evidence` is the id of the scan, when there is one.
create table field_visit (
    id text not null,
    sheet_id text not null,
    visited_on text not null,
    office_unit text not null,
    members text not null,
    minutes_number text not null,
    minutes_day text not null,
    unit_signer text not null,
    office_signer text not null,
    evidence text,
    recorded_at bigint not null,
    recorded_by text,
    constraint field_visit_pk primary key (id),
    constraint field_visit_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint field_visit_office foreign key (office_unit) references unit (id),
    constraint field_visit_person foreign key (recorded_by) references person (id),
    constraint field_visit_minutes check (minutes_day >= visited_on)
) /*strict*/;
create index field_visit_of_sheet on field_visit (sheet_id);

create table field_visit_finding (
    visit_id text not null,
    indicator text not null,
    finding text not null,
    constraint field_visit_finding_pk primary key (visit_id, indicator),
    constraint field_visit_finding_of foreign key (visit_id) references field_visit (id)
) /*strict*/;

-- A sheet whose unit ended without one successor is handed to a unit by a paper; the last row counts.
create table assessment_handover (
    sheet_id text not null,
    sequence bigint not null,
    to_unit text not null,
    counts_from text not null,
    paper_number text not null,
    paper_day text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint assessment_handover_pk primary key (sheet_id, sequence),
    constraint assessment_handover_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint assessment_handover_unit foreign key (to_unit) references unit (id),
    constraint assessment_handover_person foreign key (recorded_by) references person (id)
) /*strict*/;
