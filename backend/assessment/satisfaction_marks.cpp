#include "assessment/dossier_commands.hpp"
#include "audit/journal.hpp"
#include "base/text.hpp"

namespace cs::assessment {
namespace {

bool is_percent(const Decimal& value) { return value >= Decimal::whole(0) && value <= Decimal::whole(100); }

Done check(const SatisfactionMark& mark, Day today) {
    std::vector<Fault> faults;
    const auto fault = [&](const char* code, const char* where) { faults.push_back({code, {}, where}); };
    if (trim(mark.paper.number).empty()) fault("dossier.number_missing", "number");
    if (trim(mark.paper.signer).empty()) fault("dossier.signer_missing", "signer");
    if (!mark.paper.day) fault("dossier.day_missing", "day");
    if (mark.paper.day && *mark.paper.day > today) fault("dossier.day_in_future", "day");
    if (!is_percent(mark.overall)) fault("confirmation.mark_percent", "overall");
    if (mark.each_content && !is_percent(*mark.each_content)) fault("confirmation.mark_percent", "each_content");
    if (!faults.empty()) return refuse("confirmation.mark_faulty", std::move(faults));
    return {};
}

audit::Entry entry_of(const SatisfactionMark& m) {
    return {audit::Event::satisfaction_mark_entered, "satisfaction_mark", m.id.text(),
            {{"root", std::nullopt, m.root.text()}, {"standing", std::nullopt, std::string(word_of(m.standing))},
             {"overall", std::nullopt, m.overall.text()},
             {"each_content", std::nullopt, m.each_content ? std::optional(m.each_content->text()) : std::nullopt},
             {"from", std::nullopt, to_text(m.from)}, {"number", std::nullopt, m.paper.number},
             {"day", std::nullopt, to_text(*m.paper.day)}, {"signer", std::nullopt, m.paper.signer}},
            "", {{"unit", m.root.text()}}};
}

}    // namespace

Result<SatisfactionMark> enter_satisfaction_mark(const Moment& m, SatisfactionMark mark) {
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::enter_satisfaction_mark, mark.root, mark.from, m.tree));
    CS_TRY(const Above over, above(m.tx, mark.root, mark.from));
    if (over.province != mark.root) return refuse(Problem::bad_input, "confirmation.mark_not_of_province");
    return enter_satisfaction_mark(m.tx, m.now, m.actor.by(role), std::move(mark));
}

Result<SatisfactionMark> enter_satisfaction_mark(Tx& tx, Instant now, const audit::By& by, SatisfactionMark mark) {
    CS_TRY_DONE(check(mark, legal_day(now)));
    if (!ConfirmationStore(tx).add(mark, now, by.person)) return refuse(Problem::need_unmet, "confirmation.mark_stands");
    audit::record(tx, now, by, entry_of(mark));
    return mark;
}

}    // namespace cs::assessment
