-- name: installation_value
select value from installation where key = $1;

-- name: remember_installation
insert into installation (key, value, recorded_at) values ($1, $2, $3);

-- name: ping
select 1 as one;
