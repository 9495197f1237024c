-- What this installation is: the world it was seeded with ("demo", "empty"), when.
create table installation (
    key text not null,
    value text not null,
    recorded_at bigint not null,
    constraint installation_pk primary key (key)
) /*strict*/;
