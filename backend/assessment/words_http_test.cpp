// Lists that must match: words of the review and their sentences, procedures and the permission table, clauses and the law.
#include <doctest/doctest.h>

#include "access/permissions.hpp"
#include "assessment/register.hpp"
#include "assessment/check_wire_http.hpp"
#include "law/law.hpp"
#include "platform/i18n.hpp"

using namespace cs;
using namespace cs::assessment;

namespace {

template <class E>
void every_word_is_said(const std::string& prefix) {
    for (const std::string_view word : words<E>) {
        CAPTURE(word);
        CHECK(has_sentence(prefix + std::string(word)));
    }
}

// Every step of an action is open to nobody the table keeps out, and the table to nobody without a step.
void agrees(SheetAction action, access::Operation operation) {
    Set<access::Role> who;
    for (const auto& step : sheet_procedure.steps)
        if (step.action == action) who.bits |= step.who.bits;
    CAPTURE(access::word(operation));
    CHECK(who.bits == access::permission(operation).roles.bits);
}

}    // namespace

TEST_CASE("every state, stage, way of sending and standing has its word") {
    every_word_is_said<SheetState>("sheet_state.");
    every_word_is_said<ItemState>("item_state.");
    every_word_is_said<Stage>("stage.");
    every_word_is_said<Via>("via.");
    every_word_is_said<SheetAction>("sheet_action.");
    every_word_is_said<ItemAction>("item_action.");
    every_word_is_said<Standing>("standing.");
}

TEST_CASE("the procedure of a sheet and the permission table name the same roles") {
    using enum access::Operation;
    agrees(SheetAction::submit, submit_sheet);
    agrees(SheetAction::withdraw, withdraw_sheet);
    agrees(SheetAction::resubmit, resubmit_sheet);
    agrees(SheetAction::appraise, appraise_sheet);
    agrees(SheetAction::reopen, reopen_sheet);
    for (const auto& step : item_procedure.steps)
        CHECK(step.who.bits == access::permission(step.action == ItemAction::answer ? save_cells : check_items).roles.bits);
}

TEST_CASE("every clause the procedures of the review cite stands in law/clauses.tsv") {
    for (const auto& step : sheet_procedure.steps) CHECK(law::law().clauses.find(step.under) != nullptr);
    for (const auto& step : item_procedure.steps) CHECK(law::law().clauses.find(step.under) != nullptr);
}
