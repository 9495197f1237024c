#include "assessment/recognition_view_http.hpp"
#include "law/paper_html.hpp"
#include "scoring/agreement_form_html.hpp"
#include "scoring/agreement_http.hpp"
#include "scoring/agreement_view_http.hpp"

namespace cs::scoring {
namespace {

using access::Api;
using access::Call;
using access::Operation;
using assessment::read_moment;
using assessment::with_moment;
using http::Method;

wire::HolderRow shown(const Moment& m, const ScoringHolder& h) {
    return {h.id, h.root, m.tree.name(h.root, h.period.from), h.holder, m.tree.name(h.holder, h.period.from), h.period.from, h.period.until,
            h.paper.number, h.paper.day, h.issuer};
}

Result<wire::ScoringHolders> holders(const Moment& m) {
    wire::ScoringHolders all{{}, {access::action(Operation::name_scoring_holder, access::pass(m.actor, Operation::name_scoring_holder))}};
    for (const ScoringHolder& holder : AgreementStore(m.tx).holders()) all.items.push_back(shown(m, holder));
    return all;
}

Result<wire::HolderRow> name(const Moment& m, const wire::NewHolder& b) {
    CS_TRY(const ScoringHolder named, name_holder(m, {b.root_id, b.holder_id, b.from, b.until, {b.number, b.day}, b.issuer}));
    return shown(m, named);
}

Result<wire::Agreements> listed(const Moment& m) {
    wire::Agreements all{{}, {access::action(Operation::open_agreement, access::pass(m.actor, Operation::open_agreement))}};
    const AgreementStore store(m.tx);
    for (const Agreement& head : store.all()) all.items.push_back(row_of(m, store.find(head.id).value()));
    return all;
}

AgreementContent content_of(const wire::AgreementContent& b) {
    AgreementContent content{b.title, b.table_id, {}, b.member_ids};
    for (const wire::NewIndicator& i : b.indicators) {
        AgreementIndicator indicator{0, i.title, i.unit, i.low_is_better};
        if (!i.set_id.value_or("").empty()) indicator.source = Source{*i.set_id, i.indicator.value_or("")};
        content.indicators.push_back(std::move(indicator));
    }
    return content;
}

Result<http::Reply> printed(Api& api, Call& call) {
    CS_TRY(const AgreementId id, agreement_id(call.param("id")));
    return read_moment<http::Reply>(api, call, [&](const Moment& m) -> Result<http::Reply> {
        CS_TRY(const Agreement found, AgreementStore(m.tx).find(id));
        return http::Reply::html(law::render(agreement_form(m, found), api.demo()));
    });
}

void add_holder_routes(Api& api) {
    api.read<wire::ScoringHolders>({Method::get, "/api/scoring-holders", Operation::list_scoring_holders,
                                    "Units that papers of the province name as holders of agreements and scoring."},
                                   [&api](Call& call) { return read_moment<wire::ScoringHolders>(api, call, holders); });
    api.write<wire::NewHolder, wire::HolderRow>({Method::post, "/api/scoring-holders", Operation::name_scoring_holder,
                                                 "Names the holder among the units under another, by a paper.", {}, 201},
                                                [&api](Call& call, const wire::NewHolder& b) {
                                                    return with_moment<wire::HolderRow>(api, call, [&](const Moment& m) { return name(m, b); });
                                                });
}

}    // namespace

void add_agreement_routes(Api& api) {
    add_table_routes(api);
    add_holder_routes(api);
    api.read<wire::Agreements>({Method::get, "/api/agreements", Operation::list_agreements, "Emulation agreements, newest year first."},
                               [&api](Call& call) { return read_moment<wire::Agreements>(api, call, listed); });
    api.read<wire::Agreement>({Method::get, "/api/agreements/{id}", Operation::show_agreement,
                               "An agreement with its members, targets beside their ambition, and who has not signed."},
                              [&api](Call& call) -> Result<wire::Agreement> {
                                  CS_TRY(const AgreementId id, agreement_id(call.param("id")));
                                  return read_moment<wire::Agreement>(api, call, [&](const Moment& m) -> Result<wire::Agreement> {
                                      CS_TRY(const Agreement found, AgreementStore(m.tx).find(id));
                                      return view_of(m, found);
                                  });
                              });
    api.write<wire::NewAgreement, wire::Agreement>({Method::post, "/api/agreements", Operation::open_agreement, "Opens the draft of an agreement.", {}, 201},
                                                   [&api](Call& call, const wire::NewAgreement& b) {
                                                       return with_moment<wire::Agreement>(api, call, [&](const Moment& m) -> Result<wire::Agreement> {
                                                           CS_TRY(const Agreement made, open_agreement(m, {b.year, b.holder_id, b.cluster_id, content_of(b)}));
                                                           return view_of(m, made);
                                                       });
                                                   });
    api.write<wire::AgreementContent, wire::Agreement>(
        {Method::put, "/api/agreements/{id}/content", Operation::amend_agreement, "Changes the draft of an agreement."},
        [&api](Call& call, const wire::AgreementContent& b) -> Result<wire::Agreement> {
            CS_TRY(const AgreementId id, agreement_id(call.param("id")));
            CS_TRY(const auto seen, assessment::version_seen(call));
            return with_moment<wire::Agreement>(api, call, [&](const Moment& m) -> Result<wire::Agreement> {
                CS_TRY(const Agreement made, amend_agreement(m, id, content_of(b), seen));
                return view_of(m, made);
            });
        });
    api.raw({Method::get, "/api/agreements/{id}/form", Operation::print_agreement, "The agreement in the official form, to be printed and signed."},
            "text/html", [&api](Call& call) { return printed(api, call); });
    add_agreement_step_routes(api);
    add_agreement_list_routes(api);
}

}    // namespace cs::scoring
