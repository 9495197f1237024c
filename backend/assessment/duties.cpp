#include "assessment/dossier_commands.hpp"
#include "assessment/queue.hpp"
#include "assessment/sheet_facts.hpp"
#include "org/store.hpp"
#include "org/tree.hpp"

namespace cs::assessment {
namespace {

using access::Duty;
using access::Role;

// What the unit itself owes: the sheet before its last day, and answers to what was returned.
std::optional<Duty> of_unit(Tx& tx, const Round& round, const SeenRow& seen, Instant now) {
    if (!seen.seat.has(Role::unit_clerk) && !seen.seat.has(Role::unit_head)) return std::nullopt;
    const Sheet& sheet = seen.row.sheet;
    const std::map<std::string, std::string> args = {{"round", round.title}, {"unit", seen.row.unit_name},
                                                     {"count", std::to_string(seen.row.items_returned)}};
    if (sheet.state == SheetState::draft) {
        const OpenedSheet opened{round, sheet, seen.holder, RoundStore(tx).extensions(round.id), {}, seen.seat};
        const auto window = window_of(opened, now);
        if (!window || legal_day(now) < round.opens_on) return std::nullopt;
        return Duty{window->open ? "sheet_due" : "sheet_missed", args, window->last_day, "sheet", sheet.id.text()};
    }
    if (!is_returned(sheet.state)) return std::nullopt;
    std::optional<Day> due;
    for (const auto& [key, item] : SheetStore(tx).items(sheet.id))
        if (item.state == ItemState::returned && (!due || *item.due_on < *due)) due = item.due_on;
    return Duty{"sheet_returned", args, due, "sheet", sheet.id.text()};
}

}    // namespace

std::vector<Duty> duties(Tx& tx, const access::Actor& actor, Instant now) {
    const Day today = legal_day(now);
    const org::ForestTree tree(org::UnitStore(tx).forest());
    std::vector<Duty> all;
    for (const Round& round : rounds_of(tx, actor, tree, today)) {
        int checked = 0;
        for (const SeenRow& seen : rows_of(tx, actor, round, tree, today)) {
            if (auto duty = of_unit(tx, round, seen, now)) all.push_back(*std::move(duty));
            checked += seen.row.sheet.state == SheetState::checked && seen.seat.has(Role::province_coordinator) ? 1 : 0;
        }
        if (checked > 0)
            all.push_back({"sheets_to_appraise", {{"round", round.title}, {"count", std::to_string(checked)}}, {}, "round", round.id.text()});
    }
    for (const Pile& pile : piles(tx, actor, today))
        if (pile.open > 0)
            all.push_back({"pile_to_check",
                           {{"round", pile.round.title}, {"criterion", pile.criterion}, {"count", std::to_string(pile.open)}},
                           {}, "pile", pile.round.id.text() + "/" + pile.criterion});
    for (Duty& duty : recognition_duties({tx, now, actor, tree})) all.push_back(std::move(duty));
    return all;
}

}    // namespace cs::assessment
