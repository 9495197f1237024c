#include "criteria/evaluation.hpp"

namespace cs::criteria {
namespace {

Verdict compare(const std::optional<Decimal>& value, Comparator comparator, const std::optional<Decimal>& limit) {
    if (!value || !limit) return Verdict::undetermined;
    return holds(*value, comparator, *limit) ? Verdict::met : Verdict::not_met;
}

class Judge {
public:
    explicit Judge(const std::vector<Cell>& cells) : cells_(cells) {}

    LeafVerdict leaf(const Leaf& leaf) const {
        const Cell& cell = cells_[leaf.slot];
        LeafVerdict judged{&leaf, &cell, {}};
        const Limit limit = limit_for(leaf, judged.missing_fact);
        judged.threshold = limit.shown;
        if (cell.not_applicable) {
            judged.verdict = judged.firm = Verdict::not_applicable;
            return judged;
        }
        Conjunction sexes;
        sexes.add(compare(cell.number, leaf.says->comparator, limit.compared));
        if (leaf.says->both_sexes)
            sexes.add(compare(cells_[leaf.slot + 1].number, leaf.says->comparator, limit.compared));
        judged.verdict = sexes.verdict();
        judged.firm = leaf.settled ? judged.verdict : Verdict::undetermined;
        return judged;
    }

    // A yes/no indicator with sub-conditions is answered whole or by its parts; a measured one needs its own value and
    // each of its parts. Without a threshold of its own no part can make it met.
    IndicatorVerdict indicator(const PlannedIndicator& planned) const {
        IndicatorVerdict judged{leaf(planned.own), {}};
        Conjunction all, firm;
        const Verdict own = judged.own.verdict;
        const bool whole = judged.own.value->given() || own == Verdict::not_applicable;
        const bool by_parts = planned.whole_or_parts() && !whole && given(planned.parts);
        if (!by_parts || !judged.own.threshold) all.add(own), firm.add(judged.own.firm);
        if (by_parts && judged.own.threshold && !planned.own.settled) firm.add(Verdict::undetermined);
        const bool parts_count = planned.whole_or_parts() ? by_parts : own != Verdict::not_applicable;
        for (std::size_t i = 0; parts_count && i < planned.parts.size(); ++i) {
            judged.parts.push_back(leaf(planned.parts[i]));
            all.add(judged.parts.back().verdict), firm.add(judged.parts.back().firm);
        }
        judged.verdict = all.verdict();
        judged.firm = firm.verdict();
        return judged;
    }

    CriterionVerdict criterion(const PlannedCriterion& planned) const {
        CriterionVerdict judged{planned.says, {}};
        Conjunction all, firm;
        for (const PlannedIndicator& one : planned.indicators) {
            judged.because.push_back(indicator(one));
            all.add(judged.because.back().verdict), firm.add(judged.because.back().firm);
        }
        judged.verdict = all.verdict();
        judged.firm = firm.verdict();
        return judged;
    }

private:
    bool given(const std::vector<Leaf>& parts) const {
        for (const Leaf& part : parts)
            if (cells_[part.slot].given()) return true;
        return false;
    }

    // The first alternative whose facts all hold; one whose facts are not all known leaves the threshold open.
    Limit limit_for(const Leaf& leaf, const FactTest*& missing) const {
        for (const Alternative& alternative : leaf.alternatives) {
            Conjunction facts;
            facts.add(Verdict::met);
            for (const FactSlot& fact : alternative.facts) {
                const auto& number = cells_[fact.slot].number;
                facts.add(compare(number, fact.says->comparator, fact.says->number));
                if (!number && !missing) missing = fact.says;
            }
            if (facts.verdict() == Verdict::undetermined) return {};
            missing = nullptr;
            if (facts.verdict() == Verdict::met) return alternative.limit;
        }
        return leaf.limit;
    }

    const std::vector<Cell>& cells_;
};

}    // namespace

std::string_view word(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return "met";
        case Verdict::not_met: return "not_met";
        case Verdict::undetermined: return "undetermined";
        case Verdict::not_applicable: return "not_applicable";
    }
    CS_CHECK(false);
}

UnitVerdict judge(const Plan& plan, const UnitValues& values) {
    CS_CHECK(values.cells.size() == plan.slots);
    const Judge of(values.cells);
    UnitVerdict judged;
    judged.unit = values.unit;
    Conjunction all, firm;
    for (const PlannedIndicator& condition : plan.preconditions) {
        judged.preconditions.push_back(of.indicator(condition));
        all.add(judged.preconditions.back().verdict), firm.add(judged.preconditions.back().firm);
    }
    for (const PlannedCriterion& criterion : plan.criteria) {
        judged.criteria.push_back(of.criterion(criterion));
        const CriterionVerdict& last = judged.criteria.back();
        all.add(last.verdict), firm.add(last.firm);
        judged.met += last.verdict == Verdict::met;
        judged.of += last.verdict != Verdict::not_applicable;
    }
    judged.verdict = all.verdict();
    judged.provisional = firm.verdict() != judged.verdict;
    return judged;
}

}    // namespace cs::criteria
