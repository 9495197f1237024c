#include <algorithm>
#include <map>

#include "access/commands.hpp"
#include "access/store.hpp"

namespace cs::access {
namespace {

// The same role in the successor, from the day on. What was delegated follows its source.
GrantRecord followed(const GrantRecord& old, const UnitId& successor, Day day, Instant now) {
    GrantRecord next = old;
    next.grant.id = GrantId::born(now);
    next.grant.unit = successor;
    next.grant.period.from = std::max(day, old.grant.period.from);
    next.state = GrantState::granted;
    return next;
}

void record(Tx& tx, Instant now, const audit::By& by, const GrantRecord& old, const GrantRecord& next,
            const std::string& why) {
    const auto until = next.grant.period.until ? std::optional(to_text(*next.grant.period.until)) : std::nullopt;
    audit::record(tx, now, by,
                  {audit::Event::grant_followed, "grant", next.grant.id.text(),
                   {{"follows", std::nullopt, old.grant.id.text()},
                    {"unit", old.grant.unit.text(), next.grant.unit.text()},
                    {"from", std::nullopt, to_text(next.grant.period.from)},
                    {"until", std::nullopt, until},
                    {"state", std::nullopt, "granted"}},
                   why, {{"grant", old.grant.id.text()}, {"person", old.person.text()}}});
}

}    // namespace

std::int64_t follow_successor(Tx& tx, Instant now, const audit::By& by, const UnitId& old, const UnitId& successor,
                              Day day, const std::string& why) {
    GrantStore grants(tx);
    auto held = grants.in_unit(old, day);
    std::map<GrantId, GrantId> moved;
    std::stable_partition(held.begin(), held.end(), [](const GrantRecord& g) { return !g.grant.delegated_from; });
    for (const GrantRecord& g : held) {
        GrantRecord next = followed(g, successor, day, now);
        if (const auto source = g.grant.delegated_from; source && moved.contains(*source)) next.grant.delegated_from = moved.at(*source);
        moved.emplace(g.grant.id, next.grant.id);
        grants.end(g.grant.id, std::max(day, g.grant.period.from));
        grants.add(next, now);
        record(tx, now, by, g, next, why);
    }
    return static_cast<std::int64_t>(held.size());
}

std::vector<GrantRecord> grants_without_home(Tx& tx, const UnitId& unit, Day day) {
    return GrantStore(tx).in_unit(unit, day);
}

}    // namespace cs::access
