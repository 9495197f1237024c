// Agreements and what their members registered, taken away as files.
#include "access/list_http.hpp"
#include "scoring/agreement_http.hpp"
#include "scoring/agreement_view_http.hpp"

namespace cs::scoring {
namespace {

using access::Api;
using access::Call;
using access::Operation;

const std::string agreement_states = std::string("agreement") + ".state";    // its words in the catalogue

ListValue number(const std::optional<std::string>& text) { return text ? list_value(Decimal::parse(*text)) : ListValue(); }

Result<List> agreements(Api& api, Call& call, Tx& tx) {
    const std::shared_ptr<const access::Tree> tree = api.tree(tx);
    return List{"giao-uoc",
                "agreements",
                {{"year", 8}, {"title", 48}, {"holder", 32}, {"state", 24}, {"members", 10}, {"registered", 10}, {"signed", 10}, {"paper_number", 18}, {"paper_day"}},
                [&tx, &call, tree](const ListGive& give) -> Done {
                    const Moment m{tx, call.clock.now(), call.actor, *tree};
                    const AgreementStore store(tx);
                    for (const Agreement& head : store.all()) {
                        CS_TRY(const Agreement a, store.find(head.id));
                        const wire::AgreementRow row = row_of(m, a);
                        give({std::int64_t(row.year), row.title, row.holder_name, ListWord{agreement_states, std::string(word_of(row.state))}, std::int64_t(row.members),
                              std::int64_t(row.registered), std::int64_t(row.signatures), a.paper.number, list_value(a.paper.day)});
                    }
                    return {};
                }};
}

// A member that registered nothing has its row too: the unsigned and the silent are seen.
void give_member(const wire::Agreement& view, const wire::MemberRow& member, const ListGive& give) {
    const auto& paper = member.registration;
    const auto& sign = member.signature;
    for (std::size_t i = 0; i < view.indicators.size(); ++i) {
        const wire::IndicatorRow& asked = view.indicators[i];
        const wire::MemberTarget& target = member.targets[i];
        give({member.unit_name, member.from, list_value(member.until), asked.title, asked.unit, number(target.baseline), target.baseline_source, number(target.value),
              paper ? paper->number : "", paper ? list_value(paper->day) : ListValue(), sign.has_value(), sign ? sign->name : "", sign ? sign->position : ""});
    }
}

Result<List> targets(Api& api, Call& call, Tx& tx) {
    CS_TRY(const AgreementId id, agreement_id(call.param("id")));
    const auto tree = api.tree(tx);
    const Moment m{tx, call.clock.now(), call.actor, *tree};
    CS_TRY(const Agreement found, AgreementStore(tx).find(id));
    CS_TRY(wire::Agreement made, view_of(m, found));
    const auto view = std::make_shared<const wire::Agreement>(std::move(made));
    return List{"muc-tieu-giao-uoc-" + std::to_string(found.year),
                "agreement_targets",
                {{"unit", 32}, {"from"}, {"until"}, {"target", 40}, {"measure"}, {"baseline"}, {"baseline_source", 28}, {"registered_value"}, {"paper_number", 18},
                 {"paper_day"}, {"signed", 10}, {"signed_by", 28}, {"position", 24}},
                [view](const ListGive& give) -> Done {
                    for (const wire::MemberRow& member : view->members) give_member(*view, member, give);
                    return {};
                }};
}

}    // namespace

void add_agreement_list_routes(Api& api) {
    access::add_list(api, "/api/exports/agreements", Operation::export_agreements, "Emulation agreements with how many registered and signed.", {},
                     [&api](Call& call, Tx& tx) { return agreements(api, call, tx); });
    access::add_list(api, "/api/exports/agreements/{id}/targets", Operation::export_agreement_targets,
                     "What each member of an agreement registered, on which paper, and whether it signed.", {},
                     [&api](Call& call, Tx& tx) { return targets(api, call, tx); });
}

}    // namespace cs::scoring
