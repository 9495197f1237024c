#include <algorithm>
#include <tuple>

#include "assessment/key_criteria.hpp"
#include "assessment/withdrawal.hpp"
#include "criteria/commands.hpp"
#include "law/law.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

struct DatedPercent {
    Decimal percent;
    bool settled;
};

// The row of the day, or the last one that began before it.
std::optional<DatedPercent> percent_on(const std::string& key, Day day) {
    const law::Parameters& parameters = law::law().parameters;
    if (const auto row = parameters.value_on(key, day))
        return DatedPercent{*Decimal::parse(row->value), row->confidence == law::Confidence::verified};
    std::optional<DatedPercent> last;
    for (const law::Parameter& row : parameters.all())
        if (row.key == key && row.period.from <= day) last = DatedPercent{*Decimal::parse(row.value), false};
    return last;
}

// How many communes of a district stood as recognised and lost it, and how many communes it has.
void count_communes(Tx& tx, const UnitId& district, Day day, RiskFacts& facts) {
    const RegisterStore store(tx);
    for (const org::UnitRow& child : org::UnitStore(tx).children(district, day)) {
        if (child.state.kind != org::UnitKind::commune) continue;
        ++facts.communes;
        const auto all = store.of_unit(child.id);
        const bool lost = std::any_of(all.begin(), all.end(), [&](const Recognition& r) { return r.withdrawal && r.area.empty() && !r.counts_on(day); });
        const bool stands = std::any_of(all.begin(), all.end(), [&](const Recognition& r) { return r.area.empty() && r.counts_on(day); });
        facts.communes_withdrawn += lost && !stands;
    }
}

std::string named(Tx& tx, const std::string& set, const std::string& no) {
    const auto standing = criteria::standing(tx, set);
    if (!standing) return no;
    for (const criteria::Criterion& c : standing->set->criteria)
        if (c.no == no) return no + ". " + c.name;
    return no;
}

std::optional<Level> level_at(Tx& tx, const UnitId& unit, Day day) {
    const auto state = org::UnitStore(tx).state(unit, day);
    return state ? level_of(*state) : std::nullopt;
}

}    // namespace

std::optional<DatedRules> risk_rules(Level level, Day day) {
    const std::string of = level == Level::commune ? "recognition.commune_" : "recognition.district_";
    const auto with_key = percent_on(of + "withdrawal_share_with_key_criterion", day);
    const auto alone = percent_on(of + "withdrawal_share_alone", day);
    if (!with_key || !alone) return std::nullopt;
    DatedRules found{{with_key->percent, alone->percent, std::nullopt}, with_key->settled && alone->settled};
    if (level != Level::commune)
        if (const auto communes = percent_on("recognition.district_withdrawal_communes_share", day)) found.rules.communes = communes->percent;
    return found;
}

std::optional<RiskOfUnit> risk_of(Tx& tx, const Recognition& recognition, Day day, Instant now) {
    const auto level = level_at(tx, recognition.unit, day);
    if (!level || !recognition.area.empty()) return std::nullopt;
    const auto rules = risk_rules(*level, day);
    if (!rules) return std::nullopt;
    RiskFacts facts;
    RiskOfUnit found{"", recognition.year, !rules->settled, {}};
    if (*level != Level::commune) count_communes(tx, recognition.unit, day, facts);
    for (const SetOfStanding& set : sets_for(*level, recognition.standing, day)) {
        const auto result = latest_result(tx, recognition.unit, set.id, now);
        if (!result) continue;
        found.set = set.id;
        found.year = result->year;
        found.provisional = found.provisional || result->provisional;
        for (const auto& [no, verdict] : result->criteria)
            facts.criteria.push_back({named(tx, set.id, no), verdict, is_key(set.id, no)});
        break;
    }
    found.risk = judge(facts, rules->rules);
    return found;
}

Result<std::vector<Warning>> withdrawal_warnings(const Moment& m) {
    CS_TRY_DONE(access::may(m.actor, access::Operation::list_withdrawal_warnings));
    const auto cases = DossierStore(m.tx).withdrawals();
    std::vector<Warning> all;
    for (const Recognition& r : RegisterStore(m.tx).all()) {
        if (!r.counts_on(m.today())) continue;
        if (!access::may(m.actor, access::Operation::list_withdrawal_warnings, r.unit, m.today(), m.tree)) continue;
        const auto found = risk_of(m.tx, r, m.today(), m.now);
        if (!found || !found->risk.exists()) continue;
        const auto open = std::find_if(cases.begin(), cases.end(), [&](const WithdrawalCase& c) { return c.recognition == r.id && is_open(c.state); });
        all.push_back({r, *found, open == cases.end() ? std::nullopt : std::optional(*open)});
    }
    std::stable_sort(all.begin(), all.end(), [&](const Warning& a, const Warning& b) {
        const auto rank = [&](const Warning& w) {
            return std::tuple(w.found.risk.certain == RiskRule::none, m.tree.name(w.recognition.unit, m.today()), w.recognition.id.text());
        };
        return rank(a) < rank(b);
    });
    return all;
}

}    // namespace cs::assessment
