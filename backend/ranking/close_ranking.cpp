#include <algorithm>
#include <map>
#include <set>

#include "assessment/store.hpp"
#include "audit/journal.hpp"
#include "ranking/closing_facts.hpp"
#include "ranking/package.hpp"
#include "ranking/report.hpp"
#include "scoring/round_sheets.hpp"

namespace cs::ranking {
namespace {

std::vector<Place> places_of(const LiveRanking& live) {
    std::map<std::string, UnitId> units;
    for (const scoring::ScoreSheet& sheet : live.sheets) units.emplace(sheet.label, sheet.unit);
    std::vector<Place> places;
    for (const Row& row : live.ranking.rows) {
        const scoring::Class* klass = row.class_at < 0 ? nullptr : &live.table.table->classes[static_cast<std::size_t>(row.class_at)];
        places.push_back({units.at(row.unit), row.unit, row.cluster, row.points.base, row.points.bonus, row.points.penalty, row.points.total,
                          klass ? klass->id : "", klass ? klass->title : "", row.rank, row.is_excluded, row.is_on_hold});
    }
    return places;
}

// The versions of criteria sets the figures of the system rest on: those of the newest reviews up to that year.
std::vector<std::string> criteria_behind(Tx& tx, const scoring::Table& table, int year) {
    std::set<std::string> wanted;
    for (std::size_t n = 0; n < table.leaves.size(); ++n)
        if (const auto& source = table.leaf(n).leaf->source) wanted.insert(source->set);
    std::vector<std::string> versions;
    for (const assessment::Round& round : assessment::RoundStore(tx).all())    // newest year first
        if (round.year <= year && wanted.erase(round.set) > 0) versions.push_back(round.set + "@" + std::to_string(round.set_version));
    std::sort(versions.begin(), versions.end());
    return versions;
}

}    // namespace

Result<Closing> close_ranking(const Moment& m, const scoring::ScoreRoundId& id, const scoring::StagePaper& minutes, const std::string& code_version) {
    ClosingStore store(m.tx);
    store.lock(id);
    scoring::ScoreStore(m.tx).lock(id);    // no sheet moves under the closing
    CS_TRY(const LiveRanking live, live_ranking(m.tx, id));
    const auto standing = store.standing(id);
    ClosingFacts facts;
    facts.settled = live.all_settled;
    CS_TRY(const access::Role role, allowed(m, live.round, standing ? standing->state : ClosingState::open, ClosingAction::close, facts));
    std::vector<Fault> faults;
    check_paper(minutes, m.today(), true, faults);
    if (!faults.empty()) return refuse("ranking.faulty", std::move(faults));
    const std::string csv = scoring::csv_of_round(m.tx, live.round, *live.table.table);
    CS_TRY(const Recomputed frozen, write_package({live.round.title, to_text(m.now), code_version, criteria_behind(m.tx, *live.table.table, live.round.year), live.table.version.yaml, csv}));
    // What the screen showed and what the file proves are one and the same, or nothing is closed.
    CS_CHECK(frozen.result == json(*live.table.table, live.ranking));
    Closing closing{ClosingId::born(m.now), id, store.next_sequence(id), ClosingState::closed, minutes, frozen.digest};
    closing.closed_at = m.now;
    closing.closed_by = m.actor.person;
    store.add(closing, frozen.package, places_of(live));
    audit::record(m.tx, m.now, m.actor.by(role),
                  entry_of(audit::Event::ranking_closed, closing,
                           {{"number", std::nullopt, minutes.number}, {"day", std::nullopt, to_text(*minutes.day)}, {"signer", std::nullopt, minutes.signer},
                            {"digest", std::nullopt, frozen.digest}, {"units", std::nullopt, std::to_string(live.ranking.rows.size())}}));
    return closing;
}

}    // namespace cs::ranking
