-- name: layers_of_root
select l.id, l.root_unit, l.valid_from, l.sequence, l.level, l.width, l.height, l.digest, l.source, l.licence,
       (select count(*) from map_shape s where s.layer_id = l.id) as shapes
from map_layer l
where l.root_unit = $1
order by l.valid_from desc, l.sequence desc

-- name: shapes_of_layer
select unit_id, path from map_shape where layer_id = $1 order by unit_id

-- name: add_layer
insert into map_layer (id, root_unit, valid_from, sequence, level, width, height, digest, source, licence, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

-- name: add_shape
insert into map_shape (layer_id, unit_id, path) values ($1, $2, $3)
