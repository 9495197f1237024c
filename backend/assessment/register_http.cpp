#include "assessment/assessment_http.hpp"
#include "assessment/recognition_view_http.hpp"

namespace cs::assessment {
namespace {

using access::Call;
using access::Operation;

constexpr auto clause = "cs.standing_by_decision";

Result<std::optional<UnitId>> unit_asked(const Call& call) {
    const auto text = call.query("unit");
    if (!text) return std::nullopt;
    auto id = UnitId::parse(*text);
    if (!id) return refuse(Problem::not_found, "org.unit_unknown_id");
    return id;
}

Result<wire::Recognitions> list(access::Api& api, Call& call) {
    CS_TRY(const auto unit, unit_asked(call));
    return call.db.read([&](Tx& tx) -> Result<wire::Recognitions> {
        const auto tree = api.tree(tx);
        const RegisterStore store(tx);
        wire::Recognitions all{{}, {access::action(Operation::enter_recognition, pass(call.actor, Operation::enter_recognition))}};
        for (const Recognition& r : unit ? store.of_unit(*unit) : store.all()) all.items.push_back(shown(*tree, r));
        return all;
    });
}

Result<wire::RecognitionRow> enter(access::Api& api, Call& call, const wire::NewRecognition& b) {
    const Instant now = call.clock.now();
    return call.db.write([&](Tx& tx) -> Result<wire::RecognitionRow> {
        const auto tree = api.tree(tx);
        CS_TRY(const Recognition made,
               enter_recognition(tx, now, call.actor, *tree,
                                 {RecognitionId::born(now), b.unit_id, b.area.value_or(""), b.standing, b.field.value_or(""), b.year,
                                  {b.number, b.decided_on, b.signer}, b.counts_from, clause, b.source, law::Confidence::verified}));
        return shown(*tree, made);
    });
}

}    // namespace

wire::RecognitionRow shown(const access::Tree& tree, const Recognition& r) { return wire::shown(r, tree.name(r.unit, r.counts_from)); }

void add_register_routes(access::Api& api) {
    using http::Method;
    api.read<wire::Recognitions>({Method::get, "/api/recognitions", Operation::list_recognitions,
                                  "The register of recognitions, oldest first, withdrawn ones too.",
                                  {{"unit", "Id of a unit: only its own."}}},
                                 [&api](Call& call) { return list(api, call); });
    api.write<wire::NewRecognition, wire::RecognitionRow>(
        {Method::post, "/api/recognitions", Operation::enter_recognition,
         "Enters a recognition from its decision; a number or signer nobody knows is the word \"unknown\".", {}, 201},
        [&api](Call& call, const wire::NewRecognition& body) { return enter(api, call, body); });
}

}    // namespace cs::assessment
