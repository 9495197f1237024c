#include "assessment/commands.hpp"
#include "base/text.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

using Faults = std::vector<Fault>;

bool is_chosen(const std::vector<UnitId>& only, const UnitId& unit) {
    return only.empty() || std::find(only.begin(), only.end(), unit) != only.end();
}

// The units that take part, in the forest's order; what is wrong with the choice goes to `faults`.
std::vector<const org::UnitVersion*> population(const org::Forest& forest, const NewRound& r, Faults& faults) {
    std::vector<const org::UnitVersion*> units;
    for (const org::UnitVersion* unit : forest.below(r.root, r.units_on)) {
        if (unit->state.kind != r.kind || !is_chosen(r.only, unit->unit)) continue;
        if (!unit->state.region) faults.push_back({"assessment.region_missing", {{"unit", unit->state.name}}, "root"});
        units.push_back(unit);
    }
    for (std::size_t i = 0; i < r.only.size(); ++i)
        if (std::none_of(units.begin(), units.end(), [&](const org::UnitVersion* u) { return u->unit == r.only[i]; }))
            faults.push_back({"assessment.unit_not_in_population", {{"unit", r.only[i].text()}}, "only[" + std::to_string(i) + "]"});
    if (units.empty()) faults.push_back({"assessment.no_units", {}, "root"});
    return units;
}

void check(const NewRound& r, const criteria::Standing& of, Faults& faults) {
    if (of.set->document != criteria::Document::set) faults.push_back({"assessment.not_a_set", {{"set", r.set}}, "set"});
    if (trim(r.title).empty()) faults.push_back({"assessment.title_missing", {}, "title"});
    if (trim(r.paper).empty()) faults.push_back({"assessment.paper_missing", {}, "paper"});
    if (r.closes_on < r.opens_on) faults.push_back({"assessment.window_turned", {}, "closes_on"});
}

// What counted last year, as this year's first answer.
std::map<std::string, SavedLine> prefilled(Tx& tx, const Round& round, const UnitId& unit, const criteria::CriteriaSet& set, Instant now) {
    std::map<std::string, SavedLine> lines;
    for (auto& [no, line] : last_years_lines(tx, round, unit, set)) {
        line.note.clear();
        lines[no] = SavedLine{line, true, 1, now, std::nullopt};
    }
    return lines;
}

audit::Entry entry_of(const OpenedRound& made) {
    const Round& r = made.round;
    const auto to = [](std::string text) { return std::optional(std::move(text)); };
    return {audit::Event::round_opened, "round", r.id.text(),
            {{"set", {}, to(r.set)}, {"version", {}, to(std::to_string(r.set_version))}, {"year", {}, to(std::to_string(r.year))},
             {"root", {}, to(r.root.text())}, {"units", {}, to(std::to_string(made.sheets))}, {"opens_on", {}, to(to_text(r.opens_on))},
             {"closes_on", {}, to(to_text(r.closes_on))}, {"paper", {}, to(r.paper)}},
            "", {{"unit", r.root.text()}}};
}

}    // namespace

Result<OpenedRound> open_round(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const NewRound& r) {
    CS_TRY(const access::Role role, access::may(actor, access::Operation::open_round, r.root, legal_day(now), tree));
    CS_TRY_DONE(org::recorded(r.units_on));
    CS_TRY(const criteria::Standing of, criteria::standing(tx, r.set, r.set_version));
    Faults faults;
    check(r, of, faults);
    const auto forest = org::UnitStore(tx).forest();
    const auto units = population(*forest, r, faults);
    if (!faults.empty()) return refuse("assessment.round_faulty", std::move(faults));

    OpenedRound made{{RoundId::born(now), r.set, of.version.number, r.year, std::string(trim(r.title)), r.root, r.kind, r.units_on,
                      r.opens_on, r.closes_on, std::string(trim(r.paper)), now}};
    if (!RoundStore(tx).add(made.round, actor.person))
        return refuse(Problem::need_unmet, "assessment.round_exists", {{"year", std::to_string(r.year)}}, "cs.review_by_round");
    std::vector<Sheet> sheets;
    for (const org::UnitVersion* unit : units)
        sheets.push_back({SheetId::born(now), made.round.id, unit->unit, std::string(word_of(*unit->state.region)),
                          SheetState::draft, 1, now});
    SheetStore store(tx);
    store.add(sheets);
    for (const Sheet& sheet : sheets) {
        const auto lines = prefilled(tx, made.round, sheet.unit, *of.set, now);
        if (!lines.empty()) store.put(sheet.id, Stage::self, lines), ++made.prefilled;
    }
    made.sheets = static_cast<int>(sheets.size());
    audit::record(tx, now, actor.by(role), entry_of(made));
    return made;
}

}    // namespace cs::assessment
