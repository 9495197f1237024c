#include "assessment/commands.hpp"
#include "assessment/evidence_sight.hpp"
#include "base/text.hpp"

namespace cs::assessment {
namespace {

bool is_named(const SentPaper& paper, Day today) {
    return !trim(paper.number).empty() && paper.day && *paper.day <= today && (paper.via != Via::signed_copy || paper.signed_copy);
}

// The scan that goes with the report is evidence the sender sees.
Done check_signed_copy(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree, const SentPaper& paper) {
    if (paper.via != Via::signed_copy || !paper.signed_copy) return {};
    const auto id = EvidenceId::parse(*paper.signed_copy);
    if (!id) return evidence_unknown();
    CS_TRY(const Evidence scan, visible(tx, today, actor, tree, *id));
    return still_offered(scan);
}

// The needs that people can mend are told one by one: which indicators, which values of last year.
tl::unexpected<Refusal> with_list(Refusal refusal, const Basis& basis, const SheetFacts& facts) {
    const auto list = [&](const char* code, const std::vector<std::string>& nos) {
        for (const std::string& no : nos) refusal.faults.push_back({code, {{"line", no}}, no});
    };
    if (refusal.code == "sheet.need.every_line_answered")
        list("assessment.not_answered", unanswered_indicators(basis.set(), facts.values));
    if (refusal.code == "sheet.need.last_year_confirmed") list("assessment.not_confirmed", unconfirmed_lines(facts.values));
    return tl::unexpected<Refusal>(std::move(refusal));
}

// Returned and answered items are open again: the office looks anew.
std::vector<Item> reopened(const Items& items, Stage stage) {
    std::vector<Item> open;
    for (const auto& [key, item] : items)
        if (key.first == stage && item.state == ItemState::returned) {
            open.push_back(item);
            open.back().state = item_procedure.find(ItemState::returned, ItemAction::answer)->to;
            open.back().due_on = std::nullopt;
            open.back().answered = false;
        }
    return open;
}

Result<Submission> send(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                        const SentPaper& paper, SheetAction action) {
    CS_TRY(const OpenedSheet opened, take_sheet(tx, id, actor, tree, legal_day(now)));
    CS_TRY_DONE(check_signed_copy(tx, legal_day(now), actor, tree, paper));
    CS_TRY(const Basis basis, basis_of(tx, opened.round, opened.sheet.region));
    CS_TRY(const criteria::Plan plan, basis.plan());
    CS_TRY(SheetFacts facts, facts_of(tx, opened, basis, plan, now));
    facts.paper_named = is_named(paper, legal_day(now));
    auto step = sheet_procedure.allow(opened.sheet.state, action, opened.seat.roles(), met(facts));
    if (!step) return with_list(std::move(step).error(), basis, facts);

    SheetStore store(tx);
    const auto earlier = store.submissions(id);
    const std::string content = values_file(opened.sheet.unit.text(), effective(basis.set(), facts.values, {}, Stage::self));
    Submission made{static_cast<int>(earlier.size()) + 1,
                    ReceiptStore(tx).give("sheet", id.text(), content, now, actor.person), paper, std::nullopt};
    store.add(id, made);
    if (const auto stage = checking_stage(opened.sheet.state)) store.put(id, reopened(facts.items, *stage));
    store.set_state(opened.sheet, (*step)->to, now);
    const auto event = action == SheetAction::submit ? audit::Event::sheet_submitted : audit::Event::sheet_resubmitted;
    audit::record(tx, now, opened.seat.by(opened.seat.role_for(**step)),
                  {event, "sheet", id.text(),
                   {{"state", std::string(word_of(opened.sheet.state)), std::string(word_of((*step)->to))},
                    {"receipt", std::nullopt, made.receipt.code()}, {"digest", std::nullopt, made.receipt.digest},
                    {"number", std::nullopt, paper.number}, {"day", std::nullopt, to_text(*paper.day)},
                    {"via", std::nullopt, std::string(word_of(paper.via))}},
                   "", {{"unit", opened.sheet.unit.text()}}});
    return made;
}

}    // namespace

Result<Submission> submit_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                const SentPaper& paper) {
    return send(tx, now, actor, tree, id, paper, SheetAction::submit);
}

Result<Submission> resubmit_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                  const SentPaper& paper) {
    return send(tx, now, actor, tree, id, paper, SheetAction::resubmit);
}

Result<Sheet> withdraw_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                             const std::string& reason) {
    CS_TRY(const OpenedSheet opened, take_sheet(tx, id, actor, tree, legal_day(now)));
    SheetFacts facts;
    facts.reason_given = !trim(reason).empty();
    CS_TRY(const auto* step, sheet_procedure.allow(opened.sheet.state, SheetAction::withdraw, opened.seat.roles(), met(facts)));
    SheetStore store(tx);
    store.withdraw_last(id, now);
    store.set_state(opened.sheet, step->to, now);
    audit::record(tx, now, opened.seat.by(opened.seat.role_for(*step)),
                  {audit::Event::sheet_withdrawn, "sheet", id.text(),
                   {{"state", std::string(word_of(opened.sheet.state)), std::string(word_of(step->to))}}, reason,
                   {{"unit", opened.sheet.unit.text()}}});
    return store.find(id);
}

}    // namespace cs::assessment
