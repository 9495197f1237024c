#include "assessment/condition_facts.hpp"

#include <algorithm>

#include "assessment/territory.hpp"
#include "criteria/commands.hpp"
#include "law/law.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

Phrase paper_of(const access::Tree& tree, const StepPaper& paper, Day on, const UnitId& holder) {
    return {"condition.source.paper", {{"number", paper.number}, {"day", to_vietnamese(on)}, {"holder", tree.name(holder, on)}}};
}

std::string named(const criteria::CriteriaSet& set, const std::string& no) {
    const auto at = std::find_if(set.criteria.begin(), set.criteria.end(), [&](const auto& c) { return c.no == no; });
    return at == set.criteria.end() ? no : no + ". " + at->name;
}

std::optional<CriteriaFact> criteria_of(Tx& tx, const Subject& subject) {
    for (const SetOfStanding& candidate : sets_for(subject.level, subject.standing, subject.law_day)) {
        const auto result = latest_result(tx, subject.unit, candidate.id, subject.as_of);
        const auto set = criteria::standing(tx, candidate.id);
        if (!result || !set) continue;
        CriteriaFact fact{set->set->title,
                          {"condition.source.result", {{"year", std::to_string(result->year)}, {"number", result->paper_number}}},
                          result->verdict, result->met, result->of, result->provisional, candidate.in_force};
        for (const auto& [no, verdict] : result->criteria) {
            if (verdict == Verdict::not_met) fact.unmet.push_back(named(*set->set, no));
            if (verdict == Verdict::undetermined) fact.open.push_back(named(*set->set, no));
        }
        return fact;
    }
    return std::nullopt;
}

// The province's report on a residential area, for which there is no set to evaluate.
std::optional<CriteriaFact> conclusion_of(Tx& tx, const access::Tree& tree, const Dossier& dossier) {
    std::optional<CriteriaFact> fact;
    for (const PastStep& step : DossierStore(tx).steps(dossier.id))
        if (step.said.conclusion)
            fact = CriteriaFact{"", paper_of(tree, step.said.paper, step.said.on, step.holder), *step.said.conclusion};
    return fact;
}

void add(ConditionFacts& facts, const access::Tree& tree, const Confirmation& c) {
    const Phrase paper = paper_of(tree, c.paper, c.on, c.holder);
    switch (c.kind) {
        case ConfirmationKind::debt: facts.debt = DebtFact{c.held, c.works, paper}; break;
        case ConfirmationKind::security: facts.security = SecurityFact{c.held, c.verdict == Verdict::met, paper}; break;
        case ConfirmationKind::survey:
            facts.survey = SurveyFact{c.held, c.counts.value_or(SurveyCounts{}), c.contents, paper};
            break;
        case ConfirmationKind::opinion: break;    // for the council to weigh, no condition of its own
    }
}

std::optional<Mark> parameter(std::string_view key, Day day) {
    const auto row = law::law().parameters.value_on(key, day);
    if (!row) return std::nullopt;
    return Mark{*Decimal::parse(row->value), row->confidence == law::Confidence::verified, row->source};
}

// The marks of a district stand in its criteria sets; of a commune the law gives none, so the province's own paper does.
void add_marks(Tx& tx, ConditionFacts& facts, const Subject& subject) {
    facts.coverage = parameter("recognition.survey_households", subject.law_day);
    if (subject.level == Level::district) {
        const bool first = subject.standing == Standing::standard;
        facts.overall = parameter(first ? "recognition.district_satisfaction" : "recognition.advanced_district_satisfaction", subject.law_day);
        facts.each_content = parameter(first ? "recognition.district_satisfaction_each_commune" : "recognition.advanced_district_satisfaction_each_commune", subject.law_day);
        return;
    }
    facts.overall = parameter("recognition.commune_satisfaction", subject.law_day);
    for (const SatisfactionMark& own : ConfirmationStore(tx).marks(subject.province, subject.as_of)) {
        if (own.standing != subject.standing || own.from > subject.law_day) continue;
        facts.overall = Mark{own.overall, true, own.paper.number};
        facts.each_content.reset();
        if (own.each_content) facts.each_content = Mark{*own.each_content, true, own.paper.number};
    }
}

// The moment at which the conditions of a dossier were last looked at for good.
Instant judged_at(Tx& tx, const Dossier& dossier, Instant now) {
    const bool decided = dossier.state == DossierState::decided || dossier.state == DossierState::announced;
    if (!decided && is_open(dossier.state)) return now;
    Instant at = now;
    for (const PastStep& step : DossierStore(tx).steps(dossier.id)) {
        at = step.at;
        if (step.action == word_of(DossierAction::decide)) break;
    }
    return at;
}

}    // namespace

ConditionFacts condition_facts(Tx& tx, const access::Tree& tree, const Subject& subject, const std::optional<Dossier>& dossier) {
    ConditionFacts facts;
    const auto regime = law::law().regimes.on("recognition", subject.law_day);
    const bool area = subject.standing == Standing::model_area;
    facts.law_settled = regime.has_value() && subject.level == Level::commune && !area;
    facts.district_clause = subject.level == Level::commune ? "" : "qd18_2022.district_conditions";
    const law::Regime* amended = law::law().regimes.find("recognition.qd03_2024");
    facts.security_of_2024 = amended != nullptr && subject.law_day >= amended->period.from;
    facts.has_set = !area && !sets_for(subject.level, subject.standing, subject.law_day).empty();
    if (!area) facts.criteria = criteria_of(tx, subject);
    add_marks(tx, facts, subject);
    if (!dossier) return facts;
    if (area) facts.criteria = conclusion_of(tx, tree, *dossier);
    for (const Confirmation& c : ConfirmationStore(tx).of_dossier(dossier->id)) add(facts, tree, c);
    return facts;
}

Result<Conditions> conditions_of(Tx& tx, const access::Tree& tree, const Dossier& dossier, Instant now) {
    CS_TRY(const org::UnitState unit, org::UnitStore(tx).state(dossier.unit, dossier.last_on));
    CS_TRY(const Above over, above(tx, dossier.unit, dossier.last_on));
    const Subject subject{dossier.unit, dossier.standing, level_of(unit).value_or(Level::commune), over.province, dossier.law_day(), judged_at(tx, dossier, now)};
    return judge(condition_facts(tx, tree, subject, dossier));
}

}    // namespace cs::assessment
