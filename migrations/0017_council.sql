-- The appraisal council: members from–to by a paper, sessions with an agenda of dossiers, presence, and votes as dated rows: named, or
-- counts the secretary entered. A later counting of a matter follows the earlier one, it does not replace it.
create table council (
    id text not null,
    root_unit text not null,
    name text not null,
    number text not null,
    paper_day text not null,
    signer text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint council_pk primary key (id),
    constraint council_root foreign key (root_unit) references unit (id),
    constraint council_person foreign key (recorded_by) references person (id)
) /*strict*/;

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
    constraint council_member_pk primary key (id),
    constraint council_member_of foreign key (council_id) references council (id),
    constraint council_member_unit foreign key (unit_id) references unit (id),
    constraint council_member_person foreign key (recorded_by) references person (id),
    constraint council_member_seat check (seat in ('chair', 'deputy', 'secretary', 'member')),
    constraint council_member_period check (valid_until is null or valid_until > valid_from)
) /*strict*/;
create index council_member_by_council on council_member (council_id);

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
    constraint council_session_pk primary key (id),
    constraint council_session_of foreign key (council_id) references council (id),
    constraint council_session_form check (form in ('show_of_hands', 'secret_ballot', 'written')),
    constraint council_session_state check (state in ('planned', 'sitting', 'closed', 'cancelled')),
    constraint council_session_minutes check ((state = 'closed') = (minutes_day is not null))
) /*strict*/;

create table council_attendance (
    session_id text not null,
    member_id text not null,
    constraint council_attendance_pk primary key (session_id, member_id),
    constraint council_attendance_session foreign key (session_id) references council_session (id),
    constraint council_attendance_member foreign key (member_id) references council_member (id)
) /*strict*/;

create table council_matter (
    session_id text not null,
    line bigint not null,
    dossier_id text not null,
    outcome text not null,
    needed bigint,
    constraint council_matter_pk primary key (session_id, dossier_id),
    constraint council_matter_line unique (session_id, line),
    constraint council_matter_session foreign key (session_id) references council_session (id),
    constraint council_matter_dossier foreign key (dossier_id) references dossier (id),
    constraint council_matter_outcome check (outcome in ('', 'approved', 'returned'))
) /*strict*/;

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
    constraint council_vote_pk primary key (session_id, dossier_id, counting, line),
    constraint council_vote_matter foreign key (session_id, dossier_id) references council_matter (session_id, dossier_id),
    constraint council_vote_member foreign key (member_id) references council_member (id),
    constraint council_vote_person foreign key (recorded_by) references person (id),
    constraint council_vote_choice check (choice in ('in_favour', 'against', 'abstained')),
    constraint council_vote_named check (votes >= 0 and (member_id is null or votes = 1))
) /*strict*/;

-- A member whose own unit, or other interest, is before the council. One who steps back is not counted for that matter.
create table council_conflict (
    session_id text not null,
    dossier_id text not null,
    counting bigint not null,
    member_id text not null,
    reason text not null,
    recused bigint not null,
    constraint council_conflict_pk primary key (session_id, dossier_id, counting, member_id),
    constraint council_conflict_matter foreign key (session_id, dossier_id) references council_matter (session_id, dossier_id),
    constraint council_conflict_member foreign key (member_id) references council_member (id),
    constraint council_conflict_recused check (recused in (0, 1))
) /*strict*/;
