-- Cover for an absent officer or head: a role that somebody holds, given by himself to another person for a dated period, by
-- a paper. The source is his own grant; a delegated one counts only while the source does.
alter table role_grant add column delegated_from text constraint role_grant_delegation references role_grant (id);
create index role_grant_by_source on role_grant (delegated_from);
