-- name: revision
select revision from unit_revision where single = 1

-- name: set_revision
insert into unit_revision (single, revision) values (1, $1) on conflict (single) do update set revision = excluded.revision

-- name: live_versions
select id, unit_id, from_day, until_day, name, kind, code, parent_id, rural, region, change_id, closed_by
from unit_version where superseded_by is null
order by name collate vietnamese, unit_id, from_day

-- name: live_links
select l.change_id, c.day, l.from_unit, l.to_unit, l.part
from unit_lineage l join unit_change c on c.id = l.change_id
where c.countered_by is null

-- name: live_shares
select s.change_id, s.from_unit, s.to_unit, s.measure, s.amount
from unit_share s join unit_change c on c.id = s.change_id
where c.countered_by is null
order by s.measure

-- name: versions_of_change
select id, unit_id, from_day, until_day, name, kind, code, parent_id, rural, region, change_id, closed_by
from unit_version v
where v.change_id = $1 or v.closed_by = $1
order by name collate vietnamese, unit_id, from_day

-- name: links_of_change
select l.change_id, c.day, l.from_unit, l.to_unit, l.part
from unit_lineage l join unit_change c on c.id = l.change_id
where l.change_id = $1

-- name: unit_known
select id from unit where id = $1

-- name: version_on
select v.id, v.unit_id, v.from_day, v.until_day, v.name, v.kind, v.code, v.parent_id, v.rural, v.region, v.change_id,
       v.closed_by
from unit_version v
where v.unit_id = $1 and v.superseded_by is null and v.from_day <= $2 and (v.until_day is null or v.until_day > $2)

-- name: versions_of_unit
select v.id, v.unit_id, v.from_day, v.until_day, v.name, v.kind, v.code, v.parent_id, v.rural, v.region, v.change_id,
       v.closed_by,
       (select p.name from unit_version p where p.unit_id = v.parent_id and p.superseded_by is null
          and p.from_day <= v.from_day and (p.until_day is null or p.until_day > v.from_day)) as parent_name
from unit_version v
where v.unit_id = $1 and v.superseded_by is null
order by v.from_day

-- name: unit_with_code
select v.unit_id from unit_version v
where v.code = $1 and v.superseded_by is null and v.from_day <= $2 and (v.until_day is null or v.until_day > $2)

-- name: parent_on
select v.parent_id from unit_version v
where v.unit_id = $1 and v.superseded_by is null and v.from_day <= $2 and (v.until_day is null or v.until_day > $2)

-- name: rows_of_country
with page as (
    select v.unit_id, v.code, v.name, v.kind, v.parent_id, v.rural, v.region, v.from_day, v.until_day
    from unit_version v
    where v.superseded_by is null and v.from_day <= $1 and (v.until_day is null or v.until_day > $1)
      and (cast($2 as text) is null or v.kind = cast($2 as text))
      and v.search_text like cast($3 as text) escape '\'
      and (cast($4 as text) is null or v.name collate vietnamese > cast($4 as text)
           or (v.name collate vietnamese = cast($4 as text) and v.unit_id > cast($5 as text)))
    order by v.name collate vietnamese, v.unit_id
    limit $6
)
select v.*, p.name as parent_name, p.code as parent_code
from page v
left join unit_version p on p.unit_id = v.parent_id and p.superseded_by is null and p.from_day <= $1
     and (p.until_day is null or p.until_day > $1)
order by v.name collate vietnamese, v.unit_id

-- name: count_of_country
select count(*) as n from unit_version v
where v.superseded_by is null and v.from_day <= $1 and (v.until_day is null or v.until_day > $1)
  and v.kind between coalesce(cast($2 as text), '') and coalesce(cast($2 as text), '~')
  and v.search_text like cast($3 as text) escape '\'

-- name: rows_below
with recursive below (unit_id) as (
    select c.unit_id from unit_version c
    where c.parent_id = $7 and c.superseded_by is null and c.from_day <= $1 and (c.until_day is null or c.until_day > $1)
    union all
    select c.unit_id from below b join unit_version c on c.parent_id = b.unit_id
    where c.superseded_by is null and c.from_day <= $1 and (c.until_day is null or c.until_day > $1)
), page as (
    select v.unit_id, v.code, v.name, v.kind, v.parent_id, v.rural, v.region, v.from_day, v.until_day
    from below b join unit_version v on v.unit_id = b.unit_id
    where v.superseded_by is null and v.from_day <= $1 and (v.until_day is null or v.until_day > $1)
      and (cast($2 as text) is null or v.kind = cast($2 as text))
      and v.search_text like cast($3 as text) escape '\'
      and (cast($4 as text) is null or v.name collate vietnamese > cast($4 as text)
           or (v.name collate vietnamese = cast($4 as text) and v.unit_id > cast($5 as text)))
    order by v.name collate vietnamese, v.unit_id
    limit $6
)
select v.*, p.name as parent_name, p.code as parent_code
from page v
left join unit_version p on p.unit_id = v.parent_id and p.superseded_by is null and p.from_day <= $1
     and (p.until_day is null or p.until_day > $1)
order by v.name collate vietnamese, v.unit_id

-- name: count_below
with recursive below (unit_id) as (
    select c.unit_id from unit_version c
    where c.parent_id = $4 and c.superseded_by is null and c.from_day <= $1 and (c.until_day is null or c.until_day > $1)
    union all
    select c.unit_id from below b join unit_version c on c.parent_id = b.unit_id
    where c.superseded_by is null and c.from_day <= $1 and (c.until_day is null or c.until_day > $1)
)
select count(*) as n
from below b join unit_version v on v.unit_id = b.unit_id
where v.superseded_by is null and v.from_day <= $1 and (v.until_day is null or v.until_day > $1)
  and (cast($2 as text) is null or v.kind = cast($2 as text))
  and v.search_text like cast($3 as text) escape '\'

-- name: children_on
select v.unit_id, v.code, v.name, v.kind, v.parent_id, v.rural, v.region, v.from_day, v.until_day,
       p.name as parent_name, p.code as parent_code,
       (select count(*) from unit_version c where c.parent_id = v.unit_id and c.superseded_by is null
          and c.from_day <= $2 and (c.until_day is null or c.until_day > $2)) as child_count
from unit_version v
left join unit_version p on p.unit_id = v.parent_id and p.superseded_by is null and p.from_day <= $2
     and (p.until_day is null or p.until_day > $2)
where ((cast($1 as text) is null and v.parent_id is null) or v.parent_id = cast($1 as text))
  and v.superseded_by is null and v.from_day <= $2 and (v.until_day is null or v.until_day > $2)
order by v.name collate vietnamese, v.unit_id

-- name: lineage_before
select * from (
    select l.from_unit as unit_id, l.part, l.change_id, c.day, c.kind as change_kind,
           (select v.name from unit_version v where v.unit_id = l.from_unit and v.superseded_by is null
              and v.from_day < c.day order by v.from_day desc limit 1) as name
    from unit_lineage l join unit_change c on c.id = l.change_id
    where l.to_unit = $1 and c.countered_by is null
) found
order by day, name collate vietnamese, unit_id

-- name: lineage_after
select * from (
    select l.to_unit as unit_id, l.part, l.change_id, c.day, c.kind as change_kind,
           (select v.name from unit_version v where v.unit_id = l.to_unit and v.superseded_by is null
              and v.from_day <= c.day order by v.from_day desc limit 1) as name
    from unit_lineage l join unit_change c on c.id = l.change_id
    where l.from_unit = $1 and c.countered_by is null
) found
order by day, name collate vietnamese, unit_id

-- name: add_unit
insert into unit (id, recorded_at) values ($1, $2) on conflict do nothing

-- name: add_change
insert into unit_change (id, key, kind, day, title, instrument, signed_on, source, confidence, note, recorded_at,
                         recorded_by, counters)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)

-- name: close_version
update unit_version set until_day = $2, closed_by = $3 where id = $1 and until_day is null and superseded_by is null

-- name: add_version
insert into unit_version (id, unit_id, from_day, until_day, name, kind, code, parent_id, rural, region, change_id, closed_by,
                          search_text)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)

-- name: add_link
insert into unit_lineage (change_id, from_unit, to_unit, part) values ($1, $2, $3, $4)

-- name: add_share
insert into unit_share (change_id, from_unit, to_unit, measure, amount) values ($1, $2, $3, $4, $5)

-- name: supersede
update unit_version set superseded_by = $2 where id = $1 and superseded_by is null

-- name: counter_change
update unit_change set countered_by = $2 where id = $1 and countered_by is null

-- name: changes
select id, key, kind, day, title, instrument, signed_on, source, confidence, note, recorded_at, recorded_by, counters,
       countered_by
from unit_change order by day desc, recorded_at desc, id

-- name: change
select id, key, kind, day, title, instrument, signed_on, source, confidence, note, recorded_at, recorded_by, counters,
       countered_by
from unit_change where id = $1

-- name: change_with_key
select id from unit_change where key = $1 and countered_by is null

-- name: add_cluster
insert into unit_cluster (id, kind, recorded_at) values ($1, $2, $3)

-- name: cluster
select id, kind from unit_cluster where id = $1

-- name: save_cluster_year
insert into unit_cluster_year (cluster_id, year, name, head_unit, version) values ($1, $2, $3, $4, 1)
on conflict (cluster_id, year) do update set name = excluded.name, head_unit = excluded.head_unit,
    version = unit_cluster_year.version + 1

-- name: remove_members
delete from unit_cluster_member where cluster_id = $1 and year = $2

-- name: add_member
insert into unit_cluster_member (year, unit_id, cluster_id) values ($1, $2, $3)

-- name: member_elsewhere
select m.unit_id, y.name from unit_cluster_member m
join unit_cluster_year y on y.cluster_id = m.cluster_id and y.year = m.year
where m.year = $1 and m.unit_id = $2 and m.cluster_id <> $3

-- name: clusters_of_year
select c.id, c.kind, y.year, y.name, y.head_unit, y.version
from unit_cluster c join unit_cluster_year y on y.cluster_id = c.id
where y.year = $1
order by y.name collate vietnamese, c.id


-- name: members_of_year
select * from (
    select m.cluster_id, m.unit_id,
           (select v.name from unit_version v where v.unit_id = m.unit_id and v.superseded_by is null and v.from_day <= $2
            order by v.from_day desc limit 1) as name
    from unit_cluster_member m
    where m.year = $1
) found
order by cluster_id, name collate vietnamese, unit_id

-- name: measure
analyze unit_version
