// "Thử tính": a file of values judged under a loaded set. Nothing is stored.
#include "criteria/commands.hpp"
#include "criteria/criteria_http.hpp"
#include "criteria/report.hpp"
#include "criteria/values_csv.hpp"
#include "criteria/wire_http.hpp"

namespace cs::criteria {
namespace {

using access::Call;
using access::Operation;

wire::TrialPart part(const LeafVerdict& judged, Verdict verdict) {
    const Indicator& says = *judged.leaf->says;
    return {says.no, says.name, shown(*judged.leaf, *judged.value), std::string(word(says.comparator)),
            judged.threshold ? std::optional(judged.threshold->text) : std::nullopt, std::string(word(judged.leaf->confidence)),
            std::string(word(verdict)), says.unit};
}

wire::Because because(const IndicatorVerdict& judged) {
    const LeafVerdict& own = judged.own;
    const bool sexes = own.leaf->says->both_sexes;
    wire::Because reason{part(own, judged.verdict), sexes, {}, {}, {}, {}, {}};
    if (sexes) {
        reason.value = std::nullopt;
        reason.value_male = shown(*own.leaf, own.value[0]);
        reason.value_female = shown(*own.leaf, own.value[1]);
    }
    if (!own.leaf->base.empty()) reason.percent_of = own.leaf->base;
    if (own.missing_fact) reason.missing_fact = own.missing_fact->fact;
    for (const LeafVerdict& each : judged.parts) reason.sub_conditions.push_back(part(each, each.verdict));
    return reason;
}

wire::TrialUnit shown_unit(const UnitVerdict& judged) {
    wire::TrialUnit unit{judged.unit, judged.met, judged.of, std::string(word(judged.verdict)), judged.provisional, {}, {}};
    for (const IndicatorVerdict& condition : judged.preconditions)
        unit.preconditions.push_back({condition.own.leaf->says->no, condition.own.leaf->says->name,
                                      std::string(word(condition.verdict)), {because(condition)}});
    for (const CriterionVerdict& criterion : judged.criteria) {
        wire::TrialCriterion each{criterion.criterion->no, criterion.criterion->name, std::string(word(criterion.verdict)), {}};
        for (const IndicatorVerdict& indicator : criterion.because) each.because.push_back(because(indicator));
        unit.criteria.push_back(std::move(each));
    }
    return unit;
}

struct Basis {
    Standing own;
    std::map<std::string, Standing> others;
};

Result<wire::Trial> try_values(Call& call, const wire::NewTrial& body) {
    CS_TRY(const Basis basis, call.db.read([&](Tx& tx) -> Result<Basis> {
        CS_TRY(Standing own, standing(tx, body.criteria_set, body.version));
        auto others = others_of(tx, own);
        return Basis{std::move(own), std::move(others)};
    }));
    const CriteriaSet& set = *basis.own.set;
    if (set.document != Document::set) return refuse(Problem::need_unmet, "criteria.not_a_set", {{"set", set.id}});
    if (!set.knows_region(body.region))
        return refuse("criteria.trial_refused", {Fault{"criteria.region_unknown", {{"found", body.region}}, "region", 0}});
    std::map<std::string, Ground> others;
    for (const auto& [id, other] : basis.others) others.emplace(id, other.ground());
    const Ground ground = basis.own.ground();
    CS_TRY(const Plan plan, compile(ground, others, body.region, body.year, false));
    CS_TRY(const auto units, read_values(plan, body.values_csv));
    wire::Trial trial{set.id, basis.own.version.number, body.year, body.region, {}};
    for (const UnitValues& unit : units) trial.units.push_back(shown_unit(judge(plan, unit)));
    return trial;
}

}    // namespace

void add_trial_routes(access::Api& api) {
    api.write<wire::NewTrial, wire::Trial>({http::Method::post, "/api/trials", Operation::try_evaluation,
                                            "Judges a file of values under a set; nothing is stored."},
                                           try_values);
}

}    // namespace cs::criteria
