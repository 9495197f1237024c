#include "assessment/evidence_http.hpp"
#include "assessment/evidence_wire_http.hpp"

namespace cs::assessment {
namespace {

using access::Call;
using access::Nothing;
using access::Operation;

Result<SheetId> sheet_asked(const Call& call) {
    auto sheet = SheetId::parse(call.query("sheet").value_or(""));
    if (!sheet) return refuse(Problem::not_found, "assessment.sheet_unknown");
    return *std::move(sheet);
}

Result<wire::CitedEvidenceList> list(access::Api& api, Call& call) {
    CS_TRY(const SheetId sheet, sheet_asked(call));
    const auto only = call.query("indicator");
    return call.db.read([&](Tx& tx) -> Result<wire::CitedEvidenceList> {
        const auto tree = api.tree(tx);
        CS_TRY(const std::vector<CitedEvidence> all, citations(tx, call.today(), call.actor, *tree, sheet));
        wire::CitedEvidenceList shown;
        for (const CitedEvidence& c : all)
            if (!only || *only == c.indicator)
                shown.items.push_back({c.indicator, wire::shown(c.evidence, call.today()), c.cited_at, c.cited_by_name});
        if (!only) return shown;
        const Done may = may_cite(tx, call.clock.now(), call.actor, *tree, sheet, *only);
        for (const Operation operation : {Operation::cite_evidence, Operation::uncite_evidence})
            shown.actions.push_back(access::action(operation, may));
        return shown;
    });
}

Result<Nothing> add(access::Api& api, Call& call, const wire::NewCitation& b) {
    CS_TRY(const EvidenceId id, evidence_id(call));
    return call.db.write([&](Tx& tx) -> Result<Nothing> {
        CS_TRY_DONE(cite(tx, call.clock.now(), call.actor, *api.tree(tx), {id, b.sheet_id, b.indicator}));
        return Nothing{};
    });
}

Result<Nothing> take_back(access::Api& api, Call& call, const Nothing&) {
    CS_TRY(const EvidenceId id, evidence_id(call));
    CS_TRY(const SheetId sheet, sheet_asked(call));
    return call.db.write([&](Tx& tx) -> Result<Nothing> {
        CS_TRY_DONE(uncite(tx, call.clock.now(), call.actor, *api.tree(tx), {id, sheet, call.query("indicator").value_or("")}));
        return Nothing{};
    });
}

}    // namespace

void add_citation_routes(access::Api& api) {
    using http::Method;
    api.read<wire::CitedEvidenceList>({Method::get, "/api/evidence/citations", Operation::list_citations, "What the values of a sheet lean on.",
                                       {{"sheet", "id of the sheet", true}, {"indicator", "only this one"}}},
                                      [&](Call& call) { return list(api, call); });
    api.write<wire::NewCitation, Nothing>({Method::post, "/api/evidence/{id}/citations", Operation::cite_evidence,
                                           "A value of a sheet leans on it from now on."},
                                          [&](Call& call, const wire::NewCitation& body) { return add(api, call, body); });
    api.write<Nothing, Nothing>({Method::del, "/api/evidence/{id}/citations", Operation::uncite_evidence, "A value no longer leans on it.",
                                 {{"sheet", "id of the sheet", true}, {"indicator", "the indicator", true}}},
                                [&](Call& call, const Nothing& body) { return take_back(api, call, body); });
}

}    // namespace cs::assessment
