// What an office has to check, and its paper that confirms a criterion for many units at once; receipts.
#include <charconv>

#include "assessment/assessment_http.hpp"
#include "assessment/queue.hpp"
#include "assessment/sheet_view_http.hpp"

namespace cs::assessment {
namespace {

using access::Api;
using access::Call;
using access::Operation;

std::string criterion_name(const criteria::CriteriaSet& set, const std::string& no) {
    for (const criteria::Criterion& c : set.criteria)
        if (c.no == no) return c.name;
    return "";
}

Result<wire::Queue> queue(Call& call) {
    return call.db.read([&](Tx& tx) -> Result<wire::Queue> {
        wire::Queue all;
        for (const Pile& p : piles(tx, call.actor, call.today())) {
            CS_TRY(const criteria::Standing of, criteria::standing(tx, p.round.set, p.round.set_version));
            all.items.push_back({p.round.id, p.round.title, p.round.year, p.stage, p.criterion, criterion_name(*of.set, p.criterion),
                                 p.open, p.returned, p.settled});
        }
        return all;
    });
}

wire::PileSheetRow shown(const PileSheet& s) {
    wire::PileSheetRow row{s.sheet.id, s.sheet.unit, s.unit_name, s.sheet.state, {}};
    for (const PileIndicator& i : s.indicators) {
        wire::PileCell cell{i.no, i.state, i.returns, std::string(criteria::word(i.verdict)), {}};
        for (const auto& [no, line] : i.said)
            cell.lines.push_back({no, line.value, line.male, line.female, line.applicable, line.note});
        row.cells.push_back(std::move(cell));
    }
    return row;
}

std::vector<wire::PileIndicatorHead> heads(const criteria::Plan& plan, const std::string& criterion) {
    std::vector<wire::PileIndicatorHead> all;
    for (const criteria::PlannedCriterion& c : plan.criteria)
        if (c.says->no == criterion)
            for (const criteria::PlannedIndicator& i : c.indicators)
                all.push_back({i.own.says->no, i.own.says->name, i.own.says->unit, std::string(criteria::word(i.own.says->comparator)),
                               i.own.limit.shown ? std::optional(i.own.limit.shown->text) : std::nullopt});
    return all;
}

Result<wire::PileView> show(Api& api, Call& call) {
    CS_TRY(const RoundId id, round_id(call));
    const std::string criterion = call.query("criterion").value_or("");
    return call.db.read([&](Tx& tx) -> Result<wire::PileView> {
        CS_TRY(const PileView of, pile(tx, call.actor, id, criterion, call.today()));
        CS_TRY(const criteria::Plan plan, of.basis.plan());
        const criteria::CriteriaSet& set = of.basis.set();
        wire::PileView view{cs::assessment::shown(of.round, set.title, *api.tree(tx)), of.stage, criterion, criterion_name(set, criterion),
                            heads(plan, criterion), {}, {access::action(Operation::confirm_many, pass(call.actor, Operation::confirm_many))}};
        for (const PileSheet& sheet : of.sheets) view.sheets.push_back(shown(sheet));
        return view;
    });
}

Result<wire::ConfirmedMany> confirm(Api& api, Call& call, const wire::ConfirmationInput& b) {
    CS_TRY(const RoundId id, round_id(call));
    ConfirmMany request{b.criterion, b.number, b.day, b.signer, b.sheet_ids, {}};
    for (const wire::ExceptionInput& e : b.exceptions.value_or(std::vector<wire::ExceptionInput>{}))
        request.exceptions.push_back({e.sheet_id, e.indicator, e.reason, e.due_on});
    return call.db.write([&](Tx& tx) -> Result<wire::ConfirmedMany> {
        CS_TRY(const ConfirmedMany made, confirm_many(tx, call.clock.now(), call.actor, *api.tree(tx), id, request));
        return wire::ConfirmedMany{made.sheets, made.agreed, made.returned};
    });
}

// "CS-2025-000123".
std::optional<std::pair<int, std::int64_t>> read_code(std::string_view code) {
    int year = 0;
    std::int64_t number = 0;
    if (code.size() < 9 || code.substr(0, 3) != "CS-" || code[7] != '-') return std::nullopt;
    const auto [y, year_fault] = std::from_chars(code.data() + 3, code.data() + 7, year);
    const auto [n, number_fault] = std::from_chars(code.data() + 8, code.data() + code.size(), number);
    if (year_fault != std::errc() || y != code.data() + 7 || number_fault != std::errc() || n != code.data() + code.size()) return std::nullopt;
    return std::pair(year, number);
}

// Whoever holds the number may check the digest; the content only who may see the sheet.
Result<wire::ReceiptView> receipt(Api& api, Call& call) {
    const auto code = read_code(call.param("id"));
    return call.db.read([&](Tx& tx) -> Result<wire::ReceiptView> {
        const auto found = code ? ReceiptStore(tx).find(code->first, code->second) : std::nullopt;
        if (!found) return refuse(Problem::not_found, "assessment.receipt_unknown", {{"code", call.param("id")}});
        wire::ReceiptView view{found->code(), found->kind, found->digest, found->at, name_of(tx, found->given_to), found->object, ""};
        const auto sheet = SheetId::parse(found->object);
        if (sheet && open_sheet(tx, *sheet, call.actor, *api.tree(tx), call.today())) view.content = found->content;
        return view;
    });
}

}    // namespace

void add_queue_routes(Api& api) {
    using http::Method;
    api.read<wire::Queue>({Method::get, "/api/queue", Operation::list_queue, "Criteria the caller's office is in charge of, with what is open."},
                          [](Call& call) { return queue(call); });
    api.read<wire::PileView>({Method::get, "/api/rounds/{id}/queue", Operation::show_pile,
                              "One criterion over all units: what was said, the verdict, where the check stands.",
                              {{"criterion", "No. of the criterion.", true}}},
                             [&api](Call& call) { return show(api, call); });
    api.write<wire::ConfirmationInput, wire::ConfirmedMany>(
        {Method::post, "/api/rounds/{id}/confirmations", Operation::confirm_many,
         "One paper of the office confirms a criterion for many units, with exceptions sent back.", {}, 201},
        [&api](Call& call, const wire::ConfirmationInput& b) { return confirm(api, call, b); });
    api.read<wire::ReceiptView>({Method::get, "/api/receipts/{id}", Operation::show_receipt, "A receipt by its number: when, what digest."},
                                [&api](Call& call) { return receipt(api, call); });
}

}    // namespace cs::assessment
