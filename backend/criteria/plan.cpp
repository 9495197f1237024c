#include "criteria/plan.hpp"

#include <algorithm>

namespace cs::criteria {
namespace {

__extension__ using Wide = __int128;

// a * b / 100, exactly; nullopt when it has more digits than a Decimal holds.
std::optional<Decimal> percent_of(const Decimal& a, const Decimal& b) {
    Wide units = Wide(a.units()) * b.units();
    int scale = a.scale() + b.scale() + 2;
    while (scale > 0 && units % 10 == 0) units /= 10, --scale;
    constexpr Wide largest = 999'999'999'999'999'999;
    if (scale > Decimal::max_scale || units > largest || units < -largest) return std::nullopt;
    return Decimal(static_cast<std::int64_t>(units), scale);
}

struct Found {
    std::optional<Amount> threshold;
    Confidence confidence;
};

bool settles(Confidence confidence) { return confidence == Confidence::verified || confidence == Confidence::confirmed; }

Confidence weaker(Confidence a, Confidence b) {
    const auto rank = [](Confidence c) { return c == Confidence::confirmed ? 0 : static_cast<int>(c) + 1; };
    return rank(a) >= rank(b) ? a : b;
}

class Compiler {
public:
    Compiler(const Ground& ground, const std::map<std::string, Ground>& others, const std::string& region, int year, bool assume)
        : ground_(ground), others_(others), assume_(assume) {
        plan_.set = ground.set;
        plan_.region = region;
        plan_.year = year;
    }

    Result<Plan> compile() {
        for (const Indicator& condition : ground_.set->preconditions) plan_.preconditions.push_back(indicator(condition));
        for (const Criterion& criterion : ground_.set->criteria) {
            PlannedCriterion planned{&criterion, {}};
            for (const Indicator& one : criterion.indicators) planned.indicators.push_back(indicator(one));
            plan_.criteria.push_back(std::move(planned));
        }
        if (!faults_.empty()) return refuse("criteria.set_refused", std::move(faults_));
        return std::move(plan_);
    }

private:
    PlannedIndicator indicator(const Indicator& says) {
        PlannedIndicator planned{leaf(says, nullptr), {}};
        for (const Indicator& part : says.sub_conditions) planned.parts.push_back(leaf(part, &says));
        return planned;
    }

    Leaf leaf(const Indicator& says, const Indicator* parent) {
        Leaf leaf;
        leaf.says = &says;
        leaf.slot = plan_.slots;
        plan_.slots += says.both_sexes ? 2 : 1;
        const Found found = look_up(ground_, says, parent);
        leaf.confidence = found.confidence;
        leaf.limit = {found.threshold, found.threshold ? found.threshold->number : std::nullopt};
        alternatives(leaf, found);
        if (says.formula) against_other_set(leaf, *says.formula);
        leaf.settled = settles(leaf.confidence) || (assume_ && leaf.confidence != Confidence::unknown);
        return leaf;
    }

    // The threshold as printed, or as the last confirmation that applies corrects it. What has no confidence has no threshold.
    Found look_up(const Ground& ground, const Indicator& says, const Indicator* parent) const {
        Found found{says.threshold.at(plan_.region, plan_.year), says.confidence};
        for (const Confirmation& c : ground.confirmed) {
            const bool whole = parent && c.indicator == parent->no && !c.value;
            if (c.indicator != says.no && !whole) continue;
            if ((c.region && *c.region != plan_.region) || (c.year && *c.year != plan_.year)) continue;
            found = {c.value ? parse_amount(says, *c.value) : says.threshold.at(plan_.region, plan_.year), Confidence::confirmed};
        }
        if (found.confidence == Confidence::unknown) found.threshold = std::nullopt;
        return found;
    }

    // A correction by an officer names the threshold itself and ends the rules of the file.
    void alternatives(Leaf& leaf, const Found& found) {
        for (const AltRule& rule : leaf.says->alt_rules)
            for (const FactTest& test : rule.facts) fact_slot(test.fact);
        if (!found.threshold || found.threshold != leaf.says->threshold.at(plan_.region, plan_.year)) return;
        for (const AltRule& rule : leaf.says->alt_rules) {
            const bool here = std::all_of(rule.regions.begin(), rule.regions.end(), [&](const RegionTest& test) {
                const bool listed = std::find(test.codes.begin(), test.codes.end(), plan_.region) != test.codes.end();
                return listed == test.inside;
            });
            if (!here) continue;
            Alternative alternative{{}, {rule.threshold, rule.threshold.number}};
            for (const FactTest& test : rule.facts)
                alternative.facts.push_back({fact_slot(test.fact), &test});
            leaf.alternatives.push_back(std::move(alternative));
        }
    }

    std::size_t fact_slot(const std::string& fact) {
        const auto [found, added] = plan_.facts.try_emplace(fact, plan_.slots);
        if (added) ++plan_.slots;
        return found->second;
    }

    // value / base * 100 >= limit  is  value >= limit * base / 100, and stays exact.
    void against_other_set(Leaf& leaf, const Formula& formula) {
        const auto other = others_.find(formula.set);
        const Indicator* base = other == others_.end() ? nullptr : other->second.set->find(formula.indicator);
        if (!base) {
            const char* code = other == others_.end() ? "criteria.other_set_missing" : "criteria.other_indicator_missing";
            faults_.push_back({code, {{"set", formula.set}, {"indicator", formula.indicator}}, leaf.says->no, 0});
            return;
        }
        const Found found = look_up(other->second, *base, nullptr);
        leaf.confidence = weaker(leaf.confidence, found.confidence);
        const bool usable = found.threshold && found.threshold->number && *found.threshold->number > Decimal::whole(0);
        if (usable) leaf.base = found.threshold->text;
        scale_by(leaf, leaf.limit, usable ? found.threshold->number : std::nullopt);
        for (Alternative& alternative : leaf.alternatives)
            scale_by(leaf, alternative.limit, usable ? found.threshold->number : std::nullopt);
    }

    void scale_by(const Leaf& leaf, Limit& limit, const std::optional<Decimal>& base) {
        if (!base || !limit.compared) {
            limit = {};
            return;
        }
        limit.compared = percent_of(*limit.compared, *base);
        if (!limit.compared) faults_.push_back({"criteria.formula_range", {}, leaf.says->no, 0});
    }

    const Ground& ground_;
    const std::map<std::string, Ground>& others_;
    bool assume_;
    Plan plan_;
    std::vector<Fault> faults_;
};

}    // namespace

Result<Plan> compile(const Ground& ground, const std::map<std::string, Ground>& others, const std::string& region, int year,
                     bool assume_confirmed) {
    return Compiler(ground, others, region, year, assume_confirmed).compile();
}

std::vector<std::string> sets_needed(const CriteriaSet& set) {
    std::vector<std::string> ids;
    for (const Criterion& criterion : set.criteria)
        for (const Indicator& indicator : criterion.indicators)
            if (indicator.formula && std::find(ids.begin(), ids.end(), indicator.formula->set) == ids.end())
                ids.push_back(indicator.formula->set);
    return ids;
}

}    // namespace cs::criteria
