#include <algorithm>

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

Result<WhatIf> what_if(const scoring::Table& now, const std::vector<scoring::UnitSheet>& sheets, const std::string& yaml) {
    CS_TRY(scoring::Table draft, scoring::read_table(yaml));
    WhatIf what{std::move(draft), {}, {}, {}};
    std::vector<std::optional<int>> from;    // of the draft's leaves: where they stand today
    for (std::size_t n = 0; n < what.table.leaves.size(); ++n) {
        from.push_back(now.leaf_named(what.table.leaf(n).id));
        if (!from.back() && what.table.leaf(n).part == scoring::Part::base) what.unscored.push_back(what.table.leaf(n).id);
    }
    for (std::size_t n = 0; n < now.leaves.size(); ++n)
        if (!what.table.leaf_named(now.leaf(n).id)) what.dropped.push_back(now.leaf(n).id);
    std::vector<scoring::UnitSheet> moved;
    for (const scoring::UnitSheet& sheet : sheets) {
        scoring::UnitSheet next = sheet;
        next.leaves.assign(from.size(), {});
        for (std::size_t n = 0; n < from.size(); ++n)
            // What the draft could not take (a higher score than its maximum, another rule) is not bent to fit.
            if (from[n]; from[n] && !scoring::fault_of(what.table, what.table.leaf(n), sheet.leaves[static_cast<std::size_t>(*from[n])]))
                next.leaves[n] = sheet.leaves[static_cast<std::size_t>(*from[n])];
            else if (from[n])
                what.unscored.push_back(what.table.leaf(n).id);
        next.facts.assign(what.table.knock_outs.size(), {});
        for (std::size_t k = 0; k < what.table.knock_outs.size(); ++k)
            for (std::size_t was = 0; was < now.knock_outs.size(); ++was)
                if (now.knock_outs[was].id == what.table.knock_outs[k].id && now.knock_outs[was].is_hold == what.table.knock_outs[k].is_hold) next.facts[k] = sheet.facts[was];
        moved.push_back(std::move(next));
    }
    std::sort(what.unscored.begin(), what.unscored.end());
    what.unscored.erase(std::unique(what.unscored.begin(), what.unscored.end()), what.unscored.end());
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
