#include "assessment/commands.hpp"
#include "base/text.hpp"

namespace cs::assessment {

Result<Extension> extend_round(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const RoundId& id,
                               Extension e) {
    RoundStore rounds(tx);
    CS_TRY(const Round round, rounds.find(id));
    const Day today = legal_day(now);
    CS_TRY(const access::Role role, access::may(actor, access::Operation::extend_round, round.root, today, tree));
    std::vector<Fault> faults;
    if (trim(e.paper_number).empty()) faults.push_back({"assessment.paper_missing", {}, "paper_number"});
    if (trim(e.reason).empty()) faults.push_back({"assessment.reason_missing", {}, "reason"});
    if (e.paper_day > today) faults.push_back({"assessment.paper_in_future", {}, "paper_day"});
    if (e.until < round.closes_on)
        faults.push_back({"assessment.extension_shortens", {{"closes_on", to_vietnamese(round.closes_on)}}, "until"});
    if (e.unit) {
        const auto rows = SheetStore(tx).of_round(id);
        if (std::none_of(rows.begin(), rows.end(), [&](const SheetRow& row) { return row.sheet.unit == *e.unit; }))
            faults.push_back({"assessment.unit_not_in_round", {}, "unit"});
    }
    if (!faults.empty()) return refuse("assessment.extension_faulty", std::move(faults));
    e.at = now;
    e.by = actor.person;
    rounds.add(id, e);
    std::vector<audit::Change> changes = {{"until", to_text(round.closes_on), to_text(e.until)}, {"number", {}, e.paper_number},
                                          {"day", {}, to_text(e.paper_day)}};
    std::vector<std::pair<std::string, std::string>> also;
    if (e.unit) changes.push_back({"unit", {}, e.unit->text()}), also.emplace_back("unit", e.unit->text());
    audit::record(tx, now, actor.by(role),
                  {audit::Event::round_extended, "round", id.text(), std::move(changes), e.reason, std::move(also)});
    return e;
}

}    // namespace cs::assessment
