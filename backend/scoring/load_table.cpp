#include "audit/catalogue.hpp"
#include "base/digest.hpp"
#include "org/store.hpp"
#include "scoring/table_commands.hpp"
#include "scoring/table_yaml.hpp"

namespace cs::scoring {
namespace {

// In the database a version is bound to “văn bản số …, áp dụng từ …”; a file on a disk need not be.
std::vector<Fault> faults_of(const Paper& paper, Day today) {
    std::vector<Fault> faults;
    if (paper.number.empty()) faults.push_back({"scoring.paper_missing", {}, "paper.number"});
    if (!paper.applies_from) faults.push_back({"scoring.applies_from_missing", {}, "paper.applies_from"});
    if (paper.issued && *paper.issued > today) faults.push_back({"scoring.paper_in_future", {{"day", to_text(*paper.issued)}}, "paper.issued"});
    return faults;
}

Result<TableRow> holder_of(Tx& tx, Instant now, const std::string& slug, const std::optional<UnitId>& unit) {
    const auto known = TableStore(tx).table(slug);
    if (known && unit && known->unit != *unit) return refuse(Problem::need_unmet, "scoring.other_holder", {{"slug", slug}});
    if (known) return *known;
    if (!unit) return refuse(Problem::bad_input, "scoring.holder_missing");
    CS_TRY_DONE(org::UnitStore(tx).known(*unit));
    return TableRow{TableId::born(now), slug, *unit};
}

void record(Tx& tx, Instant now, const audit::By& by, const TableVersion& v) {
    const auto before = v.number > 1 ? std::optional(std::to_string(v.number - 1)) : std::nullopt;
    audit::record(tx, now, by,
                  {audit::Event::scoring_table_loaded, "scoring_table", v.table.id.text(),
                   {{"table", std::nullopt, v.table.slug},
                    {"version", before, std::to_string(v.number)},
                    {"year", std::nullopt, std::to_string(v.year)},
                    {"digest", std::nullopt, v.digest},
                    {"title", std::nullopt, v.title},
                    {"number", std::nullopt, v.paper_number},
                    {"day", std::nullopt, v.paper_issued ? to_text(*v.paper_issued) : ""},
                    {"applies_from", std::nullopt, to_text(v.applies_from)},
                    {"source", std::nullopt, by.person ? "office" : "operator"}},
                   v.note,
                   {{"unit", v.table.unit.text()}}});
}

}    // namespace

Result<TableLoading> plan_table(Tx& tx, Instant now, const std::string& yaml, const std::optional<UnitId>& unit) {
    CS_TRY(Table table, read_table(yaml));
    if (auto faults = faults_of(table.paper, legal_day(now)); !faults.empty()) return refuse("scoring.table_refused", std::move(faults));
    CS_TRY(TableRow row, holder_of(tx, now, table.id, unit));
    TableVersion version{TableVersionId::born(now), std::move(row), 1, table.title, table.year, yaml, digest(yaml),
                         table.paper.number, table.paper.issuer, table.paper.issued, *table.paper.applies_from};
    const TableStore store(tx);
    const auto earlier = store.versions(table.id);    // newest first
    if (!earlier.empty()) version.number = earlier.front().number + 1;
    if (!earlier.empty() && earlier.front().digest == version.digest)
        return refuse(Problem::need_unmet, "scoring.same_version", {{"number", std::to_string(earlier.front().number)}});
    std::optional<StandingTable> before;
    for (const TableVersion& old : earlier) {
        if (old.year != version.year) continue;
        if (old.applies_from > version.applies_from)
            return refuse(Problem::need_unmet, "scoring.applies_before", {{"number", std::to_string(old.number)}, {"day", to_text(old.applies_from)}});
        if (!before) before = store.version(old.id).value();
    }
    return TableLoading{{std::move(version), std::make_shared<const Table>(std::move(table))}, std::move(before)};
}

Result<TableLoading> load_table(Tx& tx, Instant now, const audit::By& by, const std::string& yaml, const std::string& note,
                                const std::optional<UnitId>& unit) {
    CS_TRY(const Table table, read_table(yaml));
    TableStore store(tx);
    store.lock(table.id);
    CS_TRY(TableLoading loading, plan_table(tx, now, yaml, unit));
    TableVersion& version = loading.loaded.version;
    version.note = note;
    version.loaded_at = now;
    version.loaded_by = by.person;
    if (version.number == 1) store.add(version.table);
    store.add(version);
    record(tx, now, by, version);
    return loading;
}

}    // namespace cs::scoring
