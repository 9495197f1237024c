// Field teams of the checking offices, seen beside the sheet.
#include "assessment/assessment_http.hpp"
#include "assessment/guarded.hpp"
#include "assessment/sheet_view_http.hpp"

namespace cs::assessment {

namespace wire {

struct VisitFinding {
    std::string indicator, finding;
};
BOOST_DESCRIBE_STRUCT(VisitFinding, (), (indicator, finding))

struct FieldVisit {
    VisitId id;
    Day visited_on;
    UnitId office_id;
    std::string office_name, members, minutes_number;
    Day minutes_day;
    std::string unit_signer, office_signer;
    std::optional<std::string> evidence;
    std::vector<VisitFinding> findings;
    std::string recorded_by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(FieldVisit, (),
                      (id, visited_on, office_id, office_name, members, minutes_number, minutes_day, unit_signer, office_signer,
                       evidence, findings, recorded_by, at))

struct VisitIndicator {
    std::string no, name;
    bool guarded;    // only "Đạt" or "Không đạt" may be said of it
};
BOOST_DESCRIBE_STRUCT(VisitIndicator, (), (no, name, guarded))

struct FieldVisits {
    std::vector<FieldVisit> items;
    std::vector<VisitIndicator> indicators;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(FieldVisits, (), (items, indicators, actions))

struct NewFieldVisit {
    Day visited_on;
    std::string members, minutes_number;
    Day minutes_day;
    std::string unit_signer, office_signer;
    std::optional<std::string> evidence;
    std::vector<VisitFinding> findings;
};
BOOST_DESCRIBE_STRUCT(NewFieldVisit, (),
                      (visited_on, members, minutes_number, minutes_day, unit_signer, office_signer, evidence, findings))

}    // namespace wire

namespace {

using access::Api;
using access::Call;
using access::Operation;

wire::FieldVisit shown(Tx& tx, const FieldVisit& v, const access::Tree& tree) {
    wire::FieldVisit view{v.id, v.visited_on, v.office, tree.name(v.office, v.visited_on), v.members, v.minutes_number, v.minutes_day,
                          v.unit_signer, v.office_signer, v.evidence, {}, name_of(tx, v.by), v.at};
    for (const Finding& f : v.findings) view.findings.push_back({f.indicator, f.finding});
    return view;
}

Result<wire::FieldVisits> list(Api& api, Call& call) {
    CS_TRY(const SheetId id, sheet_id(call));
    return call.db.read([&](Tx& tx) -> Result<wire::FieldVisits> {
        const auto tree = api.tree(tx);
        CS_TRY(const OpenedSheet opened, open_sheet(tx, id, call.actor, *tree, call.today()));
        CS_TRY(const Basis basis, basis_of(tx, opened.round, opened.sheet.region));
        wire::FieldVisits all{{}, {}, {access::action(Operation::record_field_visit, may_record_visit(opened))}};
        for (const FieldVisit& v : VisitStore(tx).of_sheet(id)) all.items.push_back(shown(tx, v, *tree));
        for (const IndicatorPlace& place : indicators_of(basis.set()))
            all.indicators.push_back({place.indicator->no, place.indicator->name, is_guarded(basis.set(), place.indicator->no)});
        return all;
    });
}

Result<wire::FieldVisit> record(Api& api, Call& call, const wire::NewFieldVisit& b) {
    CS_TRY(const SheetId id, sheet_id(call));
    NewVisit visit{b.visited_on, b.members, b.minutes_number, b.minutes_day, b.unit_signer, b.office_signer, b.evidence, {}};
    for (const wire::VisitFinding& f : b.findings) visit.findings.push_back({f.indicator, f.finding});
    return call.db.write([&](Tx& tx) -> Result<wire::FieldVisit> {
        const auto tree = api.tree(tx);
        CS_TRY(const FieldVisit made, record_field_visit(tx, call.clock.now(), call.actor, *tree, id, visit));
        return shown(tx, made, *tree);
    });
}

}    // namespace

void add_visit_routes(access::Api& api) {
    using http::Method;
    api.read<wire::FieldVisits>({Method::get, "/api/sheets/{id}/visits", Operation::list_field_visits,
                                 "Field teams that went to see, with their minutes."},
                                [&api](Call& call) { return list(api, call); });
    api.write<wire::NewFieldVisit, wire::FieldVisit>({Method::post, "/api/sheets/{id}/visits", Operation::record_field_visit,
                                                      "Records a field team and the minutes both signed.", {}, 201},
                                                     [&api](Call& call, const wire::NewFieldVisit& b) { return record(api, call, b); });
}

}    // namespace cs::assessment
