-- Recognition: a dossier of a unit for one standing, or the case of withdrawing one. Every step is a row with its paper; the
-- state is what the last step led to. Rows are added, never changed, but for the head of the dossier.
create table dossier (
    id text not null,
    kind text not null,
    unit_id text not null,
    area text not null,
    standing text not null,
    field text not null,
    year bigint not null,
    set_id text not null,
    recognition_id text,
    regime text not null,
    state text not null,
    opened_on text not null,
    last_on text not null,
    received_on text,
    due_on text,
    steps bigint not null,
    version bigint not null,
    changed_at bigint not null,
    opened_by text,
    constraint dossier_pk primary key (id),
    constraint dossier_unit foreign key (unit_id) references unit (id),
    constraint dossier_recognition foreign key (recognition_id) references recognition (id),
    constraint dossier_person foreign key (opened_by) references person (id),
    constraint dossier_kind check (kind in ('recognition', 'withdrawal')),
    constraint dossier_standing check (standing in ('standard', 'advanced', 'model', 'task_completed', 'model_area')),
    constraint dossier_area check ((standing = 'model_area') = (area <> '')),
    constraint dossier_days check (last_on >= opened_on),
    constraint dossier_recognition_state check (kind = 'withdrawal' or ((recognition_id is not null) = (state in ('decided', 'announced')))),
    constraint dossier_withdrawal_state check (kind = 'recognition' or recognition_id is not null),
    constraint dossier_state check ((kind = 'recognition' and state in ('drafting', 'self_assessed', 'posted', 'agreed', 'submitted',
        'checked', 'with_province', 'appraised', 'before_council', 'approved', 'decided', 'announced', 'completing_for_district',
        'completing_for_province', 'turned_down', 'withdrawn')) or (kind = 'withdrawal' and state in ('proposed', 'explained',
        'at_council', 'supported', 'revoked', 'dropped')))
) /*strict*/;
create index dossier_by_unit on dossier (unit_id);
create index dossier_by_state on dossier (kind, state);
create unique index dossier_open_once on dossier (kind, unit_id, area, standing)
    where state not in ('announced', 'turned_down', 'withdrawn', 'revoked', 'dropped');

-- A step: its paper, the office in whose name it was taken (as of that day), and what its form asks for.
create table dossier_step (
    dossier_id text not null,
    sequence bigint not null,
    action text not null,
    to_state text not null,
    on_day text not null,
    holder_unit text not null,
    number text not null,
    paper_day text,
    signer text not null,
    via text not null,
    from_day text,
    until_day text,
    present bigint,
    in_favour bigint,
    against bigint,
    votes_needed bigint,
    conclusion text not null,
    provisional bigint not null,
    note text not null,
    due_on text,
    receipt_year bigint,
    receipt_number bigint,
    recorded_at bigint not null,
    recorded_by text,
    constraint dossier_step_pk primary key (dossier_id, sequence),
    constraint dossier_step_dossier foreign key (dossier_id) references dossier (id),
    constraint dossier_step_holder foreign key (holder_unit) references unit (id),
    constraint dossier_step_receipt foreign key (receipt_year, receipt_number) references receipt (year, number),
    constraint dossier_step_person foreign key (recorded_by) references person (id),
    constraint dossier_step_via check (via in ('signed_copy', 'document_system', 'by_hand')),
    constraint dossier_step_conclusion check (conclusion in ('', 'met', 'not_met')),
    constraint dossier_step_provisional check (provisional in (0, 1)),
    constraint dossier_step_votes check (present is null or in_favour + against <= present)
) /*strict*/;

-- What a dossier was sent back for.
create table dossier_request (
    dossier_id text not null,
    sequence bigint not null,
    line bigint not null,
    request text not null,
    constraint dossier_request_pk primary key (dossier_id, sequence, line),
    constraint dossier_request_step foreign key (dossier_id, sequence) references dossier_step (dossier_id, sequence)
) /*strict*/;

-- What finance, police, the Front and departments say of a dossier; the last of each office counts.
create table dossier_confirmation (
    dossier_id text not null,
    sequence bigint not null,
    kind text not null,
    holder_unit text not null,
    state text not null,
    verdict text not null,
    number text not null,
    on_day text not null,
    signer text not null,
    via text not null,
    households bigint,
    asked bigint,
    answered bigint,
    satisfied bigint,
    note text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint dossier_confirmation_pk primary key (dossier_id, sequence),
    constraint dossier_confirmation_dossier foreign key (dossier_id) references dossier (id),
    constraint dossier_confirmation_holder foreign key (holder_unit) references unit (id),
    constraint dossier_confirmation_person foreign key (recorded_by) references person (id),
    constraint dossier_confirmation_kind check (kind in ('debt', 'security', 'survey', 'opinion')),
    constraint dossier_confirmation_state check (state in ('given', 'held')),
    constraint dossier_confirmation_verdict check ((verdict in ('met', 'not_met') and state = 'given' and kind <> 'survey')
        or (verdict = '' and (state = 'held' or kind = 'survey'))),
    constraint dossier_confirmation_via check (via in ('signed_copy', 'document_system', 'by_hand')),
    constraint dossier_confirmation_survey check ((kind = 'survey' and state = 'given') = (households is not null)),
    constraint dossier_confirmation_counts check (households is null or (satisfied <= answered and answered <= asked
        and asked <= households))
) /*strict*/;

-- Nợ đọng: a work whose accepted volume has no capital allocated, in đồng.
create table dossier_debt_work (
    dossier_id text not null,
    sequence bigint not null,
    line bigint not null,
    work text not null,
    volume text not null,
    amount bigint not null,
    constraint dossier_debt_work_pk primary key (dossier_id, sequence, line),
    constraint dossier_debt_work_of foreign key (dossier_id, sequence) references dossier_confirmation (dossier_id, sequence),
    constraint dossier_debt_work_amount check (amount > 0)
) /*strict*/;

-- Satisfaction with each content of the survey; of a district's also for each commune.
create table dossier_survey_content (
    dossier_id text not null,
    sequence bigint not null,
    line bigint not null,
    commune text not null,
    content text not null,
    answered bigint not null,
    satisfied bigint not null,
    constraint dossier_survey_content_pk primary key (dossier_id, sequence, line),
    constraint dossier_survey_content_of foreign key (dossier_id, sequence) references dossier_confirmation (dossier_id, sequence),
    constraint dossier_survey_content_counts check (0 <= satisfied and satisfied <= answered)
) /*strict*/;

-- Which office confirms debt and security under a territory, and which Front asks the households, by a paper and for a time.
create table recognition_charge (
    id text not null,
    kind text not null,
    root_unit text not null,
    holder_unit text not null,
    valid_from text not null,
    valid_until text,
    paper text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint recognition_charge_pk primary key (id),
    constraint recognition_charge_once unique (kind, root_unit, holder_unit, valid_from),
    constraint recognition_charge_kind check (kind in ('debt', 'security', 'survey')),
    constraint recognition_charge_root foreign key (root_unit) references unit (id),
    constraint recognition_charge_holder foreign key (holder_unit) references unit (id),
    constraint recognition_charge_period check (valid_until is null or valid_until > valid_from),
    constraint recognition_charge_person foreign key (recorded_by) references person (id)
) /*strict*/;

-- The pass mark of satisfaction a province entered from its own paper: QĐ 18/2022 only says "as prescribed". The latest that has
-- begun counts.
create table satisfaction_mark (
    id text not null,
    root_unit text not null,
    standing text not null,
    overall text not null,
    each_content text,
    valid_from text not null,
    number text not null,
    paper_day text not null,
    signer text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint satisfaction_mark_pk primary key (id),
    constraint satisfaction_mark_once unique (root_unit, standing, valid_from),
    constraint satisfaction_mark_root foreign key (root_unit) references unit (id),
    constraint satisfaction_mark_person foreign key (recorded_by) references person (id)
) /*strict*/;
