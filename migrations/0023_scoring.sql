-- Score sheets (clause VI.5): a round scores the units of a territory under one version of a table, in stages that stay side by side
-- for ever. A cell is what one stage says of one leaf; a confirmation is the paper that closes a stage. What counts of a sheet
-- (`effective`, the sums) is derived from them and kept in the same transaction, so that boards and rankings read one row a unit.
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
    constraint score_round_pk primary key (id),
    constraint score_round_table foreign key (table_version) references scoring_table_version (id),
    constraint score_round_root foreign key (root_unit) references unit (id),
    constraint score_round_person foreign key (opened_by) references person (id),
    constraint score_round_window check (opens_on <= closes_on),
    constraint score_round_blind check (is_blind in (0, 1)),
    constraint score_round_year check (year between 2000 and 2100)
) /*strict*/;

-- The stages of a round in their order: 0 is the unit's own. `stage` is the id in the table.
create table score_stage (
    round_id text not null,
    position bigint not null,
    stage text not null,
    title text not null,
    kind text not null,
    closes_on text not null,
    constraint score_stage_pk primary key (round_id, position),
    constraint score_stage_round foreign key (round_id) references score_round (id),
    constraint score_stage_kind check (kind in ('self', 'cross_check', 'recheck', 'field', 'cluster', 'council')),
    constraint score_stage_first check ((position = 0) = (kind = 'self'))
) /*strict*/;

-- Which office scores the items of a field ("scorer" in the table), by the paper of the round.
create table score_office (
    round_id text not null,
    scorer text not null,
    unit_id text not null,
    constraint score_office_pk primary key (round_id, scorer),
    constraint score_office_round foreign key (round_id) references score_round (id),
    constraint score_office_unit foreign key (unit_id) references unit (id)
) /*strict*/;

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
    constraint score_extension_pk primary key (round_id, sequence),
    constraint score_extension_round foreign key (round_id) references score_round (id),
    constraint score_extension_unit foreign key (unit_id) references unit (id),
    constraint score_extension_person foreign key (recorded_by) references person (id)
) /*strict*/;

-- Who heads a cluster from when to when: the head enters what the cluster agreed, the deputy the head's own unit.
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
    constraint score_cluster_head_pk primary key (id),
    constraint score_cluster_head_once unique (cluster_id, seat, valid_from),
    constraint score_cluster_head_cluster foreign key (cluster_id) references unit_cluster (id),
    constraint score_cluster_head_unit foreign key (unit_id) references unit (id),
    constraint score_cluster_head_person foreign key (recorded_by) references person (id),
    constraint score_cluster_head_seat check (seat in ('head', 'deputy')),
    constraint score_cluster_head_period check (valid_until is null or valid_until > valid_from)
) /*strict*/;

-- `confirmed` is the position of the last confirmed stage, -1 before the unit has sent. `checked_by` is the unit that checks it at
-- the cross-check, drawn from the seed. Points are whole hundredths.
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
) /*strict*/;
create index score_sheet_by_unit on score_sheet (unit_id);

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
    constraint score_cell_pk primary key (sheet_id, position, leaf),
    constraint score_cell_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_cell_person foreign key (saved_by) references person (id),
    constraint score_cell_from_system check (from_system in (0, 1))
) /*strict*/;

-- The paper that closed a stage of a sheet; one paper often closes many sheets. The unit's own sending has a receipt.
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
    constraint score_confirmation_pk primary key (sheet_id, sequence),
    constraint score_confirmation_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_confirmation_receipt foreign key (receipt_year, receipt_number) references receipt (year, number),
    constraint score_confirmation_person foreign key (confirmed_by) references person (id)
) /*strict*/;

-- An item sent back to the unit at a stage; the unit changes its own score or explains why it stands.
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
    constraint score_return_pk primary key (sheet_id, sequence),
    constraint score_return_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_return_person foreign key (returned_by) references person (id),
    constraint score_return_answerer foreign key (answered_by) references person (id)
) /*strict*/;

-- Kiến nghị về kết quả chấm điểm, item by item, and the answer with its paper.
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
    constraint score_objection_pk primary key (id),
    constraint score_objection_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_objection_person foreign key (raised_by) references person (id),
    constraint score_objection_answerer foreign key (answered_by) references person (id),
    constraint score_objection_answered check ((accepted is null) = (answered_at is null))
) /*strict*/;
create index score_objection_by_sheet on score_objection (sheet_id);

-- What stands beside the points: a later row of the same kind and rule follows the earlier one, it does not replace it.
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
    constraint score_fact_pk primary key (sheet_id, sequence),
    constraint score_fact_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_fact_person foreign key (recorded_by) references person (id),
    constraint score_fact_kind check (kind in ('knock_out', 'hold', 'last_year', 'council_place', 'adjusted_place')),
    constraint score_fact_state check (state in ('unsaid', 'unconfirmed', 'no', 'yes'))
) /*strict*/;

-- A file of the unit's store a score leans on.
create table score_citation (
    sheet_id text not null,
    leaf text not null,
    evidence_id text not null,
    cited_at bigint not null,
    cited_by text,
    constraint score_citation_pk primary key (sheet_id, leaf, evidence_id),
    constraint score_citation_sheet foreign key (sheet_id) references score_sheet (id),
    constraint score_citation_evidence foreign key (evidence_id) references evidence (id),
    constraint score_citation_person foreign key (cited_by) references person (id)
) /*strict*/;
