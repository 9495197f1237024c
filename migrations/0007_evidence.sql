-- Evidence: a file of a unit, uploaded once and cited by many values of many years. Its bytes stand in the blob store under
-- `digest`. What is replaced stays readable; what is purged leaves this row, without its names. `pages`: of what was bound
-- from photographs. `declared_at`: when somebody declared that it holds no state secret.
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
) /*strict*/;
create index evidence_of_unit on evidence (unit_id);
create index evidence_by_digest on evidence (digest);

-- Which value of which sheet leans on it. A citation that is taken back stays, with its day.
create table evidence_citation (
    id text not null,
    evidence_id text not null,
    sheet_id text not null,
    indicator text not null,
    cited_at bigint not null,
    cited_by text,
    removed_at bigint,
    removed_by text,
    constraint evidence_citation_pk primary key (id),
    constraint evidence_citation_of foreign key (evidence_id) references evidence (id),
    constraint evidence_citation_sheet foreign key (sheet_id) references assessment_sheet (id),
    constraint evidence_citation_person foreign key (cited_by) references person (id),
    constraint evidence_citation_remover foreign key (removed_by) references person (id)
) /*strict*/;
create unique index evidence_citation_once on evidence_citation (evidence_id, sheet_id, indicator) where removed_at is null;
create index evidence_citation_of_sheet on evidence_citation (sheet_id);

-- A file on its way in (tus 1.0). `received` bytes are durable in its draft; more may stand there that nobody acknowledged.
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
    constraint upload_pk primary key (id),
    constraint upload_unit foreign key (unit_id) references unit (id),
    constraint upload_person foreign key (started_by) references person (id),
    constraint upload_received check (size > 0 and received between 0 and size)
) /*strict*/;
create index upload_by_person on upload (started_by);
create index upload_by_end on upload (expires_at);
