-- name: find_evidence
select e.id, e.unit_id, e.title, e.file_name, e.media_type, e.size, e.digest, e.pages, e.expires_on, e.declared_at, e.uploaded_at,
       e.uploaded_by, e.replaced_by, e.purged_at, e.purge_ground, e.purge_reason, p.name as uploaded_by_name, q.name as purged_by_name,
       (select count(*) from evidence_citation c where c.evidence_id = e.id and c.removed_at is null) as uses
  from evidence e left join person p on p.id = e.uploaded_by left join person q on q.id = e.purged_by
 where e.id = $1

-- The units travel as a JSON list, which each engine opens in its own way.
-- name: list_evidence
select e.id, e.unit_id, e.title, e.file_name, e.media_type, e.size, e.digest, e.pages, e.expires_on, e.declared_at, e.uploaded_at,
       e.uploaded_by, e.replaced_by, e.purged_at, e.purge_ground, e.purge_reason, p.name as uploaded_by_name, q.name as purged_by_name,
       (select count(*) from evidence_citation c where c.evidence_id = e.id and c.removed_at is null) as uses
  from evidence e left join person p on p.id = e.uploaded_by left join person q on q.id = e.purged_by
 where e.unit_id in (select value from json_each($1)) and e.search_text like $2 escape '\'
   and (cast($3 as bigint) = 0 or (e.replaced_by is null and e.purged_at is null))
   and (cast($4 as text) is null or e.id < cast($4 as text))
 order by e.id desc limit $5

-- name: list_evidence (postgres)
select e.id, e.unit_id, e.title, e.file_name, e.media_type, e.size, e.digest, e.pages, e.expires_on, e.declared_at, e.uploaded_at,
       e.uploaded_by, e.replaced_by, e.purged_at, e.purge_ground, e.purge_reason, p.name as uploaded_by_name, q.name as purged_by_name,
       (select count(*) from evidence_citation c where c.evidence_id = e.id and c.removed_at is null) as uses
  from evidence e left join person p on p.id = e.uploaded_by left join person q on q.id = e.purged_by
 where e.unit_id in (select jsonb_array_elements_text(cast($1 as jsonb))) and e.search_text like $2 escape '\'
   and (cast($3 as bigint) = 0 or (e.replaced_by is null and e.purged_at is null))
   and (cast($4 as text) is null or e.id < cast($4 as text))
 order by e.id desc limit $5

-- name: count_evidence
select count(*) as n from evidence e
 where e.unit_id in (select value from json_each($1)) and e.search_text like $2 escape '\'
   and (cast($3 as bigint) = 0 or (e.replaced_by is null and e.purged_at is null))

-- name: count_evidence (postgres)
select count(*) as n from evidence e
 where e.unit_id in (select jsonb_array_elements_text(cast($1 as jsonb))) and e.search_text like $2 escape '\'
   and (cast($3 as bigint) = 0 or (e.replaced_by is null and e.purged_at is null))

-- name: add_evidence
insert into evidence (id, unit_id, title, file_name, search_text, media_type, size, digest, pages, expires_on, declared_at,
    uploaded_at, uploaded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)

-- name: replace_evidence
update evidence set replaced_by = $2 where id = $1

-- name: purge_evidence
update evidence set purged_at = $2, purged_by = $3, purge_ground = $4, purge_reason = $5, title = '', file_name = '', search_text = ''
 where id = $1

-- name: evidence_kept_with
select count(*) as n from evidence where digest = $1 and purged_at is null

-- name: purged_digests
select distinct e.digest from evidence e
 where e.purged_at is not null and not exists (select 1 from evidence o where o.digest = e.digest and o.purged_at is null)

-- name: kept_files
select id, digest, size from evidence where purged_at is null order by id

-- name: sheets_with_evidence
select sheet_id from evidence_citation where evidence_id = $1 and removed_at is null
union
select sheet_id from assessment_submission where signed_copy = $1
order by 1

-- name: is_cited
select count(*) as n from evidence_citation where evidence_id = $1 and sheet_id = $2 and indicator = $3 and removed_at is null

-- name: cite_evidence
insert into evidence_citation (id, evidence_id, sheet_id, indicator, cited_at, cited_by) values ($1, $2, $3, $4, $5, $6)

-- name: uncite_evidence
update evidence_citation set removed_at = $4, removed_by = $5
 where evidence_id = $1 and sheet_id = $2 and indicator = $3 and removed_at is null

-- name: cited_in_sheet
select c.indicator, c.cited_at, r.name as cited_by_name,
       e.id, e.unit_id, e.title, e.file_name, e.media_type, e.size, e.digest, e.pages, e.expires_on, e.declared_at, e.uploaded_at,
       e.uploaded_by, e.replaced_by, e.purged_at, e.purge_ground, e.purge_reason, p.name as uploaded_by_name, q.name as purged_by_name,
       (select count(*) from evidence_citation o where o.evidence_id = e.id and o.removed_at is null) as uses
  from evidence_citation c join evidence e on e.id = c.evidence_id left join person r on r.id = c.cited_by
       left join person p on p.id = e.uploaded_by left join person q on q.id = e.purged_by
 where c.sheet_id = $1 and c.removed_at is null
 order by c.indicator, c.cited_at, e.id

-- name: uses_of_evidence
select c.sheet_id, c.indicator, s.unit_id, r.year
  from evidence_citation c join assessment_sheet s on s.id = c.sheet_id join assessment_round r on r.id = s.round_id
 where c.evidence_id = $1 and c.removed_at is null
 order by r.year desc, c.sheet_id, c.indicator

-- name: find_upload
select id, unit_id, title, file_name, evidence_expires_on, size, received, declared_at, started_by, expires_at from upload where id = $1

-- name: uploads_of_person
select count(*) as n from upload where started_by = $1 and expires_at >= $2

-- name: past_uploads
select id from upload where expires_at < $1

-- name: add_upload
insert into upload (id, unit_id, title, file_name, evidence_expires_on, size, received, declared_at, started_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: advance_upload
update upload set received = $3, expires_at = $4 where id = $1 and received = $2

-- name: drop_upload
delete from upload where id = $1
