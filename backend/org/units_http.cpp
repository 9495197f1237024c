#include "access/list_http.hpp"
#include "org/commands.hpp"
#include "org/listing.hpp"
#include "org/org_http.hpp"
#include "org/query_http.hpp"
#include "org/wire_http.hpp"

namespace cs::org {
namespace {

using access::Call;
using access::Operation;
using http::Method;

struct Units {
    std::vector<wire::UnitRow> items;
    std::int64_t total;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(Units, (), (items, total, next))

struct Child : wire::UnitRow {
    std::int64_t child_count;
};
BOOST_DESCRIBE_STRUCT(Child, (wire::UnitRow), (child_count))

struct Children {
    std::vector<Child> items;
};
BOOST_DESCRIBE_STRUCT(Children, (), (items))

struct UnitVersionRow {
    Day from;
    std::optional<Day> until;
    std::string name, code;
    UnitKind kind;
    std::optional<UnitId> parent_id;
    std::optional<std::string> parent_name;
    bool rural;
    std::optional<Region> region;
    std::optional<ChangeId> change_id;
};
BOOST_DESCRIBE_STRUCT(UnitVersionRow, (),
                      (from, until, name, code, kind, parent_id, parent_name, rural, region, change_id))

struct UnitLineage {
    std::vector<wire::LineageLink> before, after;
};
BOOST_DESCRIBE_STRUCT(UnitLineage, (), (before, after))

struct PathStep {
    UnitId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PathStep, (), (id, name))

struct ChildCount {
    UnitKind kind;
    std::int64_t count;
};
BOOST_DESCRIBE_STRUCT(ChildCount, (), (kind, count))

struct Unit {
    UnitId id;
    std::vector<UnitVersionRow> versions;
    UnitLineage lineage;
    std::vector<PathStep> path;
    std::vector<ChildCount> child_counts;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Unit, (), (id, versions, lineage, path, child_counts, actions))

struct ImportInput {
    std::string csv;
};
BOOST_DESCRIBE_STRUCT(ImportInput, (), (csv))

struct ImportResult {
    std::int64_t rows;
    std::string digest;
    std::vector<wire::UnitRow> units;
};
BOOST_DESCRIBE_STRUCT(ImportResult, (), (rows, digest, units))

Result<UnitId> unit_of(const Call& call) {
    const auto id = UnitId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "org.unit_unknown_id");
    return *id;
}

Result<Units> list(Call& call) {
    CS_TRY(const int limit, call.query_int("limit", 50, 1, 200));
    CS_TRY(const auto after, wire::read_cursor(call.query("after")));
    return call.db.read([&](Tx& tx) -> Result<Units> {
        CS_TRY(const Asked asked, read_asked(call, tx));
        CS_TRY(const UnitPage page, list_units(tx, asked.filter, asked.boundary, after, limit));
        Units units{{}, page.total, std::nullopt};
        if (page.next) units.next = wire::cursor_text(*page.next);
        for (const UnitRow& row : page.rows) units.items.push_back(wire::shown(row));
        return units;
    });
}

std::vector<wire::LineageLink> links(const std::vector<LineageEnd>& ends) {
    std::vector<wire::LineageLink> shown;
    for (const LineageEnd& e : ends) shown.push_back({e.unit, e.name, e.day, e.change, e.change_kind, e.part});
    return shown;
}

std::vector<ChildCount> counts(const std::vector<UnitRow>& children) {
    std::map<UnitKind, std::int64_t> by_kind;
    for (const UnitRow& child : children) ++by_kind[child.state.kind];
    std::vector<ChildCount> shown;
    for (const auto& [kind, n] : by_kind) shown.push_back({kind, n});
    return shown;
}

Result<Unit> show(Call& call) {
    CS_TRY(const UnitId id, unit_of(call));
    CS_TRY(const Day on, on_day(call));
    return call.db.read([&](Tx& tx) -> Result<Unit> {
        const UnitStore units(tx);
        const auto history = units.history(id);
        if (history.empty()) return refuse(Problem::not_found, "org.unit_unknown_id");
        Unit unit{id, {}, {links(units.before(id)), links(units.after(id))}, {}, counts(units.children(id, on)), {}};
        for (const auto& [v, parent_name] : history)
            unit.versions.push_back({v.period.from, v.period.until, v.state.name, v.state.code, v.state.kind,
                                     v.state.parent, v.state.parent ? std::optional(parent_name) : std::nullopt,
                                     v.state.rural, v.state.region, v.opened_by});
        for (const auto& [step, name] : units.path(id, on)) unit.path.push_back({step, name});
        unit.actions = {
            access::action(Operation::apply_reorganisation, may(call.actor, Operation::apply_reorganisation))};
        return unit;
    });
}

Result<Children> children(Call& call) {
    CS_TRY(const UnitId id, unit_of(call));
    CS_TRY(const Day on, on_day(call));
    return call.db.read([&](Tx& tx) -> Result<Children> {
        const UnitStore units(tx);
        CS_TRY_DONE(units.known(id));
        Children shown;
        for (const UnitRow& row : units.children(id, on)) shown.items.push_back({wire::shown(row), row.child_count});
        return shown;
    });
}

Result<ImportResult> import(Call& call, const ImportInput& input) {
    CS_TRY(const access::Role role, may(call.actor, Operation::import_units));
    CS_TRY(const bool dry_run, flag(call, "dry_run"));
    const auto work = [&](Tx& tx) {
        return import_units(tx, call.clock.now(), call.actor.by(role), input.csv, dry_run);
    };
    CS_TRY(const Imported done, dry_run ? call.db.read(work) : call.db.write(work));
    ImportResult result{static_cast<std::int64_t>(done.versions.size()), done.digest, {}};
    for (const UnitVersion& v : done.versions) {
        result.units.push_back(wire::shown(v.unit, v.state, v.period, ""));
        result.units.back().parent_name.reset();
    }
    return result;
}

const std::vector<http::QueryParam> list_query = {
    {"under", "Only units below this one, on the day asked for."},
    {"under_code", "The same, by the code it holds on that day."},
    {"on", "The day; today when absent."},
    {"kind", "One kind; `commune` means xã only."},
    {"q", "Words of the name or the code, with or without diacritics."},
    {"boundary", "as_reported, today, a day, or a named boundary; a named one brings its own root."}};

std::vector<http::QueryParam> with_paging(std::vector<http::QueryParam> query) {
    query.push_back({"after", "Cursor of the next page."});
    query.push_back({"limit", "At most 200; 50 when absent."});
    return query;
}

}  // namespace

void add_unit_routes(access::Api& api) {
    using enum Operation;
    const std::vector<http::QueryParam> on = {{"on", "The day; today when absent."}};
    api.read<Units>(
        {Method::get, "/api/units", list_units, "Units as they were on a day, by name.", with_paging(list_query)},
        list);
    access::add_list(api, "/api/exports/units", export_units, "The same list as a file.", list_query, [](Call& call, Tx& tx) -> Result<List> {
        CS_TRY(const Asked asked, read_asked(call, tx));
        return units_list(tx, asked.filter, asked.boundary);
    });
    api.read<Unit>({Method::get, "/api/units/{id}", show_unit, "A unit: its states, lineage, path and children.", on},
                   show);
    api.read<Children>({Method::get, "/api/units/{id}/children", list_unit_children, "The units right below.", on},
                       children);
    api.write<ImportInput, ImportResult>({Method::post,
                                          "/api/unit-imports",
                                          import_units,
                                          "Adds units from a CSV file, all or none.",
                                          {{"dry_run", "true: only say what would be done."}}},
                                         import);
}

void add_org_routes(access::Api& api, const Followers& followers) {
    add_unit_routes(api);
    add_count_routes(api);
    add_reorganisation_routes(api, followers);
    add_cluster_routes(api);
}

}  // namespace cs::org
