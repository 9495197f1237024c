#include "stored.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "org/commands.hpp"
#include "org/forest.hpp"
#include "org/store.hpp"
#include "platform/sql/database.hpp"
#include "scoring/effective.hpp"
#include "scoring/round_sheets.hpp"
#include "scoring/table_commands.hpp"

namespace bench {
namespace {

using namespace cs;
using namespace cs::scoring;
using namespace std::chrono_literals;

constexpr Day units_on = 2022y / 12 / 7;
constexpr std::size_t province_size = 168;    // 10,599 communes in 63 provinces

template <class T>
T must(Result<T> result) {
    if (result) return *std::move(result);
    fmt::print(stderr, "bench_rank: {}\n", result.error().code);
    for (const Fault& fault : result.error().faults) fmt::print(stderr, "  {} at {}\n", fault.code, fault.where);
    std::exit(1);
}

ScoreSheet sheet_of(const ScoreRoundId& round, const org::UnitVersion& unit, const UnitSheet& scored, const Table& table, Instant now) {
    ScoreSheet sheet{ScoreSheetId::born(now), round, unit.unit, scored.unit, {}, scored.cluster, {}};
    sheet.state = ScoreState::settled;
    sheet.confirmed = stages - 1;
    sheet.effective = packed(scored.leaves);
    sheet.sums = sums_of(total_points(table, scored.leaves, {}, 0));
    return sheet;
}

}    // namespace

struct Stored::Inside {
    std::unique_ptr<Database> db;
    StandingTable table;
    ScoreRoundId country, province;

    Inside(std::unique_ptr<Database> opened, StandingTable loaded, Instant now)
        : db(std::move(opened)), table(std::move(loaded)), country(ScoreRoundId::born(now)), province(ScoreRoundId::born(now)) {}

    ranking::Ranking rank(const ScoreRoundId& round) const {
        return db->read([&](Tx& tx) { return ranking::rank(*table.table, sheets_of_round(tx, round, *table.table).sheets); });
    }
};

Stored::Stored(const std::string& url, const Country& country) {
    const FrozenClock clock(units_on);
    const Instant now = clock.now();
    auto db = must(sql::open(url));
    must(sql::migrate(*db, url, clock));
    must(db->write([&](Tx& tx) { return org::seed_country(tx, now); }));
    const auto forest = db->read([](Tx& tx) { return org::UnitStore(tx).forest(); });
    std::vector<const org::UnitVersion*> units;
    for (const org::UnitVersion& v : forest->versions())
        if (v.period.has(units_on) && (v.state.kind == org::UnitKind::commune || v.state.kind == org::UnitKind::ward || v.state.kind == org::UnitKind::township)) units.push_back(&v);
    const UnitId root = units.front()->state.parent.value();
    std::string yaml = country.yaml;
    yaml += "paper: {number: 1/HD, issuer: Cơ quan đo, issued: 2022-01-10, applies_from: 2022-02-01}\n";
    const auto loading = must(db->write([&](Tx& tx) { return load_table(tx, now, audit::By{}, yaml, "", root); }));
    inside_ = std::make_unique<Inside>(std::move(db), loading.loaded, now);
    must(inside_->db->write([&](Tx& tx) -> Result<bool> {
        const auto& sheets = country.by_stage.back();
        for (const bool whole : {true, false}) {
            ScoreRound round{whole ? inside_->country : inside_->province, loading.loaded.version.id, country.table.year, "Đo", root, org::UnitKind::commune,
                             units_on, 2023y / 3 / 1, 2023y / 3 / 31, false, "hat-giong", "1/KH", now};
            for (int s = 1; s <= stages; ++s) round.stages.push_back({fmt::format("s{}", s), "Bước", s == 1 ? StageKind::self : StageKind::council, 2023y / 3 / 31});
            ScoreRoundStore(tx).add(round, {}, std::nullopt);
            std::vector<ScoreSheet> all;
            for (std::size_t i = 0; i < std::min(sheets.size(), whole ? sheets.size() : province_size); ++i)
                all.push_back(sheet_of(round.id, *units.at(i), sheets[i], country.table, now));
            ScoreStore(tx).add(all);
        }
        return true;
    }));
}

Stored::~Stored() = default;

ranking::Ranking Stored::whole_country() const { return inside_->rank(inside_->country); }
ranking::Ranking Stored::one_province() const { return inside_->rank(inside_->province); }

}    // namespace bench
