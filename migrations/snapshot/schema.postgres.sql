-- PostgreSQL: the schema after every migration. Printed by tools/check_drift --write; not edited by hand.

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
    constraint agreement_cluster FOREIGN KEY (cluster_id) REFERENCES unit_cluster(id),
    constraint agreement_holder FOREIGN KEY (holder_unit) REFERENCES unit(id),
    constraint agreement_pk PRIMARY KEY (id),
    constraint agreement_state CHECK ((state = ANY (ARRAY['draft'::text, 'registering'::text, 'signing'::text, 'in_force'::text, 'closed'::text, 'cancelled'::text])))
);

create table agreement_indicator (
    agreement_id text not null,
    line bigint not null,
    title text not null,
    unit text not null,
    low_is_better bigint not null,
    set_id text not null,
    indicator text not null,
    constraint agreement_indicator_low_flag CHECK ((low_is_better = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint agreement_indicator_of FOREIGN KEY (agreement_id) REFERENCES agreement(id),
    constraint agreement_indicator_pk PRIMARY KEY (agreement_id, line)
);

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
    constraint agreement_member_of FOREIGN KEY (agreement_id) REFERENCES agreement(id),
    constraint agreement_member_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    constraint agreement_member_person FOREIGN KEY (registered_by) REFERENCES person(id),
    constraint agreement_member_pk PRIMARY KEY (agreement_id, unit_id),
    constraint agreement_member_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

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
    constraint agreement_signature_member FOREIGN KEY (agreement_id, unit_id) REFERENCES agreement_member(agreement_id, unit_id),
    constraint agreement_signature_paper CHECK (((by_paper = ANY (ARRAY[(0)::bigint, (1)::bigint])) AND ((by_paper = 0) OR (paper_day IS NOT NULL)))),
    constraint agreement_signature_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint agreement_signature_pk PRIMARY KEY (agreement_id, unit_id)
);

create table agreement_table (
    agreement_id text not null,
    version_id text not null,
    applies_from text not null,
    bound_at bigint not null,
    bound_by text,
    constraint agreement_table_of FOREIGN KEY (agreement_id) REFERENCES agreement(id),
    constraint agreement_table_person FOREIGN KEY (bound_by) REFERENCES person(id),
    constraint agreement_table_pk PRIMARY KEY (agreement_id, version_id),
    constraint agreement_table_version FOREIGN KEY (version_id) REFERENCES scoring_table_version(id)
);

create table agreement_target (
    agreement_id text not null,
    unit_id text not null,
    line bigint not null,
    value text not null,
    baseline text,
    baseline_source text not null,
    constraint agreement_target_line FOREIGN KEY (agreement_id, line) REFERENCES agreement_indicator(agreement_id, line),
    constraint agreement_target_member FOREIGN KEY (agreement_id, unit_id) REFERENCES agreement_member(agreement_id, unit_id),
    constraint agreement_target_pk PRIMARY KEY (agreement_id, unit_id, line)
);

create table appraised_criterion (
    sheet_id text not null,
    sequence bigint not null,
    criterion text not null,
    verdict text not null,
    constraint appraised_criterion_pk PRIMARY KEY (sheet_id, sequence, criterion),
    constraint appraised_criterion_result FOREIGN KEY (sheet_id, sequence) REFERENCES appraised_result(sheet_id, sequence)
);

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
    constraint appraised_result_person FOREIGN KEY (given_by) REFERENCES person(id),
    constraint appraised_result_pk PRIMARY KEY (sheet_id, sequence),
    constraint appraised_result_provisional CHECK ((provisional = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint appraised_result_sheet FOREIGN KEY (sheet_id) REFERENCES assessment_sheet(id),
    constraint appraised_result_verdict CHECK ((verdict = ANY (ARRAY['met'::text, 'not_met'::text])))
);

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
    constraint assessment_check_paper_holder FOREIGN KEY (holder_unit) REFERENCES unit(id),
    constraint assessment_check_paper_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint assessment_check_paper_pk PRIMARY KEY (id),
    constraint assessment_check_paper_round FOREIGN KEY (round_id) REFERENCES assessment_round(id)
);

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
    constraint assessment_extension_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint assessment_extension_pk PRIMARY KEY (round_id, sequence),
    constraint assessment_extension_round FOREIGN KEY (round_id) REFERENCES assessment_round(id),
    constraint assessment_extension_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table assessment_handover (
    sheet_id text not null,
    sequence bigint not null,
    to_unit text not null,
    counts_from text not null,
    paper_number text not null,
    paper_day text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint assessment_handover_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint assessment_handover_pk PRIMARY KEY (sheet_id, sequence),
    constraint assessment_handover_sheet FOREIGN KEY (sheet_id) REFERENCES assessment_sheet(id),
    constraint assessment_handover_unit FOREIGN KEY (to_unit) REFERENCES unit(id)
);

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
    constraint assessment_item_answered CHECK ((answered = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint assessment_item_due CHECK (((state <> 'returned'::text) OR (due_on IS NOT NULL))),
    constraint assessment_item_paper FOREIGN KEY (paper_id) REFERENCES assessment_check_paper(id),
    constraint assessment_item_person FOREIGN KEY (checked_by) REFERENCES person(id),
    constraint assessment_item_pk PRIMARY KEY (sheet_id, indicator, stage),
    constraint assessment_item_sheet FOREIGN KEY (sheet_id) REFERENCES assessment_sheet(id),
    constraint assessment_item_stage CHECK ((stage = ANY (ARRAY['district'::text, 'department'::text]))),
    constraint assessment_item_state CHECK ((state = ANY (ARRAY['open'::text, 'agreed'::text, 'corrected'::text, 'returned'::text])))
);

CREATE INDEX assessment_item_by_criterion ON public.assessment_item USING btree (criterion, stage, state);

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
    constraint assessment_round_once UNIQUE (set_id, year, root_unit),
    constraint assessment_round_person FOREIGN KEY (opened_by) REFERENCES person(id),
    constraint assessment_round_pk PRIMARY KEY (id),
    constraint assessment_round_root FOREIGN KEY (root_unit) REFERENCES unit(id),
    constraint assessment_round_set FOREIGN KEY (set_id, set_version) REFERENCES criteria_set_version(set_id, number),
    constraint assessment_round_window CHECK ((opens_on <= closes_on)),
    constraint assessment_round_year CHECK (((year >= 2000) AND (year <= 2100)))
);

create table assessment_sheet (
    id text not null,
    round_id text not null,
    unit_id text not null,
    region text not null,
    state text not null,
    version bigint not null,
    changed_at bigint not null,
    constraint assessment_sheet_once UNIQUE (round_id, unit_id),
    constraint assessment_sheet_pk PRIMARY KEY (id),
    constraint assessment_sheet_round FOREIGN KEY (round_id) REFERENCES assessment_round(id),
    constraint assessment_sheet_state CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'district_check'::text, 'returned_by_district'::text, 'department_check'::text, 'returned_by_department'::text, 'checked'::text, 'appraised'::text]))),
    constraint assessment_sheet_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE INDEX assessment_sheet_by_state ON public.assessment_sheet USING btree (round_id, state);

CREATE INDEX assessment_sheet_by_unit ON public.assessment_sheet USING btree (unit_id);

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
    constraint assessment_submission_pk PRIMARY KEY (sheet_id, sequence),
    constraint assessment_submission_receipt FOREIGN KEY (receipt_year, receipt_number) REFERENCES receipt(year, number),
    constraint assessment_submission_sheet FOREIGN KEY (sheet_id) REFERENCES assessment_sheet(id),
    constraint assessment_submission_via CHECK ((via = ANY (ARRAY['signed_copy'::text, 'document_system'::text, 'by_hand'::text])))
);

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
    constraint assessment_value_applicable CHECK (((applicable IS NULL) OR (applicable = ANY (ARRAY[(0)::bigint, (1)::bigint])))),
    constraint assessment_value_person FOREIGN KEY (saved_by) REFERENCES person(id),
    constraint assessment_value_pk PRIMARY KEY (sheet_id, line, stage),
    constraint assessment_value_prefilled CHECK ((prefilled = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint assessment_value_sheet FOREIGN KEY (sheet_id) REFERENCES assessment_sheet(id),
    constraint assessment_value_stage CHECK ((stage = ANY (ARRAY['self'::text, 'district'::text, 'department'::text, 'province'::text])))
);

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
    constraint assigned_denominator_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint assigned_denominator_pk PRIMARY KEY (id),
    constraint assigned_denominator_root FOREIGN KEY (root_unit) REFERENCES unit(id),
    constraint assigned_denominator_target CHECK ((target = ANY (ARRAY['standard_communes'::text, 'advanced_communes'::text, 'model_communes'::text]))),
    constraint assigned_denominator_value CHECK ((value >= 1))
);

CREATE INDEX assigned_denominator_by_root ON public.assigned_denominator USING btree (root_unit);

create table council (
    id text not null,
    root_unit text not null,
    name text not null,
    number text not null,
    paper_day text not null,
    signer text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint council_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint council_pk PRIMARY KEY (id),
    constraint council_root FOREIGN KEY (root_unit) REFERENCES unit(id)
);

create table council_attendance (
    session_id text not null,
    member_id text not null,
    constraint council_attendance_member FOREIGN KEY (member_id) REFERENCES council_member(id),
    constraint council_attendance_pk PRIMARY KEY (session_id, member_id),
    constraint council_attendance_session FOREIGN KEY (session_id) REFERENCES council_session(id)
);

create table council_conflict (
    session_id text not null,
    dossier_id text not null,
    counting bigint not null,
    member_id text not null,
    reason text not null,
    recused bigint not null,
    constraint council_conflict_matter FOREIGN KEY (session_id, dossier_id) REFERENCES council_matter(session_id, dossier_id),
    constraint council_conflict_member FOREIGN KEY (member_id) REFERENCES council_member(id),
    constraint council_conflict_pk PRIMARY KEY (session_id, dossier_id, counting, member_id),
    constraint council_conflict_recused CHECK ((recused = ANY (ARRAY[(0)::bigint, (1)::bigint])))
);

create table council_matter (
    session_id text not null,
    line bigint not null,
    dossier_id text not null,
    outcome text not null,
    needed bigint,
    constraint council_matter_dossier FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    constraint council_matter_line UNIQUE (session_id, line),
    constraint council_matter_outcome CHECK ((outcome = ANY (ARRAY[''::text, 'approved'::text, 'returned'::text]))),
    constraint council_matter_pk PRIMARY KEY (session_id, dossier_id),
    constraint council_matter_session FOREIGN KEY (session_id) REFERENCES council_session(id)
);

create table council_member (
    id text not null,
    council_id text not null,
    name text not null,
    position text not null,
    unit_id text,
    seat text not null,
    valid_from text not null,
    valid_until text,
    recorded_at bigint not null,
    recorded_by text,
    constraint council_member_of FOREIGN KEY (council_id) REFERENCES council(id),
    constraint council_member_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    constraint council_member_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint council_member_pk PRIMARY KEY (id),
    constraint council_member_seat CHECK ((seat = ANY (ARRAY['chair'::text, 'deputy'::text, 'secretary'::text, 'member'::text]))),
    constraint council_member_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE INDEX council_member_by_council ON public.council_member USING btree (council_id);

create table council_session (
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
    members bigint,
    quorum bigint,
    version bigint not null,
    changed_at bigint not null,
    constraint council_session_form CHECK ((form = ANY (ARRAY['show_of_hands'::text, 'secret_ballot'::text, 'written'::text]))),
    constraint council_session_minutes CHECK (((state = 'closed'::text) = (minutes_day IS NOT NULL))),
    constraint council_session_of FOREIGN KEY (council_id) REFERENCES council(id),
    constraint council_session_pk PRIMARY KEY (id),
    constraint council_session_state CHECK ((state = ANY (ARRAY['planned'::text, 'sitting'::text, 'closed'::text, 'cancelled'::text])))
);

create table council_vote (
    session_id text not null,
    dossier_id text not null,
    counting bigint not null,
    line bigint not null,
    member_id text,
    choice text not null,
    votes bigint not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint council_vote_choice CHECK ((choice = ANY (ARRAY['in_favour'::text, 'against'::text, 'abstained'::text]))),
    constraint council_vote_matter FOREIGN KEY (session_id, dossier_id) REFERENCES council_matter(session_id, dossier_id),
    constraint council_vote_member FOREIGN KEY (member_id) REFERENCES council_member(id),
    constraint council_vote_named CHECK (((votes >= 0) AND ((member_id IS NULL) OR (votes = 1)))),
    constraint council_vote_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint council_vote_pk PRIMARY KEY (session_id, dossier_id, counting, line)
);

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
    constraint criteria_paper_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint criteria_paper_pk PRIMARY KEY (id),
    constraint criteria_paper_version FOREIGN KEY (set_id, version) REFERENCES criteria_set_version(set_id, number)
);

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
    constraint criteria_set_version_by_program_flag CHECK ((by_program = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint criteria_set_version_kind CHECK ((kind = ANY (ARRAY['set'::text, 'template'::text, 'procedure'::text, 'movement'::text]))),
    constraint criteria_set_version_number CHECK ((number >= 1)),
    constraint criteria_set_version_person FOREIGN KEY (loaded_by) REFERENCES person(id),
    constraint criteria_set_version_pk PRIMARY KEY (set_id, number)
);

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
    constraint criterion_charge_holder FOREIGN KEY (holder_unit) REFERENCES unit(id),
    constraint criterion_charge_once UNIQUE (set_id, criterion, stage, root_unit, valid_from),
    constraint criterion_charge_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    constraint criterion_charge_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint criterion_charge_pk PRIMARY KEY (id),
    constraint criterion_charge_root FOREIGN KEY (root_unit) REFERENCES unit(id),
    constraint criterion_charge_stage CHECK ((stage = ANY (ARRAY['district'::text, 'department'::text])))
);

CREATE INDEX criterion_charge_by_holder ON public.criterion_charge USING btree (holder_unit);

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
    constraint dossier_area CHECK (((standing = 'model_area'::text) = (area <> ''::text))),
    constraint dossier_days CHECK ((last_on >= opened_on)),
    constraint dossier_kind CHECK ((kind = ANY (ARRAY['recognition'::text, 'withdrawal'::text]))),
    constraint dossier_person FOREIGN KEY (opened_by) REFERENCES person(id),
    constraint dossier_pk PRIMARY KEY (id),
    constraint dossier_recognition FOREIGN KEY (recognition_id) REFERENCES recognition(id),
    constraint dossier_recognition_state CHECK (((kind = 'withdrawal'::text) OR ((recognition_id IS NOT NULL) = (state = ANY (ARRAY['decided'::text, 'announced'::text]))))),
    constraint dossier_standing CHECK ((standing = ANY (ARRAY['standard'::text, 'advanced'::text, 'model'::text, 'task_completed'::text, 'model_area'::text]))),
    constraint dossier_state CHECK ((((kind = 'recognition'::text) AND (state = ANY (ARRAY['drafting'::text, 'self_assessed'::text, 'posted'::text, 'agreed'::text, 'submitted'::text, 'checked'::text, 'with_province'::text, 'appraised'::text, 'before_council'::text, 'approved'::text, 'decided'::text, 'announced'::text, 'completing_for_district'::text, 'completing_for_province'::text, 'turned_down'::text, 'withdrawn'::text]))) OR ((kind = 'withdrawal'::text) AND (state = ANY (ARRAY['proposed'::text, 'explained'::text, 'at_council'::text, 'supported'::text, 'revoked'::text, 'dropped'::text]))))),
    constraint dossier_unit FOREIGN KEY (unit_id) REFERENCES unit(id),
    constraint dossier_withdrawal_state CHECK (((kind = 'recognition'::text) OR (recognition_id IS NOT NULL)))
);

CREATE INDEX dossier_by_state ON public.dossier USING btree (kind, state);

CREATE INDEX dossier_by_unit ON public.dossier USING btree (unit_id);

CREATE UNIQUE INDEX dossier_open_once ON public.dossier USING btree (kind, unit_id, area, standing) WHERE (state <> ALL (ARRAY['announced'::text, 'turned_down'::text, 'withdrawn'::text, 'revoked'::text, 'dropped'::text]));

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
    constraint dossier_confirmation_counts CHECK (((households IS NULL) OR ((satisfied <= answered) AND (answered <= asked) AND (asked <= households)))),
    constraint dossier_confirmation_dossier FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    constraint dossier_confirmation_holder FOREIGN KEY (holder_unit) REFERENCES unit(id),
    constraint dossier_confirmation_kind CHECK ((kind = ANY (ARRAY['debt'::text, 'security'::text, 'survey'::text, 'opinion'::text]))),
    constraint dossier_confirmation_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint dossier_confirmation_pk PRIMARY KEY (dossier_id, sequence),
    constraint dossier_confirmation_state CHECK ((state = ANY (ARRAY['given'::text, 'held'::text]))),
    constraint dossier_confirmation_survey CHECK ((((kind = 'survey'::text) AND (state = 'given'::text)) = (households IS NOT NULL))),
    constraint dossier_confirmation_verdict CHECK ((((verdict = ANY (ARRAY['met'::text, 'not_met'::text])) AND (state = 'given'::text) AND (kind <> 'survey'::text)) OR ((verdict = ''::text) AND ((state = 'held'::text) OR (kind = 'survey'::text))))),
    constraint dossier_confirmation_via CHECK ((via = ANY (ARRAY['signed_copy'::text, 'document_system'::text, 'by_hand'::text])))
);

create table dossier_debt_work (
    dossier_id text not null,
    sequence bigint not null,
    line bigint not null,
    work text not null,
    volume text not null,
    amount bigint not null,
    constraint dossier_debt_work_amount CHECK ((amount > 0)),
    constraint dossier_debt_work_of FOREIGN KEY (dossier_id, sequence) REFERENCES dossier_confirmation(dossier_id, sequence),
    constraint dossier_debt_work_pk PRIMARY KEY (dossier_id, sequence, line)
);

create table dossier_request (
    dossier_id text not null,
    sequence bigint not null,
    line bigint not null,
    request text not null,
    constraint dossier_request_pk PRIMARY KEY (dossier_id, sequence, line),
    constraint dossier_request_step FOREIGN KEY (dossier_id, sequence) REFERENCES dossier_step(dossier_id, sequence)
);

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
    constraint dossier_step_conclusion CHECK ((conclusion = ANY (ARRAY[''::text, 'met'::text, 'not_met'::text]))),
    constraint dossier_step_dossier FOREIGN KEY (dossier_id) REFERENCES dossier(id),
    constraint dossier_step_holder FOREIGN KEY (holder_unit) REFERENCES unit(id),
    constraint dossier_step_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint dossier_step_pk PRIMARY KEY (dossier_id, sequence),
    constraint dossier_step_provisional CHECK ((provisional = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint dossier_step_receipt FOREIGN KEY (receipt_year, receipt_number) REFERENCES receipt(year, number),
    constraint dossier_step_via CHECK ((via = ANY (ARRAY['signed_copy'::text, 'document_system'::text, 'by_hand'::text]))),
    constraint dossier_step_votes CHECK (((present IS NULL) OR ((in_favour + against) <= present)))
);

create table dossier_survey_content (
    dossier_id text not null,
    sequence bigint not null,
    line bigint not null,
    commune text not null,
    content text not null,
    answered bigint not null,
    satisfied bigint not null,
    constraint dossier_survey_content_counts CHECK (((0 <= satisfied) AND (satisfied <= answered))),
    constraint dossier_survey_content_of FOREIGN KEY (dossier_id, sequence) REFERENCES dossier_confirmation(dossier_id, sequence),
    constraint dossier_survey_content_pk PRIMARY KEY (dossier_id, sequence, line)
);

create table evidence (
    id text not null,
    unit_id text not null,
    title text not null,
    file_name text not null,
    search_text text not null,
    media_type text not null,
    size bigint not null,
    digest text not null,
    pages bigint,
    expires_on text,
    declared_at bigint not null,
    uploaded_at bigint not null,
    uploaded_by text,
    replaced_by text,
    purged_at bigint,
    purged_by text,
    purge_ground text,
    purge_reason text,
    constraint evidence_not_its_own_replacement CHECK (((replaced_by IS NULL) OR (replaced_by <> id))),
    constraint evidence_person FOREIGN KEY (uploaded_by) REFERENCES person(id),
    constraint evidence_pk PRIMARY KEY (id),
    constraint evidence_purge_ground CHECK ((purge_ground = ANY (ARRAY['state_secret'::text, 'personal_data'::text, 'wrong_file'::text]))),
    constraint evidence_purge_names CHECK (((purged_at IS NULL) OR ((title = ''::text) AND (file_name = ''::text)))),
    constraint evidence_purge_whole CHECK ((((purged_at IS NULL) = (purge_ground IS NULL)) AND ((purged_at IS NULL) = (purge_reason IS NULL)))),
    constraint evidence_purger FOREIGN KEY (purged_by) REFERENCES person(id),
    constraint evidence_replacement FOREIGN KEY (replaced_by) REFERENCES evidence(id),
    constraint evidence_size CHECK ((size > 0)),
    constraint evidence_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE INDEX evidence_by_digest ON public.evidence USING btree (digest);

CREATE INDEX evidence_of_unit ON public.evidence USING btree (unit_id);

create table evidence_citation (
    id text not null,
    evidence_id text not null,
    sheet_id text not null,
    indicator text not null,
    cited_at bigint not null,
    cited_by text,
    removed_at bigint,
    removed_by text,
    constraint evidence_citation_of FOREIGN KEY (evidence_id) REFERENCES evidence(id),
    constraint evidence_citation_person FOREIGN KEY (cited_by) REFERENCES person(id),
    constraint evidence_citation_pk PRIMARY KEY (id),
    constraint evidence_citation_remover FOREIGN KEY (removed_by) REFERENCES person(id),
    constraint evidence_citation_sheet FOREIGN KEY (sheet_id) REFERENCES assessment_sheet(id)
);

CREATE INDEX evidence_citation_of_sheet ON public.evidence_citation USING btree (sheet_id);

CREATE UNIQUE INDEX evidence_citation_once ON public.evidence_citation USING btree (evidence_id, sheet_id, indicator) WHERE (removed_at IS NULL);

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
    constraint field_visit_minutes CHECK ((minutes_day >= visited_on)),
    constraint field_visit_office FOREIGN KEY (office_unit) REFERENCES unit(id),
    constraint field_visit_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint field_visit_pk PRIMARY KEY (id),
    constraint field_visit_sheet FOREIGN KEY (sheet_id) REFERENCES assessment_sheet(id)
);

CREATE INDEX field_visit_of_sheet ON public.field_visit USING btree (sheet_id);

create table field_visit_finding (
    visit_id text not null,
    indicator text not null,
    finding text not null,
    constraint field_visit_finding_of FOREIGN KEY (visit_id) REFERENCES field_visit(id),
    constraint field_visit_finding_pk PRIMARY KEY (visit_id, indicator)
);

create table installation (
    key text not null,
    value text not null,
    recorded_at bigint not null,
    constraint installation_pk PRIMARY KEY (key)
);

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
    constraint journal_day_form CHECK ((length(day) = 10)),
    constraint journal_hash_once UNIQUE (hash),
    constraint journal_pk PRIMARY KEY (day, sequence),
    constraint journal_sequence_from_one CHECK ((sequence >= 1))
);

create table journal_day (
    day text not null,
    entries bigint not null,
    last_hash text not null,
    prev text not null,
    digest text not null,
    constraint journal_day_pk PRIMARY KEY (day)
);

create table journal_head (
    one_row bigint not null,
    day text not null,
    sequence bigint not null,
    hash text not null,
    constraint journal_head_one CHECK ((one_row = 1)),
    constraint journal_head_pk PRIMARY KEY (one_row)
);

create table journal_object (
    kind text not null,
    id text not null,
    day text not null,
    sequence bigint not null,
    constraint journal_object_entry FOREIGN KEY (day, sequence) REFERENCES journal(day, sequence),
    constraint journal_object_pk PRIMARY KEY (kind, id, day, sequence)
);

create table journal_personal (
    day text not null,
    sequence bigint not null,
    place text not null,
    person_id text not null,
    value text,
    salt text,
    constraint journal_personal_entry FOREIGN KEY (day, sequence) REFERENCES journal(day, sequence),
    constraint journal_personal_pk PRIMARY KEY (day, sequence, place),
    constraint journal_personal_whole CHECK (((value IS NULL) = (salt IS NULL)))
);

CREATE INDEX journal_personal_person ON public.journal_personal USING btree (person_id);

create table letter (
    id text not null,
    person_id text not null,
    kind text not null,
    once text not null,
    state text not null,
    attempts bigint not null,
    fault text not null,
    written_at bigint not null,
    next_at bigint not null,
    ended_at bigint,
    constraint letter_kind CHECK ((kind = ANY (ARRAY['digest'::text, 'returned'::text, 'due_soon'::text, 'decided'::text]))),
    constraint letter_once UNIQUE (person_id, once),
    constraint letter_person FOREIGN KEY (person_id) REFERENCES person(id),
    constraint letter_pk PRIMARY KEY (id),
    constraint letter_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'given_up'::text])))
);

CREATE INDEX letter_by_state ON public.letter USING btree (state, next_at);

create table letter_line (
    letter_id text not null,
    line bigint not null,
    kind text not null,
    by_day text,
    object_kind text not null,
    object_id text not null,
    constraint letter_line_of FOREIGN KEY (letter_id) REFERENCES letter(id) ON DELETE CASCADE,
    constraint letter_line_pk PRIMARY KEY (letter_id, line)
);

create table letter_word (
    letter_id text not null,
    line bigint not null,
    name text not null,
    said text not null,
    constraint letter_word_of FOREIGN KEY (letter_id, line) REFERENCES letter_line(letter_id, line) ON DELETE CASCADE,
    constraint letter_word_pk PRIMARY KEY (letter_id, line, name)
);

create table map_layer (
    id text not null,
    root_unit text not null,
    valid_from text not null,
    sequence bigint not null,
    level text not null,
    width bigint not null,
    height bigint not null,
    digest text not null,
    source text not null,
    licence text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint map_layer_frame CHECK (((width > 0) AND (height > 0))),
    constraint map_layer_level CHECK ((level = ANY (ARRAY['commune'::text, 'district'::text]))),
    constraint map_layer_once UNIQUE (root_unit, valid_from, sequence),
    constraint map_layer_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint map_layer_pk PRIMARY KEY (id),
    constraint map_layer_root FOREIGN KEY (root_unit) REFERENCES unit(id)
);

create table map_shape (
    layer_id text not null,
    unit_id text not null,
    path text not null,
    constraint map_shape_layer FOREIGN KEY (layer_id) REFERENCES map_layer(id),
    constraint map_shape_pk PRIMARY KEY (layer_id, unit_id),
    constraint map_shape_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table periodic_figure (
    report_id text not null,
    figure text not null,
    amount bigint not null,
    computed bigint,
    reason text not null,
    constraint periodic_figure_amount CHECK ((amount >= 0)),
    constraint periodic_figure_of FOREIGN KEY (report_id) REFERENCES periodic_report(id),
    constraint periodic_figure_pk PRIMARY KEY (report_id, figure)
);

create table periodic_report (
    id text not null,
    unit_id text not null,
    year bigint not null,
    kind text not null,
    state text not null,
    steps bigint not null,
    version bigint not null,
    changed_at bigint not null,
    constraint periodic_report_kind CHECK ((kind = ANY (ARRAY['half_year'::text, 'year'::text]))),
    constraint periodic_report_once UNIQUE (unit_id, year, kind),
    constraint periodic_report_pk PRIMARY KEY (id),
    constraint periodic_report_state CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'returned'::text, 'received'::text]))),
    constraint periodic_report_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE INDEX periodic_report_by_period ON public.periodic_report USING btree (year, kind);

create table periodic_step (
    report_id text not null,
    sequence bigint not null,
    action text not null,
    to_state text not null,
    on_day text not null,
    number text not null,
    paper_day text,
    signer text not null,
    via text not null,
    note text not null,
    receipt_year bigint,
    receipt_number bigint,
    taken_at bigint not null,
    taken_by text,
    constraint periodic_step_action CHECK ((action = ANY (ARRAY['send'::text, 'resend'::text, 'receive'::text, 'send_back'::text]))),
    constraint periodic_step_of FOREIGN KEY (report_id) REFERENCES periodic_report(id),
    constraint periodic_step_person FOREIGN KEY (taken_by) REFERENCES person(id),
    constraint periodic_step_pk PRIMARY KEY (report_id, sequence),
    constraint periodic_step_receipt FOREIGN KEY (receipt_year, receipt_number) REFERENCES receipt(year, number),
    constraint periodic_step_via CHECK ((via = ANY (ARRAY['signed_copy'::text, 'document_system'::text, 'by_hand'::text])))
);

create table periodic_text (
    report_id text not null,
    section text not null,
    content text not null,
    constraint periodic_text_of FOREIGN KEY (report_id) REFERENCES periodic_report(id),
    constraint periodic_text_pk PRIMARY KEY (report_id, section)
);

create table person (
    id text not null,
    login text not null,
    name text not null,
    position text not null,
    search_text text not null,
    password_hash text not null,
    must_change_password bigint not null,
    totp_secret text,
    totp_confirmed bigint not null,
    totp_counter bigint not null,
    added_at bigint not null,
    closed_at bigint,
    erased bigint not null,
    version bigint not null,
    mail text,
    mail_digest bigint not null default 1,
    constraint person_erased_flag CHECK ((erased = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint person_login_form CHECK (((length(login) >= 3) AND (length(login) <= 64))),
    constraint person_login_once UNIQUE (login),
    constraint person_must_change_flag CHECK ((must_change_password = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint person_pk PRIMARY KEY (id),
    constraint person_totp_whole CHECK (((totp_confirmed = 0) OR (totp_secret IS NOT NULL)))
);

create table ranking_closing (
    id text not null,
    round_id text not null,
    sequence bigint not null,
    state text not null,
    minutes_number text not null,
    minutes_day text not null,
    minutes_signer text not null,
    digest text not null,
    package text not null,
    shows_total bigint not null,
    shows_class bigint not null,
    shows_ranks_to bigint not null,
    publication_number text not null,
    publication_day text,
    closed_at bigint not null,
    closed_by text,
    proposed_by text,
    published_at bigint,
    published_by text,
    reason text not null,
    version bigint not null,
    constraint ranking_closing_closer FOREIGN KEY (closed_by) REFERENCES person(id),
    constraint ranking_closing_once UNIQUE (round_id, sequence),
    constraint ranking_closing_pk PRIMARY KEY (id),
    constraint ranking_closing_proposer FOREIGN KEY (proposed_by) REFERENCES person(id),
    constraint ranking_closing_publisher FOREIGN KEY (published_by) REFERENCES person(id),
    constraint ranking_closing_round FOREIGN KEY (round_id) REFERENCES score_round(id),
    constraint ranking_closing_shows CHECK (((shows_total = ANY (ARRAY[(0)::bigint, (1)::bigint])) AND (shows_class = ANY (ARRAY[(0)::bigint, (1)::bigint])) AND (shows_ranks_to >= 0))),
    constraint ranking_closing_state CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'proposed'::text, 'published'::text, 'reopened'::text]))),
    constraint ranking_closing_two_people CHECK (((published_by IS NULL) OR (proposed_by IS NULL) OR (published_by <> proposed_by)))
);

create table ranking_place (
    closing_id text not null,
    unit_id text not null,
    unit_label text not null,
    cluster_label text not null,
    base bigint not null,
    bonus bigint not null,
    penalty bigint not null,
    total bigint not null,
    class text not null,
    class_title text not null,
    rank bigint,
    is_excluded bigint not null,
    is_on_hold bigint not null,
    constraint ranking_place_closing FOREIGN KEY (closing_id) REFERENCES ranking_closing(id),
    constraint ranking_place_excluded CHECK (((is_excluded = ANY (ARRAY[(0)::bigint, (1)::bigint])) AND ((is_excluded = 1) = (rank IS NULL)))),
    constraint ranking_place_hold CHECK ((is_on_hold = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint ranking_place_pk PRIMARY KEY (closing_id, unit_id),
    constraint ranking_place_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE INDEX ranking_place_by_unit ON public.ranking_place USING btree (unit_id);

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
    constraint reading_choice_denominator FOREIGN KEY (denominator_id) REFERENCES assigned_denominator(id),
    constraint reading_choice_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint reading_choice_pk PRIMARY KEY (id),
    constraint reading_choice_reading CHECK ((reading = ANY (ARRAY['of_all'::text, 'of_advanced'::text]))),
    constraint reading_choice_root FOREIGN KEY (root_unit) REFERENCES unit(id),
    constraint reading_choice_target CHECK ((target = ANY (ARRAY['standard_communes'::text, 'advanced_communes'::text, 'model_communes'::text])))
);

CREATE INDEX reading_choice_by_root ON public.reading_choice USING btree (root_unit);

create table receipt (
    year bigint not null,
    number bigint not null,
    kind text not null,
    object_id text not null,
    content text not null,
    digest text not null,
    at bigint not null,
    given_to text,
    constraint receipt_number CHECK ((number >= 1)),
    constraint receipt_person FOREIGN KEY (given_to) REFERENCES person(id),
    constraint receipt_pk PRIMARY KEY (year, number)
);

CREATE INDEX receipt_of_object ON public.receipt USING btree (kind, object_id);

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
    constraint recognition_area CHECK (((standing = 'model_area'::text) = (area <> ''::text))),
    constraint recognition_once UNIQUE (unit_id, area, standing, year),
    constraint recognition_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint recognition_pk PRIMARY KEY (id),
    constraint recognition_standing CHECK ((standing = ANY (ARRAY['standard'::text, 'advanced'::text, 'model'::text, 'task_completed'::text, 'model_area'::text]))),
    constraint recognition_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

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
    constraint recognition_charge_holder FOREIGN KEY (holder_unit) REFERENCES unit(id),
    constraint recognition_charge_kind CHECK ((kind = ANY (ARRAY['debt'::text, 'security'::text, 'survey'::text]))),
    constraint recognition_charge_once UNIQUE (kind, root_unit, holder_unit, valid_from),
    constraint recognition_charge_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    constraint recognition_charge_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint recognition_charge_pk PRIMARY KEY (id),
    constraint recognition_charge_root FOREIGN KEY (root_unit) REFERENCES unit(id)
);

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
    constraint recognition_withdrawal_of FOREIGN KEY (recognition_id) REFERENCES recognition(id),
    constraint recognition_withdrawal_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint recognition_withdrawal_pk PRIMARY KEY (recognition_id)
);

create table register_revision (
    single bigint not null,
    revision text not null,
    constraint register_revision_one CHECK ((single = 1)),
    constraint register_revision_pk PRIMARY KEY (single)
);

create table request_key (
    person_id text not null,
    request_key text not null,
    operation text not null,
    body_digest text not null,
    status bigint,
    reply text,
    at bigint not null,
    constraint request_key_person FOREIGN KEY (person_id) REFERENCES person(id),
    constraint request_key_pk PRIMARY KEY (person_id, request_key)
);

CREATE INDEX request_key_age ON public.request_key USING btree (at);

create table role_grant (
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
    proposed_at bigint not null,
    decided_by text,
    decided_at bigint,
    version bigint not null,
    delegated_from text,
    constraint role_grant_decider FOREIGN KEY (decided_by) REFERENCES person(id),
    constraint role_grant_delegation FOREIGN KEY (delegated_from) REFERENCES role_grant(id),
    constraint role_grant_not_himself CHECK (((decided_by IS NULL) OR (decided_by <> person_id))),
    constraint role_grant_period CHECK (((valid_until IS NULL) OR (valid_from <= valid_until))),
    constraint role_grant_person FOREIGN KEY (person_id) REFERENCES person(id),
    constraint role_grant_pk PRIMARY KEY (id),
    constraint role_grant_proposer FOREIGN KEY (proposed_by) REFERENCES person(id),
    constraint role_grant_role CHECK ((role = ANY (ARRAY['unit_clerk'::text, 'unit_head'::text, 'department_verifier'::text, 'district_reviewer'::text, 'province_coordinator'::text, 'agriculture_officer'::text, 'commendation_officer'::text, 'council_secretary'::text, 'council_member'::text, 'decider'::text, 'inspector'::text, 'publisher'::text, 'auditor'::text, 'administrator'::text]))),
    constraint role_grant_scope CHECK ((scope = ANY (ARRAY['own'::text, 'subtree'::text, 'all'::text]))),
    constraint role_grant_state CHECK ((state = ANY (ARRAY['proposed'::text, 'granted'::text, 'refused'::text, 'ended'::text]))),
    constraint role_grant_two_people CHECK (((proposed_by IS NULL) OR (decided_by IS NULL) OR (proposed_by <> decided_by)))
);

CREATE INDEX role_grant_by_source ON public.role_grant USING btree (delegated_from);

CREATE INDEX role_grant_in_unit ON public.role_grant USING btree (unit_id);

CREATE INDEX role_grant_of_person ON public.role_grant USING btree (person_id);

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
    constraint satisfaction_mark_once UNIQUE (root_unit, standing, valid_from),
    constraint satisfaction_mark_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint satisfaction_mark_pk PRIMARY KEY (id),
    constraint satisfaction_mark_root FOREIGN KEY (root_unit) REFERENCES unit(id)
);

create table schema_migration (
    version bigint not null,
    name text not null,
    checksum text not null,
    applied_at bigint not null,
    constraint schema_migration_pkey PRIMARY KEY (version)
);

create table score_cell (
    sheet_id text not null,
    position bigint not null,
    leaf text not null,
    score bigint,
    plan text not null,
    actual text not null,
    reason text not null,
    from_system bigint not null,
    version bigint not null,
    saved_at bigint not null,
    saved_by text,
    constraint score_cell_from_system CHECK ((from_system = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint score_cell_person FOREIGN KEY (saved_by) REFERENCES person(id),
    constraint score_cell_pk PRIMARY KEY (sheet_id, "position", leaf),
    constraint score_cell_sheet FOREIGN KEY (sheet_id) REFERENCES score_sheet(id)
);

create table score_citation (
    sheet_id text not null,
    leaf text not null,
    evidence_id text not null,
    cited_at bigint not null,
    cited_by text,
    constraint score_citation_evidence FOREIGN KEY (evidence_id) REFERENCES evidence(id),
    constraint score_citation_person FOREIGN KEY (cited_by) REFERENCES person(id),
    constraint score_citation_pk PRIMARY KEY (sheet_id, leaf, evidence_id),
    constraint score_citation_sheet FOREIGN KEY (sheet_id) REFERENCES score_sheet(id)
);

create table score_cluster_head (
    id text not null,
    cluster_id text not null,
    unit_id text not null,
    seat text not null,
    valid_from text not null,
    valid_until text,
    paper text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint score_cluster_head_cluster FOREIGN KEY (cluster_id) REFERENCES unit_cluster(id),
    constraint score_cluster_head_once UNIQUE (cluster_id, seat, valid_from),
    constraint score_cluster_head_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    constraint score_cluster_head_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint score_cluster_head_pk PRIMARY KEY (id),
    constraint score_cluster_head_seat CHECK ((seat = ANY (ARRAY['head'::text, 'deputy'::text]))),
    constraint score_cluster_head_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table score_confirmation (
    sheet_id text not null,
    sequence bigint not null,
    position bigint not null,
    number text not null,
    day text not null,
    signer text not null,
    receipt_year bigint,
    receipt_number bigint,
    total bigint not null,
    withdrawn_at bigint,
    confirmed_at bigint not null,
    confirmed_by text,
    constraint score_confirmation_person FOREIGN KEY (confirmed_by) REFERENCES person(id),
    constraint score_confirmation_pk PRIMARY KEY (sheet_id, sequence),
    constraint score_confirmation_receipt FOREIGN KEY (receipt_year, receipt_number) REFERENCES receipt(year, number),
    constraint score_confirmation_sheet FOREIGN KEY (sheet_id) REFERENCES score_sheet(id)
);

create table score_extension (
    round_id text not null,
    sequence bigint not null,
    unit_id text,
    until_day text not null,
    paper_number text not null,
    paper_day text not null,
    reason text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint score_extension_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint score_extension_pk PRIMARY KEY (round_id, sequence),
    constraint score_extension_round FOREIGN KEY (round_id) REFERENCES score_round(id),
    constraint score_extension_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table score_fact (
    sheet_id text not null,
    sequence bigint not null,
    kind text not null,
    rule text not null,
    state text not null,
    found text not null,
    reason text not null,
    number text not null,
    day text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint score_fact_kind CHECK ((kind = ANY (ARRAY['knock_out'::text, 'hold'::text, 'last_year'::text, 'council_place'::text, 'adjusted_place'::text]))),
    constraint score_fact_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint score_fact_pk PRIMARY KEY (sheet_id, sequence),
    constraint score_fact_sheet FOREIGN KEY (sheet_id) REFERENCES score_sheet(id),
    constraint score_fact_state CHECK ((state = ANY (ARRAY['unsaid'::text, 'unconfirmed'::text, 'no'::text, 'yes'::text])))
);

create table score_objection (
    id text not null,
    sheet_id text not null,
    leaf text not null,
    words text not null,
    number text not null,
    day text,
    raised_at bigint not null,
    raised_by text,
    answer text not null,
    accepted bigint,
    answer_number text not null,
    answer_day text,
    answered_at bigint,
    answered_by text,
    constraint score_objection_answered CHECK (((accepted IS NULL) = (answered_at IS NULL))),
    constraint score_objection_answerer FOREIGN KEY (answered_by) REFERENCES person(id),
    constraint score_objection_person FOREIGN KEY (raised_by) REFERENCES person(id),
    constraint score_objection_pk PRIMARY KEY (id),
    constraint score_objection_sheet FOREIGN KEY (sheet_id) REFERENCES score_sheet(id)
);

CREATE INDEX score_objection_by_sheet ON public.score_objection USING btree (sheet_id);

create table score_office (
    round_id text not null,
    scorer text not null,
    unit_id text not null,
    constraint score_office_pk PRIMARY KEY (round_id, scorer),
    constraint score_office_round FOREIGN KEY (round_id) REFERENCES score_round(id),
    constraint score_office_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table score_return (
    sheet_id text not null,
    sequence bigint not null,
    position bigint not null,
    leaf text not null,
    reason text not null,
    due_on text not null,
    returned_at bigint not null,
    returned_by text,
    answer text not null,
    answered_at bigint,
    answered_by text,
    constraint score_return_answerer FOREIGN KEY (answered_by) REFERENCES person(id),
    constraint score_return_person FOREIGN KEY (returned_by) REFERENCES person(id),
    constraint score_return_pk PRIMARY KEY (sheet_id, sequence),
    constraint score_return_sheet FOREIGN KEY (sheet_id) REFERENCES score_sheet(id)
);

create table score_round (
    id text not null,
    table_version text not null,
    year bigint not null,
    title text not null,
    root_unit text not null,
    unit_kind text not null,
    units_on text not null,
    opens_on text not null,
    closes_on text not null,
    is_blind bigint not null,
    seed text not null,
    paper text not null,
    opened_at bigint not null,
    opened_by text,
    constraint score_round_blind CHECK ((is_blind = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint score_round_person FOREIGN KEY (opened_by) REFERENCES person(id),
    constraint score_round_pk PRIMARY KEY (id),
    constraint score_round_root FOREIGN KEY (root_unit) REFERENCES unit(id),
    constraint score_round_table FOREIGN KEY (table_version) REFERENCES scoring_table_version(id),
    constraint score_round_window CHECK ((opens_on <= closes_on)),
    constraint score_round_year CHECK (((year >= 2000) AND (year <= 2100)))
);

create table score_sheet (
    id text not null,
    round_id text not null,
    unit_id text not null,
    unit_label text not null,
    cluster_id text,
    cluster_label text not null,
    checked_by text,
    state text not null,
    confirmed bigint not null,
    sent_on text,
    late_days bigint not null,
    effective text not null,
    base bigint not null,
    bonus bigint not null,
    penalty bigint not null,
    total bigint not null,
    version bigint not null,
    changed_at bigint not null,
    constraint score_sheet_checker FOREIGN KEY (checked_by) REFERENCES unit(id),
    constraint score_sheet_cluster FOREIGN KEY (cluster_id) REFERENCES unit_cluster(id),
    constraint score_sheet_confirmed CHECK ((confirmed >= '-1'::integer)),
    constraint score_sheet_label UNIQUE (round_id, unit_label),
    constraint score_sheet_once UNIQUE (round_id, unit_id),
    constraint score_sheet_pk PRIMARY KEY (id),
    constraint score_sheet_round FOREIGN KEY (round_id) REFERENCES score_round(id),
    constraint score_sheet_state CHECK ((state = ANY (ARRAY['self_scoring'::text, 'waiting'::text, 'cross_check'::text, 'recheck'::text, 'field_scoring'::text, 'cluster_scoring'::text, 'council_scoring'::text, 'announced'::text, 'settled'::text]))),
    constraint score_sheet_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE INDEX score_sheet_by_unit ON public.score_sheet USING btree (unit_id);

create table score_stage (
    round_id text not null,
    position bigint not null,
    stage text not null,
    title text not null,
    kind text not null,
    closes_on text not null,
    constraint score_stage_first CHECK ((("position" = 0) = (kind = 'self'::text))),
    constraint score_stage_kind CHECK ((kind = ANY (ARRAY['self'::text, 'cross_check'::text, 'recheck'::text, 'field'::text, 'cluster'::text, 'council'::text]))),
    constraint score_stage_pk PRIMARY KEY (round_id, "position"),
    constraint score_stage_round FOREIGN KEY (round_id) REFERENCES score_round(id)
);

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
    constraint scoring_holder_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    constraint scoring_holder_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint scoring_holder_pk PRIMARY KEY (id),
    constraint scoring_holder_root FOREIGN KEY (root_unit) REFERENCES unit(id),
    constraint scoring_holder_unit FOREIGN KEY (holder_unit) REFERENCES unit(id)
);

create table scoring_table (
    id text not null,
    slug text not null,
    unit_id text not null,
    constraint scoring_table_pk PRIMARY KEY (id),
    constraint scoring_table_slug UNIQUE (slug),
    constraint scoring_table_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

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
    constraint scoring_table_version_counted CHECK ((number >= 1)),
    constraint scoring_table_version_number UNIQUE (table_id, number),
    constraint scoring_table_version_of FOREIGN KEY (table_id) REFERENCES scoring_table(id),
    constraint scoring_table_version_person FOREIGN KEY (loaded_by) REFERENCES person(id),
    constraint scoring_table_version_pk PRIMARY KEY (id)
);

create table session (
    id text not null,
    token_digest text not null,
    csrf text not null,
    person_id text not null,
    started_at bigint not null,
    last_seen_at bigint not null,
    expires_at bigint not null,
    peer text not null,
    agent text not null,
    ended_at bigint,
    constraint session_person FOREIGN KEY (person_id) REFERENCES person(id),
    constraint session_pk PRIMARY KEY (id),
    constraint session_token_once UNIQUE (token_digest)
);

CREATE INDEX session_age ON public.session USING btree (started_at);

CREATE INDEX session_of_person ON public.session USING btree (person_id);

create table sign_in_attempt (
    login_digest text not null,
    failures bigint not null,
    locked_until bigint,
    last_at bigint not null,
    constraint sign_in_attempt_pk PRIMARY KEY (login_digest)
);

create table target (
    id text not null,
    root_unit text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint target_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint target_pk PRIMARY KEY (id),
    constraint target_root FOREIGN KEY (root_unit) REFERENCES unit(id)
);

CREATE INDEX target_by_root ON public.target USING btree (root_unit);

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
    constraint target_figure_kind CHECK ((kind = ANY (ARRAY['plan'::text, 'actual'::text]))),
    constraint target_figure_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint target_figure_pk PRIMARY KEY (target_id, year, kind, sequence),
    constraint target_figure_target FOREIGN KEY (target_id) REFERENCES target(id),
    constraint target_figure_year CHECK (((year >= 2000) AND (year <= 2100)))
);

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
    constraint target_version_better CHECK ((better = ANY (ARRAY['higher'::text, 'lower'::text]))),
    constraint target_version_owner FOREIGN KEY (owner_unit) REFERENCES unit(id),
    constraint target_version_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint target_version_pk PRIMARY KEY (target_id, sequence),
    constraint target_version_target FOREIGN KEY (target_id) REFERENCES target(id)
);

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
    constraint threshold_confirmation_carried_flag CHECK ((carried = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint threshold_confirmation_paper FOREIGN KEY (paper_id) REFERENCES criteria_paper(id),
    constraint threshold_confirmation_person FOREIGN KEY (recorded_by) REFERENCES person(id),
    constraint threshold_confirmation_pk PRIMARY KEY (set_id, version, sequence),
    constraint threshold_confirmation_version FOREIGN KEY (set_id, version) REFERENCES criteria_set_version(set_id, number)
);

create table unit (
    id text not null,
    recorded_at bigint not null,
    constraint unit_pk PRIMARY KEY (id)
);

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
    constraint unit_change_counter_kind CHECK (((kind = 'counter'::text) = (counters IS NOT NULL))),
    constraint unit_change_countered_by FOREIGN KEY (countered_by) REFERENCES unit_change(id),
    constraint unit_change_counters FOREIGN KEY (counters) REFERENCES unit_change(id),
    constraint unit_change_day_form CHECK ((length(day) = 10)),
    constraint unit_change_pk PRIMARY KEY (id)
);

CREATE INDEX unit_change_by_day ON public.unit_change USING btree (day);

CREATE UNIQUE INDEX unit_change_key_once ON public.unit_change USING btree (key) WHERE ((key <> ''::text) AND (countered_by IS NULL));

create table unit_cluster (
    id text not null,
    kind text not null,
    recorded_at bigint not null,
    constraint unit_cluster_kind CHECK ((kind = ANY (ARRAY['cluster'::text, 'block'::text]))),
    constraint unit_cluster_pk PRIMARY KEY (id)
);

create table unit_cluster_member (
    year bigint not null,
    unit_id text not null,
    cluster_id text not null,
    constraint unit_cluster_member_pk PRIMARY KEY (year, unit_id),
    constraint unit_cluster_member_unit FOREIGN KEY (unit_id) REFERENCES unit(id),
    constraint unit_cluster_member_year FOREIGN KEY (cluster_id, year) REFERENCES unit_cluster_year(cluster_id, year)
);

CREATE INDEX unit_cluster_member_of ON public.unit_cluster_member USING btree (cluster_id, year);

create table unit_cluster_year (
    cluster_id text not null,
    year bigint not null,
    name text not null,
    head_unit text,
    version bigint not null,
    constraint unit_cluster_year_cluster FOREIGN KEY (cluster_id) REFERENCES unit_cluster(id),
    constraint unit_cluster_year_head FOREIGN KEY (head_unit) REFERENCES unit(id),
    constraint unit_cluster_year_pk PRIMARY KEY (cluster_id, year)
);

create table unit_lineage (
    change_id text not null,
    from_unit text not null,
    to_unit text not null,
    part text not null,
    constraint unit_lineage_change FOREIGN KEY (change_id) REFERENCES unit_change(id),
    constraint unit_lineage_from FOREIGN KEY (from_unit) REFERENCES unit(id),
    constraint unit_lineage_part CHECK ((part = ANY (ARRAY['full'::text, 'part'::text, 'unknown'::text]))),
    constraint unit_lineage_pk PRIMARY KEY (change_id, from_unit, to_unit),
    constraint unit_lineage_to FOREIGN KEY (to_unit) REFERENCES unit(id),
    constraint unit_lineage_two_units CHECK ((from_unit <> to_unit))
);

CREATE INDEX unit_lineage_back ON public.unit_lineage USING btree (to_unit);

CREATE INDEX unit_lineage_forth ON public.unit_lineage USING btree (from_unit);

create table unit_revision (
    single bigint not null,
    revision text not null,
    constraint unit_revision_one CHECK ((single = 1)),
    constraint unit_revision_pk PRIMARY KEY (single)
);

create table unit_share (
    change_id text not null,
    from_unit text not null,
    to_unit text not null,
    measure text not null,
    amount text,
    constraint unit_share_lineage FOREIGN KEY (change_id, from_unit, to_unit) REFERENCES unit_lineage(change_id, from_unit, to_unit),
    constraint unit_share_pk PRIMARY KEY (change_id, from_unit, to_unit, measure)
);

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
    constraint unit_version_change FOREIGN KEY (change_id) REFERENCES unit_change(id),
    constraint unit_version_closed CHECK (((closed_by IS NULL) OR (until_day IS NOT NULL))),
    constraint unit_version_closed_by FOREIGN KEY (closed_by) REFERENCES unit_change(id),
    constraint unit_version_not_its_own_parent CHECK (((parent_id IS NULL) OR (parent_id <> unit_id))),
    constraint unit_version_parent FOREIGN KEY (parent_id) REFERENCES unit(id),
    constraint unit_version_period CHECK (((length(from_day) = 10) AND ((until_day IS NULL) OR (until_day > from_day)))),
    constraint unit_version_pk PRIMARY KEY (id),
    constraint unit_version_rural CHECK ((rural = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    constraint unit_version_superseded_by FOREIGN KEY (superseded_by) REFERENCES unit_change(id),
    constraint unit_version_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE UNIQUE INDEX unit_code_once ON public.unit_version USING btree (code) WHERE ((code <> ''::text) AND (superseded_by IS NULL) AND (until_day IS NULL));

CREATE INDEX unit_version_by_change ON public.unit_version USING btree (change_id);

CREATE INDEX unit_version_by_closing ON public.unit_version USING btree (closed_by);

CREATE INDEX unit_version_by_code ON public.unit_version USING btree (code, from_day);

CREATE INDEX unit_version_by_kind ON public.unit_version USING btree (kind, from_day, until_day, search_text) WHERE (superseded_by IS NULL);

CREATE INDEX unit_version_by_name ON public.unit_version USING btree (name COLLATE "vi-x-icu", unit_id);

CREATE INDEX unit_version_by_parent ON public.unit_version USING btree (parent_id, from_day);

CREATE UNIQUE INDEX unit_version_once ON public.unit_version USING btree (unit_id, from_day) WHERE (superseded_by IS NULL);

CREATE UNIQUE INDEX unit_version_one_open ON public.unit_version USING btree (unit_id) WHERE ((superseded_by IS NULL) AND (until_day IS NULL));

create table upload (
    id text not null,
    unit_id text not null,
    title text not null,
    file_name text not null,
    evidence_expires_on text,
    size bigint not null,
    received bigint not null,
    declared_at bigint not null,
    started_by text not null,
    expires_at bigint not null,
    constraint upload_person FOREIGN KEY (started_by) REFERENCES person(id),
    constraint upload_pk PRIMARY KEY (id),
    constraint upload_received CHECK (((size > 0) AND ((received >= 0) AND (received <= size)))),
    constraint upload_unit FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE INDEX upload_by_end ON public.upload USING btree (expires_at);

CREATE INDEX upload_by_person ON public.upload USING btree (started_by);
