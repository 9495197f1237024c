-- SQLite: the schema after every migration. Printed by tools/check_drift --write; not edited by hand.

CREATE TABLE agreement (
    id text not null,
    title text not null,
    year integer not null,
    holder_unit text not null,
    cluster_id text,
    state text not null,
    number text not null,
    paper_day text,
    opened_on text not null,
    version integer not null,
    changed_at integer not null,
    constraint agreement_pk primary key (id),
    constraint agreement_holder foreign key (holder_unit) references unit (id),
    constraint agreement_cluster foreign key (cluster_id) references unit_cluster (id),
    constraint agreement_state check (state in ('draft', 'registering', 'signing', 'in_force', 'closed', 'cancelled'))
) strict;

CREATE TABLE agreement_indicator (
    agreement_id text not null,
    line integer not null,
    title text not null,
    unit text not null,
    low_is_better integer not null,
    set_id text not null,
    indicator text not null,
    constraint agreement_indicator_pk primary key (agreement_id, line),
    constraint agreement_indicator_of foreign key (agreement_id) references agreement (id),
    constraint agreement_indicator_low_flag check (low_is_better in (0, 1))
) strict;

CREATE TABLE agreement_member (
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
    registered_at integer,
    registered_by text,
    constraint agreement_member_pk primary key (agreement_id, unit_id),
    constraint agreement_member_of foreign key (agreement_id) references agreement (id),
    constraint agreement_member_unit foreign key (unit_id) references unit (id),
    constraint agreement_member_person foreign key (registered_by) references person (id),
    constraint agreement_member_period check (valid_until is null or valid_until > valid_from)
) strict;

CREATE TABLE agreement_signature (
    agreement_id text not null,
    unit_id text not null,
    name text not null,
    position text not null,
    by_paper integer not null,
    number text not null,
    paper_day text,
    signed_at integer not null,
    recorded_by text,
    constraint agreement_signature_pk primary key (agreement_id, unit_id),
    constraint agreement_signature_member foreign key (agreement_id, unit_id) references agreement_member (agreement_id, unit_id),
    constraint agreement_signature_person foreign key (recorded_by) references person (id),
    constraint agreement_signature_paper check (by_paper in (0, 1) and (by_paper = 0 or paper_day is not null))
) strict;

CREATE TABLE agreement_table (
    agreement_id text not null,
    version_id text not null,
    applies_from text not null,
    bound_at integer not null,
    bound_by text,
    constraint agreement_table_pk primary key (agreement_id, version_id),
    constraint agreement_table_of foreign key (agreement_id) references agreement (id),
    constraint agreement_table_version foreign key (version_id) references scoring_table_version (id),
    constraint agreement_table_person foreign key (bound_by) references person (id)
) strict;

CREATE TABLE agreement_target (
    agreement_id text not null,
    unit_id text not null,
    line integer not null,
    value text not null,
    baseline text,
    baseline_source text not null,
    constraint agreement_target_pk primary key (agreement_id, unit_id, line),
    constraint agreement_target_member foreign key (agreement_id, unit_id) references agreement_member (agreement_id, unit_id),
    constraint agreement_target_line foreign key (agreement_id, line) references agreement_indicator (agreement_id, line)
) strict;

CREATE TABLE appraised_criterion (
    sheet_id text not null,
    sequence integer not null,
    criterion text not null,
    verdict text not null,
    constraint appraised_criterion_pk primary key (sheet_id, sequence, criterion),
    constraint appraised_criterion_result foreign key (sheet_id, sequence) references appraised_result (sheet_id, sequence)
) strict;

CREATE TABLE appraised_result (
    sheet_id text not null,
    sequence integer not null,
    verdict text not null,
    met integer not null,
    criteria integer not null,
    provisional integer not null,
    content text not null,
    report text not null,
    digest text not null,
    paper_number text not null,
    paper_day text not null,
    note text not null,
    given_at integer not null,
    given_by text,
    reopened_at integer,
    constraint appraised_result_pk primary key (sheet_id, sequence),
    constraint appraised_result_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint appraised_result_person foreign key (given_by) references person (id),
    constraint appraised_result_verdict check (verdict in ('met', 'not_met')),
    constraint appraised_result_provisional check (provisional in (0, 1))
) strict;

CREATE TABLE assessment_check_paper (
    id text not null,
    round_id text not null,
    stage text not null,
    criterion text not null,
    holder_unit text not null,
    number text not null,
    day text not null,
    signer text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint assessment_check_paper_pk primary key (id),
    constraint assessment_check_paper_round foreign key (round_id) references assessment_round (id),
    constraint assessment_check_paper_holder foreign key (holder_unit) references unit (id),
    constraint assessment_check_paper_person foreign key (recorded_by) references person (id)
) strict;

CREATE TABLE assessment_extension (
    round_id text not null,
    sequence integer not null,
    unit_id text,
    until_day text not null,
    paper_number text not null,
    paper_day text not null,
    reason text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint assessment_extension_pk primary key (round_id, sequence),
    constraint assessment_extension_round foreign key (round_id) references assessment_round (id),
    constraint assessment_extension_unit foreign key (unit_id) references unit (id),
    constraint assessment_extension_person foreign key (recorded_by) references person (id)
) strict;

CREATE TABLE assessment_handover (
    sheet_id text not null,
    sequence integer not null,
    to_unit text not null,
    counts_from text not null,
    paper_number text not null,
    paper_day text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint assessment_handover_pk primary key (sheet_id, sequence),
    constraint assessment_handover_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint assessment_handover_unit foreign key (to_unit) references unit (id),
    constraint assessment_handover_person foreign key (recorded_by) references person (id)
) strict;

CREATE TABLE assessment_item (
    sheet_id text not null,
    indicator text not null,
    stage text not null,
    criterion text not null,
    state text not null,
    returns integer not null,
    due_on text,
    reason text not null,
    answered integer not null,
    paper_id text,
    checked_at integer not null,
    checked_by text,
    constraint assessment_item_pk primary key (sheet_id, indicator, stage),
    constraint assessment_item_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint assessment_item_paper foreign key (paper_id) references assessment_check_paper (id),
    constraint assessment_item_person foreign key (checked_by) references person (id),
    constraint assessment_item_stage check (stage in ('district', 'department')),
    constraint assessment_item_state check (state in ('open', 'agreed', 'corrected', 'returned')),
    constraint assessment_item_answered check (answered in (0, 1)),
    constraint assessment_item_due check (state <> 'returned' or due_on is not null)
) strict;

CREATE INDEX assessment_item_by_criterion on assessment_item (criterion, stage, state);

CREATE TABLE assessment_round (
    id text not null,
    set_id text not null,
    set_version integer not null,
    year integer not null,
    title text not null,
    root_unit text not null,
    unit_kind text not null,
    units_on text not null,
    opens_on text not null,
    closes_on text not null,
    paper text not null,
    opened_at integer not null,
    opened_by text,
    constraint assessment_round_pk primary key (id),
    constraint assessment_round_once unique (set_id, year, root_unit),
    constraint assessment_round_set foreign key (set_id, set_version) references criteria_set_version (set_id, number),
    constraint assessment_round_root foreign key (root_unit) references unit (id),
    constraint assessment_round_person foreign key (opened_by) references person (id),
    constraint assessment_round_window check (opens_on <= closes_on),
    constraint assessment_round_year check (year between 2000 and 2100)
) strict;

CREATE TABLE assessment_sheet (
    id text not null,
    round_id text not null,
    unit_id text not null,
    region text not null,
    state text not null,
    version integer not null,
    changed_at integer not null,
    constraint assessment_sheet_pk primary key (id),
    constraint assessment_sheet_once unique (round_id, unit_id),
    constraint assessment_sheet_round foreign key (round_id) references assessment_round (id),
    constraint assessment_sheet_unit foreign key (unit_id) references unit (id),
    constraint assessment_sheet_state check (state in ('draft', 'submitted', 'district_check', 'returned_by_district',
        'department_check', 'returned_by_department', 'checked', 'appraised'))
) strict;

CREATE INDEX assessment_sheet_by_state on assessment_sheet (round_id, state);

CREATE INDEX assessment_sheet_by_unit on assessment_sheet (unit_id);

CREATE TABLE assessment_submission (
    sheet_id text not null,
    sequence integer not null,
    receipt_year integer not null,
    receipt_number integer not null,
    paper_number text not null,
    paper_day text not null,
    signer text not null,
    via text not null,
    signed_copy text,
    withdrawn_at integer,
    constraint assessment_submission_pk primary key (sheet_id, sequence),
    constraint assessment_submission_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint assessment_submission_receipt foreign key (receipt_year, receipt_number) references receipt (year, number),
    constraint assessment_submission_via check (via in ('signed_copy', 'document_system', 'by_hand'))
) strict;

CREATE TABLE assessment_value (
    sheet_id text not null,
    line text not null,
    stage text not null,
    value text not null,
    value_male text not null,
    value_female text not null,
    applicable integer,
    note text not null,
    prefilled integer not null,
    version integer not null,
    saved_at integer not null,
    saved_by text,
    constraint assessment_value_pk primary key (sheet_id, line, stage),
    constraint assessment_value_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint assessment_value_person foreign key (saved_by) references person (id),
    constraint assessment_value_stage check (stage in ('self', 'district', 'department', 'province')),
    constraint assessment_value_applicable check (applicable is null or applicable in (0, 1)),
    constraint assessment_value_prefilled check (prefilled in (0, 1))
) strict;

CREATE TABLE assigned_denominator (
    id text not null,
    root_unit text not null,
    target text not null,
    value integer not null,
    number text not null,
    day text,
    source text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint assigned_denominator_pk primary key (id),
    constraint assigned_denominator_root foreign key (root_unit) references unit (id),
    constraint assigned_denominator_person foreign key (recorded_by) references person (id),
    constraint assigned_denominator_target check (target in ('standard_communes', 'advanced_communes', 'model_communes')),
    constraint assigned_denominator_value check (value >= 1)
) strict;

CREATE INDEX assigned_denominator_by_root on assigned_denominator (root_unit);

CREATE TABLE council (
    id text not null,
    root_unit text not null,
    name text not null,
    number text not null,
    paper_day text not null,
    signer text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint council_pk primary key (id),
    constraint council_root foreign key (root_unit) references unit (id),
    constraint council_person foreign key (recorded_by) references person (id)
) strict;

CREATE TABLE council_attendance (
    session_id text not null,
    member_id text not null,
    constraint council_attendance_pk primary key (session_id, member_id),
    constraint council_attendance_session foreign key (session_id) references council_session (id),
    constraint council_attendance_member foreign key (member_id) references council_member (id)
) strict;

CREATE TABLE council_conflict (
    session_id text not null,
    dossier_id text not null,
    counting integer not null,
    member_id text not null,
    reason text not null,
    recused integer not null,
    constraint council_conflict_pk primary key (session_id, dossier_id, counting, member_id),
    constraint council_conflict_matter foreign key (session_id, dossier_id) references council_matter (session_id, dossier_id),
    constraint council_conflict_member foreign key (member_id) references council_member (id),
    constraint council_conflict_recused check (recused in (0, 1))
) strict;

CREATE TABLE council_matter (
    session_id text not null,
    line integer not null,
    dossier_id text not null,
    outcome text not null,
    needed integer,
    constraint council_matter_pk primary key (session_id, dossier_id),
    constraint council_matter_line unique (session_id, line),
    constraint council_matter_session foreign key (session_id) references council_session (id),
    constraint council_matter_dossier foreign key (dossier_id) references dossier (id),
    constraint council_matter_outcome check (outcome in ('', 'approved', 'returned'))
) strict;

CREATE TABLE council_member (
    id text not null,
    council_id text not null,
    name text not null,
    position text not null,
    unit_id text,
    seat text not null,
    valid_from text not null,
    valid_until text,
    recorded_at integer not null,
    recorded_by text,
    constraint council_member_pk primary key (id),
    constraint council_member_of foreign key (council_id) references council (id),
    constraint council_member_unit foreign key (unit_id) references unit (id),
    constraint council_member_person foreign key (recorded_by) references person (id),
    constraint council_member_seat check (seat in ('chair', 'deputy', 'secretary', 'member')),
    constraint council_member_period check (valid_until is null or valid_until > valid_from)
) strict;

CREATE INDEX council_member_by_council on council_member (council_id);

CREATE TABLE council_session (
    id text not null,
    council_id text not null,
    on_day text not null,
    form text not null,
    state text not null,
    number text not null,
    invited_on text not null,
    signer text not null,
    minutes_number text not null,
    minutes_day text,
    minutes_signer text not null,
    members integer,
    quorum integer,
    version integer not null,
    changed_at integer not null,
    constraint council_session_pk primary key (id),
    constraint council_session_of foreign key (council_id) references council (id),
    constraint council_session_form check (form in ('show_of_hands', 'secret_ballot', 'written')),
    constraint council_session_state check (state in ('planned', 'sitting', 'closed', 'cancelled')),
    constraint council_session_minutes check ((state = 'closed') = (minutes_day is not null))
) strict;

CREATE TABLE council_vote (
    session_id text not null,
    dossier_id text not null,
    counting integer not null,
    line integer not null,
    member_id text,
    choice text not null,
    votes integer not null,
    recorded_at integer not null,
    recorded_by text,
    constraint council_vote_pk primary key (session_id, dossier_id, counting, line),
    constraint council_vote_matter foreign key (session_id, dossier_id) references council_matter (session_id, dossier_id),
    constraint council_vote_member foreign key (member_id) references council_member (id),
    constraint council_vote_person foreign key (recorded_by) references person (id),
    constraint council_vote_choice check (choice in ('in_favour', 'against', 'abstained')),
    constraint council_vote_named check (votes >= 0 and (member_id is null or votes = 1))
) strict;

CREATE TABLE criteria_paper (
    id text not null,
    set_id text not null,
    version integer not null,
    number text not null,
    day text not null,
    signer text not null,
    issuer text not null,
    instrument text not null,
    note text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint criteria_paper_pk primary key (id),
    constraint criteria_paper_version foreign key (set_id, version) references criteria_set_version (set_id, number),
    constraint criteria_paper_person foreign key (recorded_by) references person (id)
) strict;

CREATE TABLE criteria_set_version (
    set_id text not null,
    number integer not null,
    kind text not null,
    title text not null,
    yaml text not null,
    digest text not null,
    by_program integer not null,
    note text not null,
    loaded_at integer not null,
    loaded_by text,
    constraint criteria_set_version_pk primary key (set_id, number),
    constraint criteria_set_version_number check (number >= 1),
    constraint criteria_set_version_kind check (kind in ('set', 'template', 'procedure', 'movement')),
    constraint criteria_set_version_by_program_flag check (by_program in (0, 1)),
    constraint criteria_set_version_person foreign key (loaded_by) references person (id)
) strict;

CREATE TABLE criterion_charge (
    id text not null,
    set_id text not null,
    criterion text not null,
    stage text not null,
    root_unit text not null,
    holder_unit text not null,
    valid_from text not null,
    valid_until text,
    paper text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint criterion_charge_pk primary key (id),
    constraint criterion_charge_once unique (set_id, criterion, stage, root_unit, valid_from),
    constraint criterion_charge_stage check (stage in ('district', 'department')),
    constraint criterion_charge_root foreign key (root_unit) references unit (id),
    constraint criterion_charge_holder foreign key (holder_unit) references unit (id),
    constraint criterion_charge_period check (valid_until is null or valid_until > valid_from),
    constraint criterion_charge_person foreign key (recorded_by) references person (id)
) strict;

CREATE INDEX criterion_charge_by_holder on criterion_charge (holder_unit);

CREATE TABLE dossier (
    id text not null,
    kind text not null,
    unit_id text not null,
    area text not null,
    standing text not null,
    field text not null,
    year integer not null,
    set_id text not null,
    recognition_id text,
    regime text not null,
    state text not null,
    opened_on text not null,
    last_on text not null,
    received_on text,
    due_on text,
    steps integer not null,
    version integer not null,
    changed_at integer not null,
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
) strict;

CREATE INDEX dossier_by_state on dossier (kind, state);

CREATE INDEX dossier_by_unit on dossier (unit_id);

CREATE UNIQUE INDEX dossier_open_once on dossier (kind, unit_id, area, standing)
    where state not in ('announced', 'turned_down', 'withdrawn', 'revoked', 'dropped');

CREATE TABLE dossier_confirmation (
    dossier_id text not null,
    sequence integer not null,
    kind text not null,
    holder_unit text not null,
    state text not null,
    verdict text not null,
    number text not null,
    on_day text not null,
    signer text not null,
    via text not null,
    households integer,
    asked integer,
    answered integer,
    satisfied integer,
    note text not null,
    recorded_at integer not null,
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
) strict;

CREATE TABLE dossier_debt_work (
    dossier_id text not null,
    sequence integer not null,
    line integer not null,
    work text not null,
    volume text not null,
    amount integer not null,
    constraint dossier_debt_work_pk primary key (dossier_id, sequence, line),
    constraint dossier_debt_work_of foreign key (dossier_id, sequence) references dossier_confirmation (dossier_id, sequence),
    constraint dossier_debt_work_amount check (amount > 0)
) strict;

CREATE TABLE dossier_request (
    dossier_id text not null,
    sequence integer not null,
    line integer not null,
    request text not null,
    constraint dossier_request_pk primary key (dossier_id, sequence, line),
    constraint dossier_request_step foreign key (dossier_id, sequence) references dossier_step (dossier_id, sequence)
) strict;

CREATE TABLE dossier_step (
    dossier_id text not null,
    sequence integer not null,
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
    present integer,
    in_favour integer,
    against integer,
    votes_needed integer,
    conclusion text not null,
    provisional integer not null,
    note text not null,
    due_on text,
    receipt_year integer,
    receipt_number integer,
    recorded_at integer not null,
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
) strict;

CREATE TABLE dossier_survey_content (
    dossier_id text not null,
    sequence integer not null,
    line integer not null,
    commune text not null,
    content text not null,
    answered integer not null,
    satisfied integer not null,
    constraint dossier_survey_content_pk primary key (dossier_id, sequence, line),
    constraint dossier_survey_content_of foreign key (dossier_id, sequence) references dossier_confirmation (dossier_id, sequence),
    constraint dossier_survey_content_counts check (0 <= satisfied and satisfied <= answered)
) strict;

CREATE TABLE evidence (
    id text not null,
    unit_id text not null,
    title text not null,
    file_name text not null,
    search_text text not null,
    media_type text not null,
    size integer not null,
    digest text not null,
    pages integer,
    expires_on text,
    declared_at integer not null,
    uploaded_at integer not null,
    uploaded_by text,
    replaced_by text,
    purged_at integer,
    purged_by text,
    purge_ground text,
    purge_reason text,
    constraint evidence_pk primary key (id),
    constraint evidence_unit foreign key (unit_id) references unit (id),
    constraint evidence_person foreign key (uploaded_by) references person (id),
    constraint evidence_replacement foreign key (replaced_by) references evidence (id),
    constraint evidence_purger foreign key (purged_by) references person (id),
    constraint evidence_size check (size > 0),
    constraint evidence_not_its_own_replacement check (replaced_by is null or replaced_by <> id),
    constraint evidence_purge_whole check ((purged_at is null) = (purge_ground is null)
        and (purged_at is null) = (purge_reason is null)),
    constraint evidence_purge_names check (purged_at is null or (title = '' and file_name = '')),
    constraint evidence_purge_ground check (purge_ground in ('state_secret', 'personal_data', 'wrong_file'))
) strict;

CREATE INDEX evidence_by_digest on evidence (digest);

CREATE INDEX evidence_of_unit on evidence (unit_id);

CREATE TABLE evidence_citation (
    id text not null,
    evidence_id text not null,
    sheet_id text not null,
    indicator text not null,
    cited_at integer not null,
    cited_by text,
    removed_at integer,
    removed_by text,
    constraint evidence_citation_pk primary key (id),
    constraint evidence_citation_of foreign key (evidence_id) references evidence (id),
    constraint evidence_citation_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint evidence_citation_person foreign key (cited_by) references person (id),
    constraint evidence_citation_remover foreign key (removed_by) references person (id)
) strict;

CREATE INDEX evidence_citation_of_sheet on evidence_citation (sheet_id);

CREATE UNIQUE INDEX evidence_citation_once on evidence_citation (evidence_id, sheet_id, indicator) where removed_at is null;

CREATE TABLE field_visit (
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
    recorded_at integer not null,
    recorded_by text,
    constraint field_visit_pk primary key (id),
    constraint field_visit_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint field_visit_office foreign key (office_unit) references unit (id),
    constraint field_visit_person foreign key (recorded_by) references person (id),
    constraint field_visit_minutes check (minutes_day >= visited_on)
) strict;

CREATE INDEX field_visit_of_sheet on field_visit (sheet_id);

CREATE TABLE field_visit_finding (
    visit_id text not null,
    indicator text not null,
    finding text not null,
    constraint field_visit_finding_pk primary key (visit_id, indicator),
    constraint field_visit_finding_of foreign key (visit_id) references field_visit (id)
) strict;

CREATE TABLE installation (
    key text not null,
    value text not null,
    recorded_at integer not null,
    constraint installation_pk primary key (key)
) strict;

CREATE TABLE journal (
    day text not null,
    sequence integer not null,
    at integer not null,
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
) strict;

CREATE TABLE journal_day (
    day text not null,
    entries integer not null,
    last_hash text not null,
    prev text not null,
    digest text not null,
    constraint journal_day_pk primary key (day)
) strict;

CREATE TABLE journal_head (
    one_row integer not null,
    day text not null,
    sequence integer not null,
    hash text not null,
    constraint journal_head_pk primary key (one_row),
    constraint journal_head_one check (one_row = 1)
) strict;

CREATE TABLE journal_object (
    kind text not null,
    id text not null,
    day text not null,
    sequence integer not null,
    constraint journal_object_pk primary key (kind, id, day, sequence),
    constraint journal_object_entry foreign key (day, sequence) references journal (day, sequence)
) strict;

CREATE TABLE journal_personal (
    day text not null,
    sequence integer not null,
    place text not null,
    person_id text not null,
    value text,
    salt text,
    constraint journal_personal_pk primary key (day, sequence, place),
    constraint journal_personal_entry foreign key (day, sequence) references journal (day, sequence),
    constraint journal_personal_whole check ((value is null) = (salt is null))
) strict;

CREATE INDEX journal_personal_person on journal_personal (person_id);

CREATE TABLE letter (
    id text not null,
    person_id text not null,
    kind text not null,
    once text not null,
    state text not null,
    attempts integer not null,
    fault text not null,
    written_at integer not null,
    next_at integer not null,
    ended_at integer,
    constraint letter_pk primary key (id),
    constraint letter_once unique (person_id, once),
    constraint letter_person foreign key (person_id) references person (id),
    constraint letter_kind check (kind in ('digest', 'returned', 'due_soon', 'decided')),
    constraint letter_state check (state in ('waiting', 'sent', 'given_up'))
) strict;

CREATE INDEX letter_by_state on letter (state, next_at);

CREATE TABLE letter_line (
    letter_id text not null,
    line integer not null,
    kind text not null,
    by_day text,
    object_kind text not null,
    object_id text not null,
    constraint letter_line_pk primary key (letter_id, line),
    constraint letter_line_of foreign key (letter_id) references letter (id) on delete cascade
) strict;

CREATE TABLE letter_word (
    letter_id text not null,
    line integer not null,
    name text not null,
    said text not null,
    constraint letter_word_pk primary key (letter_id, line, name),
    constraint letter_word_of foreign key (letter_id, line) references letter_line (letter_id, line) on delete cascade
) strict;

CREATE TABLE map_layer (
    id text not null,
    root_unit text not null,
    valid_from text not null,
    sequence integer not null,
    level text not null,
    width integer not null,
    height integer not null,
    digest text not null,
    source text not null,
    licence text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint map_layer_pk primary key (id),
    constraint map_layer_once unique (root_unit, valid_from, sequence),
    constraint map_layer_root foreign key (root_unit) references unit (id),
    constraint map_layer_person foreign key (recorded_by) references person (id),
    constraint map_layer_level check (level in ('commune', 'district')),
    constraint map_layer_frame check (width > 0 and height > 0)
) strict;

CREATE TABLE map_shape (
    layer_id text not null,
    unit_id text not null,
    path text not null,
    constraint map_shape_pk primary key (layer_id, unit_id),
    constraint map_shape_layer foreign key (layer_id) references map_layer (id),
    constraint map_shape_unit foreign key (unit_id) references unit (id)
) strict;

CREATE TABLE periodic_figure (
    report_id text not null,
    figure text not null,
    amount integer not null,
    computed integer,
    reason text not null,
    constraint periodic_figure_pk primary key (report_id, figure),
    constraint periodic_figure_of foreign key (report_id) references periodic_report (id),
    constraint periodic_figure_amount check (amount >= 0)
) strict;

CREATE TABLE periodic_report (
    id text not null,
    unit_id text not null,
    year integer not null,
    kind text not null,
    state text not null,
    steps integer not null,
    version integer not null,
    changed_at integer not null,
    constraint periodic_report_pk primary key (id),
    constraint periodic_report_once unique (unit_id, year, kind),
    constraint periodic_report_unit foreign key (unit_id) references unit (id),
    constraint periodic_report_kind check (kind in ('half_year', 'year')),
    constraint periodic_report_state check (state in ('draft', 'sent', 'returned', 'received'))
) strict;

CREATE INDEX periodic_report_by_period on periodic_report (year, kind);

CREATE TABLE periodic_step (
    report_id text not null,
    sequence integer not null,
    action text not null,
    to_state text not null,
    on_day text not null,
    number text not null,
    paper_day text,
    signer text not null,
    via text not null,
    note text not null,
    receipt_year integer,
    receipt_number integer,
    taken_at integer not null,
    taken_by text,
    constraint periodic_step_pk primary key (report_id, sequence),
    constraint periodic_step_of foreign key (report_id) references periodic_report (id),
    constraint periodic_step_receipt foreign key (receipt_year, receipt_number) references receipt (year, number),
    constraint periodic_step_person foreign key (taken_by) references person (id),
    constraint periodic_step_action check (action in ('send', 'resend', 'receive', 'send_back')),
    constraint periodic_step_via check (via in ('signed_copy', 'document_system', 'by_hand'))
) strict;

CREATE TABLE periodic_text (
    report_id text not null,
    section text not null,
    content text not null,
    constraint periodic_text_pk primary key (report_id, section),
    constraint periodic_text_of foreign key (report_id) references periodic_report (id)
) strict;

CREATE TABLE person (
    id text not null,
    login text not null,
    name text not null,
    position text not null,
    search_text text not null,
    password_hash text not null,
    must_change_password integer not null,
    totp_secret text,
    totp_confirmed integer not null,
    totp_counter integer not null,
    added_at integer not null,
    closed_at integer,
    erased integer not null,
    version integer not null, mail text, mail_digest integer not null default 1,
    constraint person_pk primary key (id),
    constraint person_login_once unique (login),
    constraint person_login_form check (length(login) between 3 and 64),
    constraint person_must_change_flag check (must_change_password in (0, 1)),
    constraint person_erased_flag check (erased in (0, 1)),
    constraint person_totp_whole check (totp_confirmed = 0 or totp_secret is not null)
) strict;

CREATE TABLE ranking_closing (
    id text not null,
    round_id text not null,
    sequence integer not null,
    state text not null,
    minutes_number text not null,
    minutes_day text not null,
    minutes_signer text not null,
    digest text not null,
    package text not null,
    shows_total integer not null,
    shows_class integer not null,
    shows_ranks_to integer not null,
    publication_number text not null,
    publication_day text,
    closed_at integer not null,
    closed_by text,
    proposed_by text,
    published_at integer,
    published_by text,
    reason text not null,
    version integer not null,
    constraint ranking_closing_pk primary key (id),
    constraint ranking_closing_once unique (round_id, sequence),
    constraint ranking_closing_round foreign key (round_id) references score_round (id),
    constraint ranking_closing_closer foreign key (closed_by) references person (id),
    constraint ranking_closing_proposer foreign key (proposed_by) references person (id),
    constraint ranking_closing_publisher foreign key (published_by) references person (id),
    constraint ranking_closing_state check (state in ('open', 'closed', 'proposed', 'published', 'reopened')),
    constraint ranking_closing_shows check (shows_total in (0, 1) and shows_class in (0, 1) and shows_ranks_to >= 0),
    constraint ranking_closing_two_people check (published_by is null or proposed_by is null or published_by <> proposed_by)
) strict;

CREATE TABLE ranking_place (
    closing_id text not null,
    unit_id text not null,
    unit_label text not null,
    cluster_label text not null,
    base integer not null,
    bonus integer not null,
    penalty integer not null,
    total integer not null,
    class text not null,
    class_title text not null,
    rank integer,
    is_excluded integer not null,
    is_on_hold integer not null,
    constraint ranking_place_pk primary key (closing_id, unit_id),
    constraint ranking_place_closing foreign key (closing_id) references ranking_closing (id),
    constraint ranking_place_unit foreign key (unit_id) references unit (id),
    constraint ranking_place_excluded check (is_excluded in (0, 1) and (is_excluded = 1) = (rank is null)),
    constraint ranking_place_hold check (is_on_hold in (0, 1))
) strict;

CREATE INDEX ranking_place_by_unit on ranking_place (unit_id);

CREATE TABLE reading_choice (
    id text not null,
    root_unit text not null,
    target text not null,
    reading text not null,
    denominator_id text,
    number text not null,
    day text not null,
    note text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint reading_choice_pk primary key (id),
    constraint reading_choice_root foreign key (root_unit) references unit (id),
    constraint reading_choice_denominator foreign key (denominator_id) references assigned_denominator (id),
    constraint reading_choice_person foreign key (recorded_by) references person (id),
    constraint reading_choice_target check (target in ('standard_communes', 'advanced_communes', 'model_communes')),
    constraint reading_choice_reading check (reading in ('of_all', 'of_advanced'))
) strict;

CREATE INDEX reading_choice_by_root on reading_choice (root_unit);

CREATE TABLE receipt (
    year integer not null,
    number integer not null,
    kind text not null,
    object_id text not null,
    content text not null,
    digest text not null,
    at integer not null,
    given_to text,
    constraint receipt_pk primary key (year, number),
    constraint receipt_number check (number >= 1),
    constraint receipt_person foreign key (given_to) references person (id)
) strict;

CREATE INDEX receipt_of_object on receipt (kind, object_id);

CREATE TABLE recognition (
    id text not null,
    unit_id text not null,
    area text not null,
    standing text not null,
    field text not null,
    year integer not null,
    number text not null,
    decided_on text,
    signer text not null,
    counts_from text not null,
    clause text not null,
    source text not null,
    confidence text not null,
    dossier_id text,
    recorded_at integer not null,
    recorded_by text,
    constraint recognition_pk primary key (id),
    constraint recognition_once unique (unit_id, area, standing, year),
    constraint recognition_unit foreign key (unit_id) references unit (id),
    constraint recognition_person foreign key (recorded_by) references person (id),
    constraint recognition_standing check (standing in ('standard', 'advanced', 'model', 'task_completed', 'model_area')),
    constraint recognition_area check ((standing = 'model_area') = (area <> ''))
) strict;

CREATE TABLE recognition_charge (
    id text not null,
    kind text not null,
    root_unit text not null,
    holder_unit text not null,
    valid_from text not null,
    valid_until text,
    paper text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint recognition_charge_pk primary key (id),
    constraint recognition_charge_once unique (kind, root_unit, holder_unit, valid_from),
    constraint recognition_charge_kind check (kind in ('debt', 'security', 'survey')),
    constraint recognition_charge_root foreign key (root_unit) references unit (id),
    constraint recognition_charge_holder foreign key (holder_unit) references unit (id),
    constraint recognition_charge_period check (valid_until is null or valid_until > valid_from),
    constraint recognition_charge_person foreign key (recorded_by) references person (id)
) strict;

CREATE TABLE recognition_withdrawal (
    recognition_id text not null,
    number text not null,
    decided_on text not null,
    signer text not null,
    ends_on text not null,
    ground text not null,
    dossier_id text,
    recorded_at integer not null,
    recorded_by text,
    constraint recognition_withdrawal_pk primary key (recognition_id),
    constraint recognition_withdrawal_of foreign key (recognition_id) references recognition (id),
    constraint recognition_withdrawal_person foreign key (recorded_by) references person (id)
) strict;

CREATE TABLE register_revision (
    single integer not null,
    revision text not null,
    constraint register_revision_pk primary key (single),
    constraint register_revision_one check (single = 1)
) strict;

CREATE TABLE request_key (
    person_id text not null,
    request_key text not null,
    operation text not null,
    body_digest text not null,
    status integer,
    reply text,
    at integer not null,
    constraint request_key_pk primary key (person_id, request_key),
    constraint request_key_person foreign key (person_id) references person (id)
) strict;

CREATE INDEX request_key_age on request_key (at);

CREATE TABLE role_grant (
    id text not null,
    person_id text not null,
    role text not null,
    unit_id text not null,
    scope text not null,
    valid_from text not null,
    valid_until text,
    paper text not null,
    state text not null,
    proposed_by text,
    proposed_at integer not null,
    decided_by text,
    decided_at integer,
    version integer not null, delegated_from text constraint role_grant_delegation references role_grant (id),
    constraint role_grant_pk primary key (id),
    constraint role_grant_person foreign key (person_id) references person (id),
    constraint role_grant_proposer foreign key (proposed_by) references person (id),
    constraint role_grant_decider foreign key (decided_by) references person (id),
    constraint role_grant_period check (valid_until is null or valid_from <= valid_until),
    constraint role_grant_scope check (scope in ('own', 'subtree', 'all')),
    constraint role_grant_state check (state in ('proposed', 'granted', 'refused', 'ended')),
    constraint role_grant_role check (role in ('unit_clerk', 'unit_head', 'department_verifier', 'district_reviewer',
        'province_coordinator', 'agriculture_officer', 'commendation_officer', 'council_secretary', 'council_member',
        'decider', 'inspector', 'publisher', 'auditor', 'administrator')),
    constraint role_grant_two_people check (proposed_by is null or decided_by is null or proposed_by <> decided_by),
    constraint role_grant_not_himself check (decided_by is null or decided_by <> person_id)
) strict;

CREATE INDEX role_grant_by_source on role_grant (delegated_from);

CREATE INDEX role_grant_in_unit on role_grant (unit_id);

CREATE INDEX role_grant_of_person on role_grant (person_id);

CREATE TABLE satisfaction_mark (
    id text not null,
    root_unit text not null,
    standing text not null,
    overall text not null,
    each_content text,
    valid_from text not null,
    number text not null,
    paper_day text not null,
    signer text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint satisfaction_mark_pk primary key (id),
    constraint satisfaction_mark_once unique (root_unit, standing, valid_from),
    constraint satisfaction_mark_root foreign key (root_unit) references unit (id),
    constraint satisfaction_mark_person foreign key (recorded_by) references person (id)
) strict;

CREATE TABLE schema_migration (version integer not null primary key, name text not null, checksum text not null, applied_at integer not null) strict;

CREATE TABLE score_cell (
    sheet_id text not null,
    position integer not null,
    leaf text not null,
    score integer,
    plan text not null,
    actual text not null,
    reason text not null,
    from_system integer not null,
    version integer not null,
    saved_at integer not null,
    saved_by text,
    constraint score_cell_pk primary key (sheet_id, position, leaf),
    constraint score_cell_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_cell_person foreign key (saved_by) references person (id),
    constraint score_cell_from_system check (from_system in (0, 1))
) strict;

CREATE TABLE score_citation (
    sheet_id text not null,
    leaf text not null,
    evidence_id text not null,
    cited_at integer not null,
    cited_by text,
    constraint score_citation_pk primary key (sheet_id, leaf, evidence_id),
    constraint score_citation_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_citation_evidence foreign key (evidence_id) references evidence (id),
    constraint score_citation_person foreign key (cited_by) references person (id)
) strict;

CREATE TABLE score_cluster_head (
    id text not null,
    cluster_id text not null,
    unit_id text not null,
    seat text not null,
    valid_from text not null,
    valid_until text,
    paper text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint score_cluster_head_pk primary key (id),
    constraint score_cluster_head_once unique (cluster_id, seat, valid_from),
    constraint score_cluster_head_cluster foreign key (cluster_id) references unit_cluster (id),
    constraint score_cluster_head_unit foreign key (unit_id) references unit (id),
    constraint score_cluster_head_person foreign key (recorded_by) references person (id),
    constraint score_cluster_head_seat check (seat in ('head', 'deputy')),
    constraint score_cluster_head_period check (valid_until is null or valid_until > valid_from)
) strict;

CREATE TABLE score_confirmation (
    sheet_id text not null,
    sequence integer not null,
    position integer not null,
    number text not null,
    day text not null,
    signer text not null,
    receipt_year integer,
    receipt_number integer,
    total integer not null,
    withdrawn_at integer,
    confirmed_at integer not null,
    confirmed_by text,
    constraint score_confirmation_pk primary key (sheet_id, sequence),
    constraint score_confirmation_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_confirmation_receipt foreign key (receipt_year, receipt_number) references receipt (year, number),
    constraint score_confirmation_person foreign key (confirmed_by) references person (id)
) strict;

CREATE TABLE score_extension (
    round_id text not null,
    sequence integer not null,
    unit_id text,
    until_day text not null,
    paper_number text not null,
    paper_day text not null,
    reason text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint score_extension_pk primary key (round_id, sequence),
    constraint score_extension_round foreign key (round_id) references score_round (id),
    constraint score_extension_unit foreign key (unit_id) references unit (id),
    constraint score_extension_person foreign key (recorded_by) references person (id)
) strict;

CREATE TABLE score_fact (
    sheet_id text not null,
    sequence integer not null,
    kind text not null,
    rule text not null,
    state text not null,
    found text not null,
    reason text not null,
    number text not null,
    day text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint score_fact_pk primary key (sheet_id, sequence),
    constraint score_fact_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_fact_person foreign key (recorded_by) references person (id),
    constraint score_fact_kind check (kind in ('knock_out', 'hold', 'last_year', 'council_place', 'adjusted_place')),
    constraint score_fact_state check (state in ('unsaid', 'unconfirmed', 'no', 'yes'))
) strict;

CREATE TABLE score_objection (
    id text not null,
    sheet_id text not null,
    leaf text not null,
    words text not null,
    number text not null,
    day text,
    raised_at integer not null,
    raised_by text,
    answer text not null,
    accepted integer,
    answer_number text not null,
    answer_day text,
    answered_at integer,
    answered_by text,
    constraint score_objection_pk primary key (id),
    constraint score_objection_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_objection_person foreign key (raised_by) references person (id),
    constraint score_objection_answerer foreign key (answered_by) references person (id),
    constraint score_objection_answered check ((accepted is null) = (answered_at is null))
) strict;

CREATE INDEX score_objection_by_sheet on score_objection (sheet_id);

CREATE TABLE score_office (
    round_id text not null,
    scorer text not null,
    unit_id text not null,
    constraint score_office_pk primary key (round_id, scorer),
    constraint score_office_round foreign key (round_id) references score_round (id),
    constraint score_office_unit foreign key (unit_id) references unit (id)
) strict;

CREATE TABLE score_return (
    sheet_id text not null,
    sequence integer not null,
    position integer not null,
    leaf text not null,
    reason text not null,
    due_on text not null,
    returned_at integer not null,
    returned_by text,
    answer text not null,
    answered_at integer,
    answered_by text,
    constraint score_return_pk primary key (sheet_id, sequence),
    constraint score_return_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_return_person foreign key (returned_by) references person (id),
    constraint score_return_answerer foreign key (answered_by) references person (id)
) strict;

CREATE TABLE score_round (
    id text not null,
    table_version text not null,
    year integer not null,
    title text not null,
    root_unit text not null,
    unit_kind text not null,
    units_on text not null,
    opens_on text not null,
    closes_on text not null,
    is_blind integer not null,
    seed text not null,
    paper text not null,
    opened_at integer not null,
    opened_by text,
    constraint score_round_pk primary key (id),
    constraint score_round_table foreign key (table_version) references scoring_table_version (id),
    constraint score_round_root foreign key (root_unit) references unit (id),
    constraint score_round_person foreign key (opened_by) references person (id),
    constraint score_round_window check (opens_on <= closes_on),
    constraint score_round_blind check (is_blind in (0, 1)),
    constraint score_round_year check (year between 2000 and 2100)
) strict;

CREATE TABLE score_sheet (
    id text not null,
    round_id text not null,
    unit_id text not null,
    unit_label text not null,
    cluster_id text,
    cluster_label text not null,
    checked_by text,
    state text not null,
    confirmed integer not null,
    sent_on text,
    late_days integer not null,
    effective text not null,
    base integer not null,
    bonus integer not null,
    penalty integer not null,
    total integer not null,
    version integer not null,
    changed_at integer not null,
    constraint score_sheet_pk primary key (id),
    constraint score_sheet_once unique (round_id, unit_id),
    constraint score_sheet_label unique (round_id, unit_label),
    constraint score_sheet_round foreign key (round_id) references score_round (id),
    constraint score_sheet_unit foreign key (unit_id) references unit (id),
    constraint score_sheet_cluster foreign key (cluster_id) references unit_cluster (id),
    constraint score_sheet_checker foreign key (checked_by) references unit (id),
    constraint score_sheet_state check (state in ('self_scoring', 'waiting', 'cross_check', 'recheck', 'field_scoring',
                                                  'cluster_scoring', 'council_scoring', 'announced', 'settled')),
    constraint score_sheet_confirmed check (confirmed >= -1)
) strict;

CREATE INDEX score_sheet_by_unit on score_sheet (unit_id);

CREATE TABLE score_stage (
    round_id text not null,
    position integer not null,
    stage text not null,
    title text not null,
    kind text not null,
    closes_on text not null,
    constraint score_stage_pk primary key (round_id, position),
    constraint score_stage_round foreign key (round_id) references score_round (id),
    constraint score_stage_kind check (kind in ('self', 'cross_check', 'recheck', 'field', 'cluster', 'council')),
    constraint score_stage_first check ((position = 0) = (kind = 'self'))
) strict;

CREATE TABLE scoring_holder (
    id text not null,
    root_unit text not null,
    holder_unit text not null,
    valid_from text not null,
    valid_until text,
    number text not null,
    paper_day text not null,
    issuer text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint scoring_holder_pk primary key (id),
    constraint scoring_holder_root foreign key (root_unit) references unit (id),
    constraint scoring_holder_unit foreign key (holder_unit) references unit (id),
    constraint scoring_holder_person foreign key (recorded_by) references person (id),
    constraint scoring_holder_period check (valid_until is null or valid_until > valid_from)
) strict;

CREATE TABLE scoring_table (
    id text not null,
    slug text not null,
    unit_id text not null,
    constraint scoring_table_pk primary key (id),
    constraint scoring_table_slug unique (slug),
    constraint scoring_table_unit foreign key (unit_id) references unit (id)
) strict;

CREATE TABLE scoring_table_version (
    id text not null,
    table_id text not null,
    number integer not null,
    title text not null,
    year integer not null,
    yaml text not null,
    digest text not null,
    paper_number text not null,
    paper_issuer text not null,
    paper_issued text,
    applies_from text not null,
    note text not null,
    loaded_at integer not null,
    loaded_by text,
    constraint scoring_table_version_pk primary key (id),
    constraint scoring_table_version_number unique (table_id, number),
    constraint scoring_table_version_counted check (number >= 1),
    constraint scoring_table_version_of foreign key (table_id) references scoring_table (id),
    constraint scoring_table_version_person foreign key (loaded_by) references person (id)
) strict;

CREATE TABLE session (
    id text not null,
    token_digest text not null,
    csrf text not null,
    person_id text not null,
    started_at integer not null,
    last_seen_at integer not null,
    expires_at integer not null,
    peer text not null,
    agent text not null,
    ended_at integer,
    constraint session_pk primary key (id),
    constraint session_token_once unique (token_digest),
    constraint session_person foreign key (person_id) references person (id)
) strict;

CREATE INDEX session_age on session (started_at);

CREATE INDEX session_of_person on session (person_id);

CREATE TABLE sign_in_attempt (
    login_digest text not null,
    failures integer not null,
    locked_until integer,
    last_at integer not null,
    constraint sign_in_attempt_pk primary key (login_digest)
) strict;

CREATE TABLE target (
    id text not null,
    root_unit text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint target_pk primary key (id),
    constraint target_root foreign key (root_unit) references unit (id),
    constraint target_person foreign key (recorded_by) references person (id)
) strict;

CREATE INDEX target_by_root on target (root_unit);

CREATE TABLE target_figure (
    target_id text not null,
    year integer not null,
    kind text not null,
    sequence integer not null,
    value text not null,
    source text not null,
    reason text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint target_figure_pk primary key (target_id, year, kind, sequence),
    constraint target_figure_target foreign key (target_id) references target (id),
    constraint target_figure_person foreign key (recorded_by) references person (id),
    constraint target_figure_kind check (kind in ('plan', 'actual')),
    constraint target_figure_year check (year between 2000 and 2100)
) strict;

CREATE TABLE target_version (
    target_id text not null,
    sequence integer not null,
    title text not null,
    measure text not null,
    better text not null,
    source text not null,
    owner_unit text,
    reason text not null,
    recorded_at integer not null,
    recorded_by text,
    constraint target_version_pk primary key (target_id, sequence),
    constraint target_version_target foreign key (target_id) references target (id),
    constraint target_version_owner foreign key (owner_unit) references unit (id),
    constraint target_version_person foreign key (recorded_by) references person (id),
    constraint target_version_better check (better in ('higher', 'lower'))
) strict;

CREATE TABLE threshold_confirmation (
    set_id text not null,
    version integer not null,
    sequence integer not null,
    indicator text not null,
    region text,
    year integer,
    threshold text,
    instrument text not null,
    number text not null,
    day text not null,
    signer text not null,
    article text,
    note text not null,
    paper_id text,
    carried integer not null,
    recorded_at integer not null,
    recorded_by text,
    constraint threshold_confirmation_pk primary key (set_id, version, sequence),
    constraint threshold_confirmation_carried_flag check (carried in (0, 1)),
    constraint threshold_confirmation_version foreign key (set_id, version)
        references criteria_set_version (set_id, number),
    constraint threshold_confirmation_paper foreign key (paper_id) references criteria_paper (id),
    constraint threshold_confirmation_person foreign key (recorded_by) references person (id)
) strict;

CREATE TABLE unit (
    id text not null,
    recorded_at integer not null,
    constraint unit_pk primary key (id)
) strict;

CREATE TABLE unit_change (
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
    recorded_at integer not null,
    recorded_by text,
    counters text,
    countered_by text,
    constraint unit_change_pk primary key (id),
    constraint unit_change_counters foreign key (counters) references unit_change (id),
    constraint unit_change_countered_by foreign key (countered_by) references unit_change (id),
    constraint unit_change_day_form check (length(day) = 10),
    constraint unit_change_counter_kind check ((kind = 'counter') = (counters is not null))
) strict;

CREATE INDEX unit_change_by_day on unit_change (day);

CREATE UNIQUE INDEX unit_change_key_once on unit_change (key) where key <> '' and countered_by is null;

CREATE TABLE unit_cluster (
    id text not null,
    kind text not null,
    recorded_at integer not null,
    constraint unit_cluster_pk primary key (id),
    constraint unit_cluster_kind check (kind in ('cluster', 'block'))
) strict;

CREATE TABLE unit_cluster_member (
    year integer not null,
    unit_id text not null,
    cluster_id text not null,
    constraint unit_cluster_member_pk primary key (year, unit_id),
    constraint unit_cluster_member_year foreign key (cluster_id, year) references unit_cluster_year (cluster_id, year),
    constraint unit_cluster_member_unit foreign key (unit_id) references unit (id)
) strict;

CREATE INDEX unit_cluster_member_of on unit_cluster_member (cluster_id, year);

CREATE TABLE unit_cluster_year (
    cluster_id text not null,
    year integer not null,
    name text not null,
    head_unit text,
    version integer not null,
    constraint unit_cluster_year_pk primary key (cluster_id, year),
    constraint unit_cluster_year_cluster foreign key (cluster_id) references unit_cluster (id),
    constraint unit_cluster_year_head foreign key (head_unit) references unit (id)
) strict;

CREATE TABLE unit_lineage (
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
) strict;

CREATE INDEX unit_lineage_back on unit_lineage (to_unit);

CREATE INDEX unit_lineage_forth on unit_lineage (from_unit);

CREATE TABLE unit_revision (
    single integer not null,
    revision text not null,
    constraint unit_revision_pk primary key (single),
    constraint unit_revision_one check (single = 1)
) strict;

CREATE TABLE unit_share (
    change_id text not null,
    from_unit text not null,
    to_unit text not null,
    measure text not null,
    amount text,
    constraint unit_share_pk primary key (change_id, from_unit, to_unit, measure),
    constraint unit_share_lineage foreign key (change_id, from_unit, to_unit)
        references unit_lineage (change_id, from_unit, to_unit)
) strict;

CREATE TABLE unit_version (
    id text not null,
    unit_id text not null,
    from_day text not null,
    until_day text,
    name text not null,
    kind text not null,
    code text not null,
    parent_id text,
    rural integer not null,
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
) strict;

CREATE UNIQUE INDEX unit_code_once on unit_version (code)
    where code <> '' and superseded_by is null and until_day is null;

CREATE INDEX unit_version_by_change on unit_version (change_id);

CREATE INDEX unit_version_by_closing on unit_version (closed_by);

CREATE INDEX unit_version_by_code on unit_version (code, from_day);

CREATE INDEX unit_version_by_kind on unit_version (kind, from_day, until_day, search_text) where superseded_by is null;

CREATE INDEX unit_version_by_name on unit_version (name collate vi, unit_id);

CREATE INDEX unit_version_by_parent on unit_version (parent_id, from_day);

CREATE UNIQUE INDEX unit_version_once on unit_version (unit_id, from_day) where superseded_by is null;

CREATE UNIQUE INDEX unit_version_one_open on unit_version (unit_id) where superseded_by is null and until_day is null;

CREATE TABLE upload (
    id text not null,
    unit_id text not null,
    title text not null,
    file_name text not null,
    evidence_expires_on text,
    size integer not null,
    received integer not null,
    declared_at integer not null,
    started_by text not null,
    expires_at integer not null,
    constraint upload_pk primary key (id),
    constraint upload_unit foreign key (unit_id) references unit (id),
    constraint upload_person foreign key (started_by) references person (id),
    constraint upload_received check (size > 0 and received between 0 and size)
) strict;

CREATE INDEX upload_by_end on upload (expires_at);

CREATE INDEX upload_by_person on upload (started_by);
