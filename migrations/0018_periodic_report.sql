-- Half-year and year-end reports of units (mục VI.5). A report begins with its first save; what no report was begun for is owed all the
-- same, by the calendar. `computed` is the sum of the units below when the report was sent: `amount` differs from it only with a reason.
create table periodic_report (
    id text not null,
    unit_id text not null,
    year bigint not null,
    kind text not null,
    state text not null,
    steps bigint not null,
    version bigint not null,
    changed_at bigint not null,
    constraint periodic_report_pk primary key (id),
    constraint periodic_report_once unique (unit_id, year, kind),
    constraint periodic_report_unit foreign key (unit_id) references unit (id),
    constraint periodic_report_kind check (kind in ('half_year', 'year')),
    constraint periodic_report_state check (state in ('draft', 'sent', 'returned', 'received'))
) /*strict*/;
create index periodic_report_by_period on periodic_report (year, kind);

create table periodic_figure (
    report_id text not null,
    figure text not null,
    amount bigint not null,
    computed bigint,
    reason text not null,
    constraint periodic_figure_pk primary key (report_id, figure),
    constraint periodic_figure_of foreign key (report_id) references periodic_report (id),
    constraint periodic_figure_amount check (amount >= 0)
) /*strict*/;

create table periodic_text (
    report_id text not null,
    section text not null,
    content text not null,
    constraint periodic_text_pk primary key (report_id, section),
    constraint periodic_text_of foreign key (report_id) references periodic_report (id)
) /*strict*/;

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
    constraint periodic_step_pk primary key (report_id, sequence),
    constraint periodic_step_of foreign key (report_id) references periodic_report (id),
    constraint periodic_step_receipt foreign key (receipt_year, receipt_number) references receipt (year, number),
    constraint periodic_step_person foreign key (taken_by) references person (id),
    constraint periodic_step_action check (action in ('send', 'resend', 'receive', 'send_back')),
    constraint periodic_step_via check (via in ('signed_copy', 'document_system', 'by_hand'))
) /*strict*/;
