#include "access/store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::access {
namespace {

template <class E>
E read_word(const sql::Row& row, std::string_view column) {
    const auto value = parse_word<E>(row.text(column));
    CS_CHECK(value.has_value());
    return *value;
}

Grant read_grant(const sql::Row& row) {
    return {row.id<GrantId>("id"), read_word<Role>(row, "role"), row.id<UnitId>("unit_id"),
            read_word<Scope>(row, "scope"), Period{row.day("valid_from"), row.maybe_day("valid_until")},
            row.maybe_id<GrantId>("delegated_from"), row.maybe_id<PersonId>("delegated_by")};
}

GrantRecord read_record(const sql::Row& row) {
    return {read_grant(row),
            row.id<PersonId>("person_id"),
            row.text("person_name"),
            read_word<GrantState>(row, "state"),
            row.text("paper"),
            row.maybe_id<PersonId>("proposed_by"),
            row.maybe_id<PersonId>("decided_by"),
            row.maybe_text("proposed_by_name").value_or(""),
            row.maybe_text("decided_by_name").value_or(""),
            row.integer("version"),
            row.maybe_text("delegated_by_name").value_or("")};
}

std::vector<GrantRecord> read_records(const sql::Rows& rows) {
    std::vector<GrantRecord> records;
    for (const auto& row : rows) records.push_back(read_record(row));
    return records;
}

}    // namespace

Result<GrantRecord> GrantStore::find(const GrantId& id) const {
    const auto rows = tx_.query("access.grant", id);
    if (rows->empty()) return refuse(Problem::not_found, "access.grant_unknown", {{"id", id.text()}});
    return read_record(rows->front());
}

std::vector<GrantRecord> GrantStore::of_person(const PersonId& person) const {
    return read_records(*tx_.query("access.grants_of_person", person));
}

std::vector<GrantRecord> GrantStore::in_state(GrantState state) const {
    return read_records(*tx_.query("access.grants_in_state", word_of(state)));
}

std::vector<GrantRecord> GrantStore::in_unit(const UnitId& unit, Day from) const {
    return read_records(*tx_.query("access.grants_in_unit", unit, from));
}

std::vector<GrantRecord> GrantStore::delegated_by(const PersonId& person) const {
    return read_records(*tx_.query("access.grants_delegated_by", person));
}

std::vector<Person> GrantStore::colleagues(const PersonId& person, Day day) const {
    std::vector<Person> people;
    const auto rows = tx_.query("access.colleagues", person, day);
    for (const auto& row : *rows)
        people.push_back({row.id<PersonId>("id"), row.text("login"), row.text("name"), row.text("position")});
    return people;
}

std::vector<Grant> GrantStore::in_force(const PersonId& person, Day day) const {
    std::vector<Grant> grants;
    const auto rows = tx_.query("access.grants_in_force", person, day);
    for (const auto& row : *rows) grants.push_back(read_grant(row));
    return grants;
}

std::int64_t GrantStore::administrators_besides(const std::optional<GrantId>& id, const std::optional<PersonId>& person,
                                                Day day) const {
    return tx_.query("access.administrators_besides", id, person, day)->front().integer("total");
}

void GrantStore::add(const GrantRecord& g, Instant at) {
    tx_.run("access.add_grant", g.grant.id, g.person, word_of(g.grant.role), g.grant.unit, word_of(g.grant.scope),
            g.grant.period.from, g.grant.period.until, g.paper, word_of(g.state), g.proposed_by, at, g.decided_by,
            g.decided_by ? std::optional(at) : std::nullopt, g.grant.delegated_from);
}

void GrantStore::decide(const GrantId& id, GrantState state, const PersonId& by, Instant at) {
    CS_CHECK(tx_.run("access.decide_grant", id, word_of(state), by, at) == 1);
}

void GrantStore::end(const GrantId& id, Day on) { CS_CHECK(tx_.run("access.end_grant", id, on) == 1); }

}    // namespace cs::access
