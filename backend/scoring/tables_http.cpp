#include "assessment/recognition_view_http.hpp"
#include "org/authority.hpp"
#include "scoring/agreement_http.hpp"
#include "scoring/table_shown_http.hpp"
#include "scoring/table_yaml.hpp"

namespace cs::scoring {
namespace {

using access::Api;
using access::Call;
using access::Operation;
using http::Method;

Result<TableVersionId> version_id(const std::string& text) {
    const auto id = TableVersionId::parse(text);
    if (!id) return refuse(Problem::not_found, "scoring.version_unknown");
    return *id;
}

bool applies(const Moment& m, const TableVersion& v) {
    const auto found = TableStore(m.tx).in_force(v.table.slug, v.year, m.today());
    return found && found->version.id == v.id;
}

std::vector<wire::TableVersionRow> rows_of(const Moment& m, const std::string& slug) {
    std::vector<wire::TableVersionRow> all;
    for (const TableVersion& v : TableStore(m.tx).versions(slug)) all.push_back(wire::shown(v, applies(m, v)));
    return all;
}

access::Action may_load(const Moment& m, const UnitId& unit) {
    return access::action(Operation::load_scoring_table, org::may_act_upon(m.tx, m.actor, Operation::load_scoring_table, unit, m.today(), m.tree));
}

Result<wire::ScoringTables> listed(const Moment& m) {
    wire::ScoringTables all{{}, {access::action(Operation::load_scoring_table, access::pass(m.actor, Operation::load_scoring_table)),
                                 access::action(Operation::try_scoring_table, access::pass(m.actor, Operation::try_scoring_table))}};
    for (const TableRow& table : TableStore(m.tx).tables()) {
        wire::ScoringTableRow row{table.slug, "", table.unit, name_near(m.tx, table.unit, m.today()), rows_of(m, table.slug), {may_load(m, table.unit)}};
        if (!row.versions.empty()) row.title = row.versions.front().title;
        all.items.push_back(std::move(row));
    }
    return all;
}

Result<wire::ScoringTable> showed(const Moment& m, const std::string& id) {
    CS_TRY(const TableVersionId version, version_id(id));
    CS_TRY(const StandingTable found, TableStore(m.tx).version(version));
    const TableRow& table = found.version.table;
    return wire::ScoringTable{wire::shown(found.version, applies(m, found.version)), table.unit, name_near(m.tx, table.unit, m.today()), found.version.yaml,
                              wire::shown(*found.table), rows_of(m, table.slug),
                              {may_load(m, table.unit), access::action(Operation::try_scoring_table, access::pass(m.actor, Operation::try_scoring_table))}};
}

Result<wire::TableEffects> compared(const Moment& m, const std::string& id, const std::optional<std::string>& against) {
    CS_TRY(const TableVersionId newer_id, version_id(id));
    CS_TRY(const TableVersionId older_id, version_id(against.value_or("")));
    CS_TRY(const StandingTable newer, TableStore(m.tx).version(newer_id));
    CS_TRY(const StandingTable older, TableStore(m.tx).version(older_id));
    return wire::TableEffects{wire::shown(older.version, applies(m, older.version)), wire::shown(newer.version, applies(m, newer.version)),
                              wire::shown(effects(*older.table, *newer.table))};
}

// A faulty draft is what this is for: the faults are the answer.
Result<wire::TableTrial> tried(const Moment& m, const wire::NewTableTrial& body) {
    const auto table = read_table(body.yaml);
    if (!table) return wire::TableTrial{wire::remarks(table.error().faults), std::nullopt, {}};
    wire::TableTrial trial{{}, wire::shown(*table), {}};
    if (body.against) {
        CS_TRY(const StandingTable older, TableStore(m.tx).version(*body.against));
        trial.effects = wire::shown(effects(*older.table, *table));
    }
    return trial;
}

wire::LoadedTable loaded(const TableLoading& l) {
    const TableVersion& v = l.loaded.version;
    return {v.id, v.number, l.before ? std::optional(l.before->version.number) : std::nullopt, v.applies_from,
            l.before ? wire::shown(effects(*l.before->table, *l.loaded.table)) : std::vector<wire::TableEffect>(), wire::remarks(l.loaded.table->warnings)};
}

Result<wire::LoadedTable> load(Api& api, Call& call, const wire::NewScoringTable& body) {
    if (call.query("dry_run") == "true")
        return assessment::read_moment<wire::LoadedTable>(api, call, [&](const Moment& m) -> Result<wire::LoadedTable> {
            CS_TRY(const TableLoading planned, plan_table(m.tx, m.now, body.yaml, body.unit_id));
            return loaded(planned);
        });
    return assessment::with_moment<wire::LoadedTable>(api, call, [&](const Moment& m) -> Result<wire::LoadedTable> {
        CS_TRY(const TableLoading done, load_table(m, body.yaml, body.note.value_or(""), body.unit_id));
        return loaded(done);
    });
}

}    // namespace

void add_table_routes(Api& api) {
    using assessment::read_moment;
    api.read<wire::ScoringTables>({Method::get, "/api/scoring-tables", Operation::list_scoring_tables, "Scoring tables with their versions and papers."},
                                  [&api](Call& call) { return read_moment<wire::ScoringTables>(api, call, listed); });
    api.read<wire::ScoringTable>({Method::get, "/api/scoring-tables/{id}", Operation::show_scoring_table, "One version of a scoring table, whole."},
                                 [&api](Call& call) {
                                     return read_moment<wire::ScoringTable>(api, call, [&](const Moment& m) { return showed(m, call.param("id")); });
                                 });
    api.read<wire::TableEffects>({Method::get, "/api/scoring-tables/{id}/effects", Operation::compare_scoring_tables,
                                  "What this version does to every sheet made under another one.", {{"against", "the other version"}}},
                                 [&api](Call& call) {
                                     return read_moment<wire::TableEffects>(
                                         api, call, [&](const Moment& m) { return compared(m, call.param("id"), call.query("against")); });
                                 });
    api.write<wire::NewTableTrial, wire::TableTrial>({Method::post, "/api/scoring-table-trials", Operation::try_scoring_table,
                                                      "Reads a draft: its faults with their lines, or the tree with its sums; nothing is stored."},
                                                     [&api](Call& call, const wire::NewTableTrial& body) {
                                                         return read_moment<wire::TableTrial>(api, call, [&](const Moment& m) { return tried(m, body); });
                                                     });
    api.write<wire::NewScoringTable, wire::LoadedTable>({Method::post, "/api/scoring-tables", Operation::load_scoring_table,
                                                         "Loads a scoring table or a new version of one, by its paper; with dry_run=true says what that would do.",
                                                         {{"dry_run", "true: nothing is stored"}}},
                                                        [&api](Call& call, const wire::NewScoringTable& body) { return load(api, call, body); });
}

}    // namespace cs::scoring
