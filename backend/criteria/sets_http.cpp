#include <charconv>
#include <set>

#include "criteria/commands.hpp"
#include "criteria/criteria_http.hpp"
#include "criteria/show_http.hpp"

namespace cs::criteria {
namespace {

using access::Call;
using access::Operation;

Result<std::optional<std::int64_t>> version_asked(const Call& call, const std::string& name) {
    const auto text = call.query(name);
    if (!text) return std::optional<std::int64_t>();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error == std::errc() && end == text->data() + text->size() && number > 0) return std::optional(number);
    return refuse(Problem::bad_input, "criteria.bad_version", {{"name", name}, {"value", *text}});
}

Result<wire::CriteriaSets> list(Call& call) {
    return call.db.read([&](Tx& tx) -> Result<wire::CriteriaSets> {
        wire::CriteriaSets all;
        const CriteriaStore sets(tx);
        for (Version& version : sets.latest()) {
            const std::string id = version.set;
            Standing of{std::move(version), nullptr, sets.confirmations(id, version.number)};
            of.set = parsed(of.version);
            all.items.push_back(row_of(of, sets.versions(id)));
        }
        all.actions = actions_for(call, {Operation::load_criteria_set});
        return all;
    });
}

wire::CriteriaSet whole(const Call& call, const Standing& of, const std::vector<Version>& versions) {
    wire::CriteriaSet shown_set{row_of(of, versions), of.version.number, {}, {}, {}, {}, {}};
    std::set<int> years;
    for (const Indicator& condition : of.set->preconditions) shown_set.preconditions.push_back(shown(condition, of));
    for (const Criterion& criterion : of.set->criteria) {
        wire::Criterion each{criterion.no, criterion.name, criterion.group, criterion.department, {}};
        for (const Indicator& indicator : criterion.indicators) {
            each.indicators.push_back(shown(indicator, of));
            const auto own = years_of(indicator.threshold);
            years.insert(own.begin(), own.end());
        }
        shown_set.criteria.push_back(std::move(each));
    }
    for (const Region& region : of.set->regions) shown_set.regions.emplace(region.code, region.name);
    shown_set.years.assign(years.begin(), years.end());
    shown_set.actions = actions_for(call, {Operation::load_criteria_set, Operation::confirm_threshold,
                                           Operation::confirm_by_paper, Operation::try_evaluation});
    return shown_set;
}

Result<wire::CriteriaSet> show(Call& call) {
    CS_TRY(const auto number, version_asked(call, "version"));
    return call.db.read([&](Tx& tx) -> Result<wire::CriteriaSet> {
        CS_TRY(const Standing of, standing(tx, call.param("id"), number));
        return whole(call, of, CriteriaStore(tx).versions(of.version.set));
    });
}

Result<wire::SetDiff> difference(Call& call) {
    CS_TRY(const auto from, version_asked(call, "from"));
    CS_TRY(const auto to, version_asked(call, "to"));
    return call.db.read([&](Tx& tx) -> Result<wire::SetDiff> {
        CS_TRY(const Standing older, standing(tx, call.param("id"), from));
        CS_TRY(const Standing newer, standing(tx, call.param("id"), to));
        return wire::SetDiff{shown(diff(older.version.yaml, newer.version.yaml))};
    });
}

Result<wire::SetLoading> load(Call& call, const wire::NewCriteriaSet& body) {
    const auto reply = [](const Loading& l) {
        return wire::SetLoading{l.version.set, l.version.number, std::string(word(l.version.kind)), shown(l.changes),
                                static_cast<int>(l.carried.size())};
    };
    if (call.query("dry_run") == "true")
        return call.db.read([&](Tx& tx) -> Result<wire::SetLoading> {
            CS_TRY(const Loading planned, plan_loading(tx, body.yaml));
            return reply(planned);
        });
    return call.db.write([&](Tx& tx) -> Result<wire::SetLoading> {
        CS_TRY(const Loading loaded, load_set(tx, call.clock.now(), call.actor, body.yaml, body.note.value_or("")));
        return reply(loaded);
    });
}

}    // namespace

void add_set_routes(access::Api& api) {
    using http::Method;
    api.read<wire::CriteriaSets>({Method::get, "/api/criteria-sets", Operation::list_criteria_sets,
                                  "Criteria sets with their versions and how sure their thresholds are."},
                                 list);
    api.read<wire::CriteriaSet>({Method::get, "/api/criteria-sets/{id}", Operation::show_criteria_set,
                                 "One set, at the version in force or the one asked for.", {{"version", "number of a version"}}},
                                show);
    api.read<wire::SetDiff>({Method::get, "/api/criteria-sets/{id}/diff", Operation::diff_criteria_set,
                             "What changed between two versions, by path.",
                             {{"from", "older version"}, {"to", "newer version; without it the one in force"}}},
                            difference);
    api.write<wire::NewCriteriaSet, wire::SetLoading>(
        {Method::post, "/api/criteria-sets", Operation::load_criteria_set,
         "Loads a set or a new version of one from YAML, or with dry_run=true says what that would change.",
         {{"dry_run", "true: nothing is stored"}}},
        load);
}

void add_criteria_routes(access::Api& api) {
    add_set_routes(api);
    add_confirmation_routes(api);
    add_trial_routes(api);
}

}    // namespace cs::criteria
