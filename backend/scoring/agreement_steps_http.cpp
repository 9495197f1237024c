#include "assessment/recognition_view_http.hpp"
#include "scoring/agreement_http.hpp"
#include "scoring/agreement_view_http.hpp"

namespace cs::scoring {
namespace {

using access::Api;
using access::Call;
using access::Operation;
using http::Method;

// A deed on the agreement of the path; answers it as it stands then.
template <class Deed>
Result<wire::Agreement> done(Api& api, Call& call, const Deed& deed) {
    CS_TRY(const AgreementId id, agreement_id(call.param("id")));
    CS_TRY(const auto seen, assessment::version_seen(call));
    return assessment::with_moment<wire::Agreement>(api, call, [&](const Moment& m) -> Result<wire::Agreement> {
        CS_TRY(const Agreement after, deed(m, id, seen));
        return view_of(m, after);
    });
}

Result<std::optional<Decimal>> number_of(const std::optional<std::string>& text, const std::string& where) {
    if (!text || text->empty()) return std::optional<Decimal>();
    const auto value = Decimal::parse(*text);
    if (!value) return refuse("agreement.faulty", {Fault{"agreement.not_a_number", {{"found", *text}}, where}});
    return value;
}

Result<TargetsEntry> entry_of(const wire::NewTargets& b) {
    TargetsEntry entry{b.unit_id, {}, {b.number, b.day}};
    for (std::size_t i = 0; i < b.targets.size(); ++i) {
        const wire::RegisteredTarget& t = b.targets[i];
        const std::string where = "targets[" + std::to_string(i) + "].";
        CS_TRY(const auto value, number_of(t.value, where + "value"));
        CS_TRY(const auto baseline, number_of(t.baseline, where + "baseline"));
        if (value) entry.targets.push_back({t.line, *value, baseline, t.baseline_source.value_or("")});
    }
    return entry;
}

wire::ChangedMembers shown(const MembersEffect& e, std::optional<std::int64_t> version) {
    return {e.before, e.after, e.signed_leaving, e.to_register, e.to_sign, version};
}

Result<wire::ChangedMembers> members(Api& api, Call& call, const wire::NewMembers& b) {
    CS_TRY(const AgreementId id, agreement_id(call.param("id")));
    CS_TRY(const auto seen, assessment::version_seen(call));
    const MembersChange change{b.join, b.leave, b.from, {b.number, b.day}};
    const bool is_dry = call.query("dry_run") == "true";
    const auto work = [&](const Moment& m) -> Result<wire::ChangedMembers> {
        CS_TRY(const Agreement before, AgreementStore(m.tx).find(id));
        CS_TRY_DONE(may_step(m, before, AgreementAction::change_members));
        CS_TRY(const MembersEffect effect, plan_members(m, before, change));
        if (is_dry) return shown(effect, std::nullopt);
        CS_TRY(const Agreement after, change_members(m, id, change, seen));
        return shown(effect, after.version);
    };
    return is_dry ? assessment::read_moment<wire::ChangedMembers>(api, call, work) : assessment::with_moment<wire::ChangedMembers>(api, call, work);
}

Result<wire::BoundTables> binding(Api& api, Call& call, const wire::NewBinding& b) {
    CS_TRY(const AgreementId id, agreement_id(call.param("id")));
    CS_TRY(const auto seen, assessment::version_seen(call));
    const bool is_dry = call.query("dry_run") == "true";
    const auto work = [&](const Moment& m) -> Result<wire::BoundTables> {
        CS_TRY(const Agreement before, AgreementStore(m.tx).find(id));
        CS_TRY_DONE(may_step(m, before, AgreementAction::bind_table));
        CS_TRY(const TableBinding plan, plan_binding(m, before, b.table_id));
        wire::BoundTables shown{wire::shown(plan.before.version, false), wire::shown(plan.after.version, plan.after.version.applies_from <= m.today()),
                                wire::shown(plan.effects), std::nullopt};
        if (is_dry) return shown;
        CS_TRY(const Agreement after, bind_table(m, id, b.table_id, seen));
        shown.version = after.version;
        return shown;
    };
    return is_dry ? assessment::read_moment<wire::BoundTables>(api, call, work) : assessment::with_moment<wire::BoundTables>(api, call, work);
}

}    // namespace

void add_agreement_step_routes(Api& api) {
    api.write<wire::NewStep, wire::Agreement>({Method::post, "/api/agreements/{id}/steps", Operation::move_agreement, "A step of the holder."},
                                              [&api](Call& call, const wire::NewStep& b) {
                                                  return done(api, call, [&](const Moment& m, const AgreementId& id, auto seen) {
                                                      return move_agreement(m, id, {b.step, {b.number.value_or(""), b.day}, b.note.value_or("")}, seen);
                                                  });
                                              });
    api.write<wire::NewTargets, wire::Agreement>({Method::put, "/api/agreements/{id}/targets", Operation::register_targets,
                                                  "Registers the targets of a member with the province, each beside its baseline."},
                                                 [&api](Call& call, const wire::NewTargets& b) -> Result<wire::Agreement> {
                                                     CS_TRY(const TargetsEntry entry, entry_of(b));
                                                     return done(api, call, [&](const Moment& m, const AgreementId& id, auto seen) { return register_targets(m, id, entry, seen); });
                                                 });
    api.write<wire::NewSignature, wire::Agreement>({Method::post, "/api/agreements/{id}/signatures", Operation::sign_agreement, "The head of a member signs."},
                                                   [&api](Call& call, const wire::NewSignature& b) {
                                                       return done(api, call, [&](const Moment& m, const AgreementId& id, auto seen) {
                                                           return sign_agreement(m, id, {b.unit_id, b.name, b.position}, seen);
                                                       });
                                                   });
    api.write<wire::NewPaperSignature, wire::Agreement>({Method::post, "/api/agreements/{id}/paper-signatures", Operation::record_agreement_signature,
                                                         "Records what a member signed on paper at the ceremony."},
                                                        [&api](Call& call, const wire::NewPaperSignature& b) {
                                                            return done(api, call, [&](const Moment& m, const AgreementId& id, auto seen) {
                                                                return record_signature(m, id, {b.unit_id, b.name, b.position, {b.number, b.day}}, seen);
                                                            });
                                                        });
    api.write<wire::NewMembers, wire::ChangedMembers>({Method::post, "/api/agreements/{id}/members", Operation::change_agreement_members,
                                                       "Changes the members of an agreement in force by a paper, or with dry_run=true shows the effect.",
                                                       {{"dry_run", "true: nothing is stored"}}},
                                                      [&api](Call& call, const wire::NewMembers& b) { return members(api, call, b); });
    api.write<wire::NewBinding, wire::BoundTables>({Method::post, "/api/agreements/{id}/tables", Operation::bind_scoring_table,
                                                    "Binds a later version of the table to an agreement in force, or with dry_run=true shows what it does to every sheet.",
                                                    {{"dry_run", "true: nothing is stored"}}},
                                                   [&api](Call& call, const wire::NewBinding& b) { return binding(api, call, b); });
}

}    // namespace cs::scoring
