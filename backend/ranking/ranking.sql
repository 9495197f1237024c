-- name: closings
select id, round_id, sequence, state, minutes_number, minutes_day, minutes_signer, digest, shows_total, shows_class, shows_ranks_to,
       publication_number, publication_day, closed_at, closed_by, proposed_by, published_at, published_by, reason, version
from ranking_closing
where (cast($1 as text) is null or id = cast($1 as text)) and (cast($2 as text) is null or round_id = cast($2 as text))
  and (cast($3 as text) is null or state = cast($3 as text))
order by closed_at desc, sequence desc

-- name: next_sequence
select coalesce(max(sequence), 0) + 1 as next from ranking_closing where round_id = $1

-- name: add_closing
insert into ranking_closing (id, round_id, sequence, state, minutes_number, minutes_day, minutes_signer, digest, package, shows_total, shows_class,
                             shows_ranks_to, publication_number, publication_day, closed_at, closed_by, proposed_by, published_at, published_by,
                             reason, version)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, '', null, $10, $11, null, null, null, '', 1)

-- name: add_place
insert into ranking_place (closing_id, unit_id, unit_label, cluster_label, base, bonus, penalty, total, class, class_title, rank, is_excluded, is_on_hold)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)

-- name: save_closing
update ranking_closing
set state = $3, shows_total = $4, shows_class = $5, shows_ranks_to = $6, publication_number = $7, publication_day = $8, proposed_by = $9,
    published_at = $10, published_by = $11, reason = $12, version = version + 1
where id = $1 and version = $2

-- name: package
select package from ranking_closing where id = $1

-- name: places
select unit_id, unit_label, cluster_label, base, bonus, penalty, total, class, class_title, rank, is_excluded, is_on_hold from ranking_place
where closing_id = $1
order by cluster_label collate vietnamese, is_excluded, rank, unit_label collate vietnamese, unit_id

-- name: places_of_unit
select c.id as closing_id, p.unit_id, p.unit_label, p.cluster_label, p.base, p.bonus, p.penalty, p.total, p.class, p.class_title, p.rank, p.is_excluded,
       p.is_on_hold
from ranking_place p join ranking_closing c on c.id = p.closing_id
where p.unit_id = $1 and c.state <> 'reopened'
order by c.closed_at desc
