#include "assessment/checking.hpp"
#include "base/text.hpp"

namespace cs::assessment {
namespace {

Done check(const ConfirmMany& r, Day today) {
    std::vector<Fault> faults;
    if (trim(r.number).empty()) faults.push_back({"assessment.paper_missing", {}, "number"});
    if (trim(r.signer).empty()) faults.push_back({"assessment.signer_missing", {}, "signer"});
    if (r.day > today) faults.push_back({"assessment.paper_in_future", {}, "day"});
    if (r.sheets.empty()) faults.push_back({"assessment.no_sheets", {}, "sheets"});
    for (std::size_t i = 0; i < r.exceptions.size(); ++i)
        if (std::find(r.sheets.begin(), r.sheets.end(), r.exceptions[i].sheet) == r.sheets.end())
            faults.push_back({"assessment.exception_elsewhere", {}, "exceptions[" + std::to_string(i) + "].sheet"});
    if (!faults.empty()) return refuse("assessment.confirmation_refused", std::move(faults));
    return {};
}

// What the paper says of one sheet: its exceptions go back, the rest that is open is agreed to.
std::vector<Check> checks_for(const CheckedSheet& on, const ConfirmMany& r) {
    std::vector<Check> checks;
    for (const IndicatorPlace& place : indicators_of(on.basis.set())) {
        if (place.criterion != r.criterion || item_state(on.facts.items, on.stage, place.indicator->no) != ItemState::open) continue;
        Check check{place.indicator->no, ItemAction::agree};
        for (const Exception& e : r.exceptions)
            if (e.sheet == on.opened.sheet.id && e.indicator == place.indicator->no)
                check = {e.indicator, ItemAction::send_back, {}, e.reason, e.due_on};
        checks.push_back(std::move(check));
    }
    return checks;
}

// Faults of one sheet are told with its place in the request.
tl::unexpected<Refusal> at_sheet(const Refusal& refusal, std::size_t i) {
    Refusal told{refusal.problem, "assessment.confirmation_refused", {}, refusal.clause, refusal.faults};
    if (told.faults.empty()) told.faults.push_back({refusal.code, refusal.args, ""});
    for (Fault& fault : told.faults) fault.where = "sheets[" + std::to_string(i) + "]" + (fault.where.empty() ? "" : "." + fault.where);
    told.problem = Problem::bad_input;
    return tl::unexpected<Refusal>(std::move(told));
}

Result<CheckedSheet> taken(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const Round& round,
                           const ConfirmMany& r, const SheetId& id, const CheckPaperId& paper) {
    CS_TRY(CheckedSheet on, begin_check(tx, now, actor, tree, id));
    if (on.opened.round.id != round.id) return refuse(Problem::not_found, "assessment.sheet_unknown");
    const auto checks = checks_for(on, r);
    if (checks.empty()) return refuse(Problem::need_unmet, "assessment.nothing_open", {{"criterion", r.criterion}}, "cs.check_by_charge");
    for (const Check& check : checks) CS_TRY_DONE(take_check(on, check, now, paper));
    return on;
}

audit::Entry entry_of(const ConfirmedMany& made, const ConfirmMany& r) {
    const auto to = [](std::string text) { return std::optional(std::move(text)); };
    audit::Entry entry{audit::Event::items_confirmed_by_paper, "round", made.paper.round.text(),
                       {{"criterion", {}, to(r.criterion)}, {"holder", {}, to(made.paper.holder.text())}, {"number", {}, to(r.number)},
                        {"day", {}, to(to_text(r.day))}, {"signer", {}, to(r.signer)}, {"units", {}, to(std::to_string(made.sheets))},
                        {"items", {}, to(std::to_string(made.agreed))}},
                       ""};
    for (const SheetId& sheet : r.sheets) entry.also.emplace_back("sheet", sheet.text());
    for (const Exception& e : r.exceptions) entry.note += (entry.note.empty() ? "" : "; ") + e.indicator + ": " + e.reason;
    return entry;
}

}    // namespace

Result<ConfirmedMany> confirm_many(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const RoundId& id,
                                   const ConfirmMany& r) {
    CS_TRY_DONE(check(r, legal_day(now)));
    CS_TRY(const Round round, RoundStore(tx).find(id));
    const CheckPaperId paper = CheckPaperId::born(now);
    std::vector<CheckedSheet> taken_sheets;
    std::vector<SheetId> in_order = r.sheets;    // locked in one order whoever asks: two papers at once never wait for each other
    std::sort(in_order.begin(), in_order.end());
    for (const SheetId& sheet : in_order) {
        const auto place = static_cast<std::size_t>(std::find(r.sheets.begin(), r.sheets.end(), sheet) - r.sheets.begin());
        auto on = taken(tx, now, actor, tree, round, r, sheet, paper);
        if (!on) return at_sheet(on.error(), place);
        taken_sheets.push_back(*std::move(on));
    }
    const CheckedSheet& first = taken_sheets.front();
    const auto holder = first.opened.office(r.criterion, first.stage);
    const audit::By by = first.by();
    ConfirmedMany made{{paper, id, first.stage, r.criterion, holder.value_or(*by.unit), std::string(trim(r.number)), r.day,
                        std::string(trim(r.signer))}};
    CheckPaperStore(tx).add(made.paper, now, actor.person);
    for (CheckedSheet& on : taken_sheets) {
        CS_TRY_DONE(finish_check(tx, on, now));
        ++made.sheets;
        for (const Item& item : on.changed) ++(item.state == ItemState::returned ? made.returned : made.agreed);
    }
    audit::record(tx, now, by, entry_of(made, r));
    return made;
}

}    // namespace cs::assessment
