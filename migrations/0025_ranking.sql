-- A closing freezes the ranking of a round: one file with everything it came from, and its places as rows for whoever asks for
-- one unit. A closing is never changed; a round that is reopened is closed again by a new row.
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
    constraint ranking_closing_pk primary key (id),
    constraint ranking_closing_once unique (round_id, sequence),
    constraint ranking_closing_round foreign key (round_id) references score_round (id),
    constraint ranking_closing_closer foreign key (closed_by) references person (id),
    constraint ranking_closing_proposer foreign key (proposed_by) references person (id),
    constraint ranking_closing_publisher foreign key (published_by) references person (id),
    constraint ranking_closing_state check (state in ('open', 'closed', 'proposed', 'published', 'reopened')),
    constraint ranking_closing_shows check (shows_total in (0, 1) and shows_class in (0, 1) and shows_ranks_to >= 0),
    constraint ranking_closing_two_people check (published_by is null or proposed_by is null or published_by <> proposed_by)
) /*strict*/;

-- Points are whole hundredths. `rank` is null for a unit that is not ranked; `class` is empty for none.
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
    constraint ranking_place_pk primary key (closing_id, unit_id),
    constraint ranking_place_closing foreign key (closing_id) references ranking_closing (id),
    constraint ranking_place_unit foreign key (unit_id) references unit (id),
    constraint ranking_place_excluded check (is_excluded in (0, 1) and (is_excluded = 1) = (rank is null)),
    constraint ranking_place_hold check (is_on_hold in (0, 1))
) /*strict*/;
create index ranking_place_by_unit on ranking_place (unit_id);
