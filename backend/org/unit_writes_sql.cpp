#include <set>

#include "base/text.hpp"
#include "org/rows_sql.hpp"
#include "org/store.hpp"

namespace cs::org {
namespace {

using Cells = std::vector<sql::Value>;

const std::vector<std::string> version_columns = {"id",        "unit_id",   "from_day",   "until_day", "name",
                                                  "kind",      "code",      "parent_id",  "rural",     "region",
                                                  "change_id", "closed_by", "search_text"};

Cells version_cells(const UnitVersion& v) {
    const UnitState& s = v.state;
    const sql::Value region = s.region ? sql::value(word_of(*s.region)) : sql::Value{};
    const std::string words = fold(s.code.empty() ? s.name : s.name + ' ' + s.code);
    return {sql::value(v.id),          sql::value(v.unit),
            sql::value(v.period.from), sql::value(v.period.until),
            sql::value(s.name),        sql::value(word_of(s.kind)),
            sql::value(s.code),        sql::value(s.parent),
            sql::value(s.rural),       region,
            sql::value(v.opened_by),   sql::value(v.closed_by),
            sql::value(words)};
}

Cells change_cells(const Reorganisation& c, Instant at, const std::optional<PersonId>& by) {
    return {sql::value(c.id),        sql::value(c.key),    sql::value(word_of(c.kind)),
            sql::value(c.day),       sql::value(c.title),  sql::value(c.instrument),
            sql::value(c.signed_on), sql::value(c.source), sql::value(law::word(c.confidence)),
            sql::value(c.note),      sql::value(at),       sql::value(by),
            sql::value(c.counters)};
}
const std::vector<std::string> change_columns = {"id",          "key",         "kind",    "day",        "title",
                                                 "instrument",  "signed_on",   "source",  "confidence", "note",
                                                 "recorded_at", "recorded_by", "counters"};

struct LinkCells {
    std::vector<Cells> links, shares;
};
LinkCells link_cells(const std::vector<Link>& links) {
    LinkCells cells;
    for (const Link& link : links) {
        cells.links.push_back(
            {sql::value(link.change), sql::value(link.from), sql::value(link.to), sql::value(word_of(link.part))});
        for (const Share& share : link.shares)
            cells.shares.push_back({sql::value(link.change), sql::value(link.from), sql::value(link.to),
                                    sql::value(share.measure),
                                    sql::value(share.amount ? std::optional(share.amount->text()) : std::nullopt)});
    }
    return cells;
}

std::vector<Cells> version_rows(const std::vector<UnitVersion>& versions) {
    std::vector<Cells> rows;
    for (const UnitVersion& v : versions) rows.push_back(version_cells(v));
    return rows;
}

// Every unit once, whatever number of states it has.
std::vector<Cells> identity_rows(const std::vector<UnitVersion>& versions, Instant at) {
    std::vector<Cells> rows;
    std::set<UnitId> seen;
    for (const UnitVersion& v : versions)
        if (seen.insert(v.unit).second) rows.push_back({sql::value(v.unit), sql::value(at)});
    return rows;
}

}  // namespace

void UnitStore::be_alone() { tx_.lock("org.units"); }

void UnitStore::touch(Instant at) { tx_.run("org.set_revision", new_uuid(at)); }

void UnitStore::save(const Plan& plan, Instant at, const std::optional<PersonId>& by) {
    tx_.execute("org.add_change", change_cells(plan.change, at, by));
    for (const UnitVersion& v : plan.closed)
        CS_CHECK(tx_.run("org.close_version", v.id, plan.change.day, plan.change.id) == 1);
    tx_.bulk("org.add_unit", identity_rows(plan.opened, at));
    tx_.bulk("org.add_version", version_rows(plan.opened));
    const LinkCells cells = link_cells(plan.links);
    tx_.bulk("org.add_link", cells.links);
    tx_.bulk("org.add_share", cells.shares);
    touch(at);
}

void UnitStore::save(const CounterPlan& plan, const Reorganisation& wrong, const Reorganisation& counter, Instant at,
                     const std::optional<PersonId>& by) {
    tx_.execute("org.add_change", change_cells(counter, at, by));
    CS_CHECK(tx_.run("org.counter_change", wrong.id, counter.id) == 1);
    for (const UnitVersion& v : plan.superseded) CS_CHECK(tx_.run("org.supersede", v.id, counter.id) == 1);
    tx_.bulk("org.add_version", version_rows(plan.restored));
    touch(at);
}

void UnitStore::add(const std::vector<UnitVersion>& versions, Instant at) {
    tx_.bulk("org.add_unit", identity_rows(versions, at));
    tx_.bulk("org.add_version", version_rows(versions));
    touch(at);
}

void UnitStore::add_all(const Forest& forest, const std::vector<Reorganisation>& changes, Instant at) {
    std::vector<Cells> change_rows;
    for (const Reorganisation& c : changes) change_rows.push_back(change_cells(c, at, std::nullopt));
    tx_.copy("unit_change", change_columns, change_rows);
    tx_.copy("unit", {"id", "recorded_at"}, identity_rows(forest.versions(), at));
    tx_.copy("unit_version", version_columns, version_rows(forest.versions()));
    const LinkCells cells = link_cells(forest.links());
    tx_.copy("unit_lineage", {"change_id", "from_unit", "to_unit", "part"}, cells.links);
    tx_.copy("unit_share", {"change_id", "from_unit", "to_unit", "measure", "amount"}, cells.shares);
    // Without statistics PostgreSQL walks the tree in a tenth of a second; with them SQLite reads all rows where it need not.
    if (tx_.engine() == sql::Engine::postgres) tx_.run("org.measure");
    touch(at);
}

}  // namespace cs::org
