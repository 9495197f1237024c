#include "base/text.hpp"
#include "movement/commands.hpp"
#include "org/authority.hpp"

namespace cs::movement {
namespace {

constexpr int first_year = 2011;    // the first period of the movement; its figures may be entered too

Done check(const FigureInput& input, Day today) {
    std::vector<Fault> faults;
    const int this_year = static_cast<int>(today.year());
    if (trim(input.source).empty()) faults.push_back({"movement.source_missing", {}, "source"});
    if (input.year < first_year || input.year > 2100)
        faults.push_back({"movement.year_unknown", {{"year", std::to_string(input.year)}, {"first", std::to_string(first_year)}}, "year"});
    else if (input.kind == FigureKind::actual && input.year > this_year)
        faults.push_back({"movement.year_not_begun", {{"year", std::to_string(input.year)}}, "year"});
    if (!faults.empty()) return refuse("movement.figure_faulty", std::move(faults));
    return {};
}

audit::Entry entry_of(const Target& target, const Figure& figure, const Figure* before) {
    return {audit::Event::target_figure_saved, "target", target.id.text(),
            {{"year", std::nullopt, std::to_string(figure.year)}, {"kind", std::nullopt, std::string(word_of(figure.kind))},
             {"value", before ? std::optional(before->value.text()) : std::nullopt, figure.value.text()},
             {"source", before ? std::optional(before->source) : std::nullopt, figure.source}},
            figure.reason, {{"unit", target.root.text()}}};
}

}    // namespace

Result<Target> save_figure(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const TargetId& id,
                           const FigureInput& input) {
    TargetStore store(tx);
    store.be_alone();
    const auto target = store.find(id);
    if (!target) return refuse(Problem::not_found, "movement.target_unknown");
    const Day today = legal_day(now);
    CS_TRY(const access::Role role,
           org::may_act_upon(tx, actor, access::Operation::save_target_figure, target->root, today, tree));
    CS_TRY_DONE(check(input, today));
    const Figure* before = target->find(input.year, input.kind);
    const std::int64_t sequence = before ? before->sequence : 0;
    if (input.seen && *input.seen != std::to_string(sequence))
        return refuse(Problem::stale, "movement.figure_stale", {{"year", std::to_string(input.year)}, {"value", before ? before->value.text() : "–"}});
    if (before && trim(input.reason).empty()) return refuse(Problem::bad_input, "movement.reason_missing");
    const Figure figure{input.year, input.kind, sequence + 1, input.value, std::string(trim(input.source)), std::string(trim(input.reason))};
    store.save(id, figure, now, actor.person);
    audit::record(tx, now, actor.by(role), entry_of(*target, figure, before));
    return *store.find(id);
}

}    // namespace cs::movement
