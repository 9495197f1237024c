-- The yearly review: a round asks every unit of a population to assess itself under one version of a criteria set; the
-- district (while it stands) and the departments check; the province gives the appraised result. Nothing here has legal
-- force: only a decision (recognition) gives a standing.
create table assessment_round (
    id text not null,
    set_id text not null,
    set_version bigint not null,
    year bigint not null,
    title text not null,
    root_unit text not null,
    unit_kind text not null,
    units_on text not null,
    opens_on text not null,
    closes_on text not null,
    paper text not null,
    opened_at bigint not null,
    opened_by text,
    constraint assessment_round_pk primary key (id),
    constraint assessment_round_once unique (set_id, year, root_unit),
    constraint assessment_round_set foreign key (set_id, set_version) references criteria_set_version (set_id, number),
    constraint assessment_round_root foreign key (root_unit) references unit (id),
    constraint assessment_round_person foreign key (opened_by) references person (id),
    constraint assessment_round_window check (opens_on <= closes_on),
    constraint assessment_round_year check (year between 2000 and 2100)
) /*strict*/;

-- A later last day, for one unit or for all (no unit), by a paper; also recorded after the fact.
create table assessment_extension (
    round_id text not null,
    sequence bigint not null,
    unit_id text,
    until_day text not null,
    paper_number text not null,
    paper_day text not null,
    reason text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint assessment_extension_pk primary key (round_id, sequence),
    constraint assessment_extension_round foreign key (round_id) references assessment_round (id),
    constraint assessment_extension_unit foreign key (unit_id) references unit (id),
    constraint assessment_extension_person foreign key (recorded_by) references person (id)
) /*strict*/;

-- Which office checks a criterion under a territory, by date: rooms at the district, departments at the province.
create table criterion_charge (
    id text not null,
    set_id text not null,
    criterion text not null,
    stage text not null,
    root_unit text not null,
    holder_unit text not null,
    valid_from text not null,
    valid_until text,
    paper text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint criterion_charge_pk primary key (id),
    constraint criterion_charge_once unique (set_id, criterion, stage, root_unit, valid_from),
    constraint criterion_charge_stage check (stage in ('district', 'department')),
    constraint criterion_charge_root foreign key (root_unit) references unit (id),
    constraint criterion_charge_holder foreign key (holder_unit) references unit (id),
    constraint criterion_charge_period check (valid_until is null or valid_until > valid_from),
    constraint criterion_charge_person foreign key (recorded_by) references person (id)
) /*strict*/;
create index criterion_charge_by_holder on criterion_charge (holder_unit);

create table assessment_sheet (
    id text not null,
    round_id text not null,
    unit_id text not null,
    region text not null,
    state text not null,
    version bigint not null,
    changed_at bigint not null,
    constraint assessment_sheet_pk primary key (id),
    constraint assessment_sheet_once unique (round_id, unit_id),
    constraint assessment_sheet_round foreign key (round_id) references assessment_round (id),
    constraint assessment_sheet_unit foreign key (unit_id) references unit (id),
    constraint assessment_sheet_state check (state in ('draft', 'submitted', 'district_check', 'returned_by_district',
        'department_check', 'returned_by_department', 'checked', 'appraised'))
) /*strict*/;
create index assessment_sheet_by_unit on assessment_sheet (unit_id);
create index assessment_sheet_by_state on assessment_sheet (round_id, state);

-- What each stage says of a line ("14.1", "14.1#1", "@so_truong"), side by side for ever. Empty texts are missing values.
create table assessment_value (
    sheet_id text not null,
    line text not null,
    stage text not null,
    value text not null,
    value_male text not null,
    value_female text not null,
    applicable bigint,
    note text not null,
    prefilled bigint not null,
    version bigint not null,
    saved_at bigint not null,
    saved_by text,
    constraint assessment_value_pk primary key (sheet_id, line, stage),
    constraint assessment_value_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint assessment_value_person foreign key (saved_by) references person (id),
    constraint assessment_value_stage check (stage in ('self', 'district', 'department', 'province')),
    constraint assessment_value_applicable check (applicable is null or applicable in (0, 1)),
    constraint assessment_value_prefilled check (prefilled in (0, 1))
) /*strict*/;

-- One paper of an office that confirms a criterion for many units at once.
create table assessment_check_paper (
    id text not null,
    round_id text not null,
    stage text not null,
    criterion text not null,
    holder_unit text not null,
    number text not null,
    day text not null,
    signer text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint assessment_check_paper_pk primary key (id),
    constraint assessment_check_paper_round foreign key (round_id) references assessment_round (id),
    constraint assessment_check_paper_holder foreign key (holder_unit) references unit (id),
    constraint assessment_check_paper_person foreign key (recorded_by) references person (id)
) /*strict*/;

-- Where the check of an indicator stands. No row: nobody has looked at it yet.
create table assessment_item (
    sheet_id text not null,
    indicator text not null,
    stage text not null,
    criterion text not null,
    state text not null,
    returns bigint not null,
    due_on text,
    reason text not null,
    answered bigint not null,
    paper_id text,
    checked_at bigint not null,
    checked_by text,
    constraint assessment_item_pk primary key (sheet_id, indicator, stage),
    constraint assessment_item_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint assessment_item_paper foreign key (paper_id) references assessment_check_paper (id),
    constraint assessment_item_person foreign key (checked_by) references person (id),
    constraint assessment_item_stage check (stage in ('district', 'department')),
    constraint assessment_item_state check (state in ('open', 'agreed', 'corrected', 'returned')),
    constraint assessment_item_answered check (answered in (0, 1)),
    constraint assessment_item_due check (state <> 'returned' or due_on is not null)
) /*strict*/;
create index assessment_item_by_criterion on assessment_item (criterion, stage, state);

-- The program's own receipts: no gaps, no doubles. `content` is what was received, `digest` its BLAKE2b-256.
create table receipt (
    year bigint not null,
    number bigint not null,
    kind text not null,
    object_id text not null,
    content text not null,
    digest text not null,
    at bigint not null,
    given_to text,
    constraint receipt_pk primary key (year, number),
    constraint receipt_number check (number >= 1),
    constraint receipt_person foreign key (given_to) references person (id)
) /*strict*/;
create index receipt_of_object on receipt (kind, object_id);

-- Each time a sheet was sent: the paper that went with it, and its receipt. via: a signed copy kept as evidence, the
-- document system ("QLVB"), or by hand.
create table assessment_submission (
    sheet_id text not null,
    sequence bigint not null,
    receipt_year bigint not null,
    receipt_number bigint not null,
    paper_number text not null,
    paper_day text not null,
    signer text not null,
    via text not null,
    signed_copy text,
    withdrawn_at bigint,
    constraint assessment_submission_pk primary key (sheet_id, sequence),
    constraint assessment_submission_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint assessment_submission_receipt foreign key (receipt_year, receipt_number) references receipt (year, number),
    constraint assessment_submission_via check (via in ('signed_copy', 'document_system', 'by_hand'))
) /*strict*/;

-- The appraised result (kết quả thẩm định) of a sheet. Reopening ends one and a later appraisal gives the next; `report` is the
-- verdict with every reason, in the JSON of `chungsuc evaluate`, `content` the values it was judged on.
create table appraised_result (
    sheet_id text not null,
    sequence bigint not null,
    verdict text not null,
    met bigint not null,
    criteria bigint not null,
    provisional bigint not null,
    content text not null,
    report text not null,
    digest text not null,
    paper_number text not null,
    paper_day text not null,
    note text not null,
    given_at bigint not null,
    given_by text,
    reopened_at bigint,
    constraint appraised_result_pk primary key (sheet_id, sequence),
    constraint appraised_result_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint appraised_result_person foreign key (given_by) references person (id),
    constraint appraised_result_verdict check (verdict in ('met', 'not_met')),
    constraint appraised_result_provisional check (provisional in (0, 1))
) /*strict*/;

create table appraised_criterion (
    sheet_id text not null,
    sequence bigint not null,
    criterion text not null,
    verdict text not null,
    constraint appraised_criterion_pk primary key (sheet_id, sequence, criterion),
    constraint appraised_criterion_result foreign key (sheet_id, sequence) references appraised_result (sheet_id, sequence)
) /*strict*/;

-- The register of recognitions: a standing is what a decision gave. `decided_on` is null when nobody has shown the day;
-- `counts_from` is the first day on which it counts. `area` names a residential area of the unit; empty: the unit itself.
create table recognition (
    id text not null,
    unit_id text not null,
    area text not null,
    standing text not null,
    field text not null,
    year bigint not null,
    number text not null,
    decided_on text,
    signer text not null,
    counts_from text not null,
    clause text not null,
    source text not null,
    confidence text not null,
    dossier_id text,
    recorded_at bigint not null,
    recorded_by text,
    constraint recognition_pk primary key (id),
    constraint recognition_once unique (unit_id, area, standing, year),
    constraint recognition_unit foreign key (unit_id) references unit (id),
    constraint recognition_person foreign key (recorded_by) references person (id),
    constraint recognition_standing check (standing in ('standard', 'advanced', 'model', 'task_completed', 'model_area')),
    constraint recognition_area check ((standing = 'model_area') = (area <> ''))
) /*strict*/;

create table recognition_withdrawal (
    recognition_id text not null,
    number text not null,
    decided_on text not null,
    signer text not null,
    ends_on text not null,
    ground text not null,
    dossier_id text,
    recorded_at bigint not null,
    recorded_by text,
    constraint recognition_withdrawal_pk primary key (recognition_id),
    constraint recognition_withdrawal_of foreign key (recognition_id) references recognition (id),
    constraint recognition_withdrawal_person foreign key (recorded_by) references person (id)
) /*strict*/;
