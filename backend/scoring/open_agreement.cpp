#include <algorithm>
#include <set>

#include "audit/catalogue.hpp"
#include "base/text.hpp"
#include "org/store.hpp"
#include "scoring/agreement_facts.hpp"

namespace cs::scoring {
namespace {

using Faults = std::vector<Fault>;

void check_members(const Moment& m, const Agreement& a, Faults& faults) {
    if (a.members.empty()) faults.push_back({"agreement.no_members", {}, "members"});
    std::set<UnitId> seen;
    for (std::size_t i = 0; i < a.members.size(); ++i) {
        const UnitId& unit = a.members[i].unit;
        const std::string where = "members[" + std::to_string(i) + "]";
        if (!seen.insert(unit).second) faults.push_back({"agreement.member_twice", {}, where});
        if (!fits(m.tx, a, unit, m.today())) faults.push_back({"agreement.member_elsewhere", {}, where});
    }
}

void check_content(const Moment& m, const Agreement& a, Faults& faults) {
    if (trim(a.title).empty()) faults.push_back({"agreement.title_missing", {}, "title"});
    if (a.indicators.empty()) faults.push_back({"agreement.no_indicators", {}, "indicators"});
    for (const AgreementIndicator& i : a.indicators)
        if (trim(i.title).empty())
            faults.push_back({"agreement.indicator_title_missing", {}, "indicators[" + std::to_string(i.line - 1) + "].title"});
    check_members(m, a, faults);
}

Done fill(const Moment& m, Agreement& a, const AgreementContent& content) {
    CS_TRY(const StandingTable table, TableStore(m.tx).version(content.table));
    a.title = std::string(trim(content.title));
    a.tables = {{table.version.id, table.version.applies_from, m.now}};
    a.indicators = content.indicators;
    for (std::size_t i = 0; i < a.indicators.size(); ++i) a.indicators[i].line = static_cast<int>(i) + 1;
    std::vector<UnitId> units = content.members;
    if (a.cluster && units.empty())
        if (const auto cluster = org::ClusterStore(m.tx).find(*a.cluster, a.year)) units = cluster->members;
    a.members.clear();
    for (const UnitId& unit : units) a.members.push_back({unit, {m.today(), std::nullopt}});
    Faults faults;
    check_content(m, a, faults);
    if (a.year < 2021 || a.year > 2100) faults.push_back({"agreement.year_impossible", {}, "year"});
    if (table.version.year != a.year) faults.push_back({"agreement.table_of_other_year", {{"year", std::to_string(table.version.year)}}, "table"});
    if (!faults.empty()) return refuse("agreement.faulty", std::move(faults));
    return {};
}

}    // namespace

Result<Agreement> open_agreement(const Moment& m, const NewAgreement& r) {
    Agreement a{AgreementId::born(m.now), "", r.year, r.holder, r.cluster, AgreementState::absent, {}, m.today()};
    CS_TRY_DONE(org::UnitStore(m.tx).state(r.holder, m.today()));
    CS_TRY(const access::Role role, allowed(m, a, AgreementAction::open));
    CS_TRY_DONE(fill(m, a, r.content));
    a.state = AgreementState::draft;
    AgreementStore(m.tx).add(a, m.now, m.actor.person);
    audit::record(m.tx, m.now, m.actor.by(role),
                  entry_of(audit::Event::agreement_opened, a,
                           {{"title", std::nullopt, a.title},
                            {"year", std::nullopt, std::to_string(a.year)},
                            {"holder", std::nullopt, a.holder.text()},
                            {"cluster", std::nullopt, a.cluster ? std::optional(a.cluster->text()) : std::nullopt},
                            {"table", std::nullopt, a.tables.front().version.text()},
                            {"members", std::nullopt, std::to_string(a.members.size())},
                            {"indicators", std::nullopt, std::to_string(a.indicators.size())}}));
    return AgreementStore(m.tx).find(a.id);
}

Result<Agreement> amend_agreement(const Moment& m, const AgreementId& id, const AgreementContent& content, std::optional<std::int64_t> seen) {
    CS_TRY(const Agreement was, opened(m.tx, id, seen));
    CS_TRY(const access::Role role, allowed(m, was, AgreementAction::amend));
    Agreement a = was;
    CS_TRY_DONE(fill(m, a, content));
    if (!AgreementStore(m.tx).save_draft(a, m.now, m.actor.person)) return refuse(Problem::stale, "agreement.stale");
    audit::record(m.tx, m.now, m.actor.by(role),
                  entry_of(audit::Event::agreement_amended, a,
                           {{"title", was.title, a.title},
                            {"table", was.tables.front().version.text(), a.tables.front().version.text()},
                            {"members", std::to_string(was.members.size()), std::to_string(a.members.size())},
                            {"indicators", std::to_string(was.indicators.size()), std::to_string(a.indicators.size())}}));
    return AgreementStore(m.tx).find(id);
}

}    // namespace cs::scoring
