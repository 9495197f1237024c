#include <iostream>

#include "org/store.hpp"
#include "platform/i18n.hpp"
#include "scoring/table_commands.hpp"
#include "server/commands.hpp"
#include "server/opening.hpp"

namespace cs::server {
namespace {

void print(const scoring::TableLoading& loading, bool dry_run, Streams io) {
    const scoring::TableVersion& v = loading.loaded.version;
    io.out << (dry_run ? "would load " : "loaded ") << v.table.slug << ", version " << v.number << " for " << v.year << ", by "
           << v.paper_number << ", applies from " << to_text(v.applies_from) << '\n';
    for (const Fault& warning : loading.loaded.table->warnings) io.out << "  " << sentence(warning) << '\n';
}

}    // namespace

int scoring_load(const Settings& settings, const ScoringLoadChoice& choice, Streams io) {
    const auto yaml = read_file(choice.file, io);
    if (!yaml) return environment;
    const Opened opened = open_ready(settings, io);
    if (!opened.db) return opened.code;
    const audit::By machine{std::nullopt, "operator", std::nullopt};
    const Instant now = SystemClock().now();
    const auto work = [&](Tx& tx) -> Result<scoring::TableLoading> {
        std::optional<UnitId> unit;
        if (!choice.unit.empty()) {
            CS_TRY(unit, org::UnitStore(tx).with_code(choice.unit, legal_day(now)));
        }
        if (choice.dry_run) return scoring::plan_table(tx, now, *yaml, unit);
        return scoring::load_table(tx, now, machine, *yaml, choice.note, unit);
    };
    const auto loading = choice.dry_run ? opened.db->read(work) : opened.db->write(work);
    if (!loading) return report(loading.error(), io);
    print(*loading, choice.dry_run, io);
    return done;
}

}    // namespace cs::server
