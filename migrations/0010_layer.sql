-- A map layer somebody uploaded for a territory from a day on: outlines of units, already projected, simplified and cut to
-- whole numbers of the frame (width × height), so that drawing one is writing its text. A later one of the same day
-- replaces it (sequence) and leaves it here. `digest` is the BLAKE2b-256 of the file as it came.
create table map_layer (
    id text not null,
    root_unit text not null,
    valid_from text not null,
    sequence bigint not null,
    level text not null,
    width bigint not null,
    height bigint not null,
    digest text not null,
    source text not null,
    licence text not null,
    recorded_at bigint not null,
    recorded_by text,
    constraint map_layer_pk primary key (id),
    constraint map_layer_once unique (root_unit, valid_from, sequence),
    constraint map_layer_root foreign key (root_unit) references unit (id),
    constraint map_layer_person foreign key (recorded_by) references person (id),
    constraint map_layer_level check (level in ('commune', 'district')),
    constraint map_layer_frame check (width > 0 and height > 0)
) /*strict*/;

create table map_shape (
    layer_id text not null,
    unit_id text not null,
    path text not null,
    constraint map_shape_pk primary key (layer_id, unit_id),
    constraint map_shape_layer foreign key (layer_id) references map_layer (id),
    constraint map_shape_unit foreign key (unit_id) references unit (id)
) /*strict*/;
