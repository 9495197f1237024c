#include <algorithm>
#include <set>

#include "assessment/opened_sheet.hpp"
#include "ranking/commands.hpp"
#include "scoring/round_sheets.hpp"
#include "scoring/table_yaml.hpp"

namespace cs::ranking {

bool all_settled(const std::vector<scoring::ScoreSheet>& sheets) {
    return !sheets.empty() && std::all_of(sheets.begin(), sheets.end(), [](const scoring::ScoreSheet& s) { return s.state == scoring::ScoreState::settled; });
}

Result<LiveRanking> live_ranking(Tx& tx, const scoring::ScoreRoundId& id) {
    CS_TRY(scoring::ScoreRound round, scoring::ScoreRoundStore(tx).find(id));
    CS_TRY(scoring::StandingTable table, scoring::TableStore(tx).version(round.table));
    LiveRanking live{std::move(round), std::move(table), scoring::ScoreStore(tx).of_round(id), {}};
    live.ranking = rank(*live.table.table, scoring::sheets_of_round(tx, id, *live.table.table).sheets);
    live.all_settled = all_settled(live.sheets);
    return live;
}

namespace {

// Sheets of today's table as the draft would take them. What it could not take (a score above its maximum, another rule) is not bent
// to fit: it counts as nothing and is told.
class Mover {
public:
    Mover(const scoring::Table& now, const scoring::Table& draft) : now_(now), draft_(draft) {
        for (std::size_t n = 0; n < draft_.leaves.size(); ++n) {
            from_.push_back(now.leaf_named(draft_.leaf(n).id));
            if (!from_.back() && draft_.leaf(n).part == scoring::Part::base) unscored_.insert(draft_.leaf(n).id);
        }
    }

    std::vector<std::string> unscored() const { return {unscored_.begin(), unscored_.end()}; }

    scoring::UnitSheet moved(const scoring::UnitSheet& sheet) {
        scoring::UnitSheet next = sheet;
        next.leaves.assign(from_.size(), {});
        for (std::size_t n = 0; n < from_.size(); ++n) {
            if (!from_[n]) continue;
            const scoring::Given& given = sheet.leaves[static_cast<std::size_t>(*from_[n])];
            if (scoring::fault_of(draft_, draft_.leaf(n), given))
                unscored_.insert(draft_.leaf(n).id);
            else
                next.leaves[n] = given;
        }
        next.facts.assign(draft_.knock_outs.size(), {});
        for (std::size_t k = 0; k < next.facts.size(); ++k)
            for (std::size_t was = 0; was < now_.knock_outs.size(); ++was)
                if (now_.knock_outs[was].id == draft_.knock_outs[k].id && now_.knock_outs[was].is_hold == draft_.knock_outs[k].is_hold)
                    next.facts[k] = sheet.facts[was];
        return next;
    }

private:
    const scoring::Table& now_;
    const scoring::Table& draft_;
    std::vector<std::optional<int>> from_;    // of the draft's leaves: where they stand today
    std::set<std::string> unscored_;
};

}    // namespace

Result<WhatIf> what_if(const scoring::Table& now, const std::vector<scoring::UnitSheet>& sheets, const std::string& yaml) {
    CS_TRY(scoring::Table draft, scoring::read_table(yaml));
    WhatIf what{std::move(draft), {}, {}, {}};
    std::vector<scoring::UnitSheet> moved;
    Mover mover(now, what.table);
    for (const scoring::UnitSheet& sheet : sheets) moved.push_back(mover.moved(sheet));
    what.unscored = mover.unscored();
    for (std::size_t n = 0; n < now.leaves.size(); ++n)
        if (!what.table.leaf_named(now.leaf(n).id)) what.dropped.push_back(now.leaf(n).id);
    what.ranking = rank(what.table, moved);
    return what;
}

Result<WhatIf> what_if(const Moment& m, const scoring::ScoreRoundId& id, const std::string& yaml) {
    CS_TRY(const scoring::ScoreRound round, scoring::ScoreRoundStore(m.tx).find(id));
    const UnitId holder = assessment::holder_of(m.tx, round.root, round.units_on, m.today());
    CS_TRY_DONE(access::may(m.actor, access::Operation::try_ranking, holder, m.today(), m.tree));
    CS_TRY(const scoring::StandingTable table, scoring::TableStore(m.tx).version(round.table));
    return what_if(*table.table, scoring::sheets_of_round(m.tx, id, *table.table).sheets, yaml);
}

}    // namespace cs::ranking
