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
    constraint person_pk primary key (id),
    constraint person_login_once unique (login),
    constraint person_login_form check (length(login) between 3 and 64),
    constraint person_must_change_flag check (must_change_password in (0, 1)),
    constraint person_erased_flag check (erased in (0, 1)),
    constraint person_totp_whole check (totp_confirmed = 0 or totp_secret is not null)
) /*strict*/;

-- Failed sign-ins by the digest of what was typed as login, known or not, so that a stranger learns nothing from a lock.
create table sign_in_attempt (
    login_digest text not null,
    failures bigint not null,
    locked_until bigint,
    last_at bigint not null,
    constraint sign_in_attempt_pk primary key (login_digest)
) /*strict*/;

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
    constraint session_pk primary key (id),
    constraint session_token_once unique (token_digest),
    constraint session_person foreign key (person_id) references person (id)
) /*strict*/;
create index session_of_person on session (person_id);
create index session_age on session (started_at);

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
) /*strict*/;
create index role_grant_of_person on role_grant (person_id);
create index role_grant_in_unit on role_grant (unit_id);

-- A repeated write with the same key gives the same reply. No status yet: the write is done, its reply was lost.
create table request_key (
    person_id text not null,
    request_key text not null,
    operation text not null,
    body_digest text not null,
    status bigint,
    reply text,
    at bigint not null,
    constraint request_key_pk primary key (person_id, request_key),
    constraint request_key_person foreign key (person_id) references person (id)
) /*strict*/;
create index request_key_age on request_key (at);
