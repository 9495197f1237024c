#include <set>

#include "audit/catalogue.hpp"
#include "base/text.hpp"
#include "org/commands.hpp"

namespace cs::org {
namespace {

Done year_known(int year) {
    const int first = static_cast<int>(first_recorded_day.year());
    if (year < first || year > 2100)
        return refuse(Problem::bad_input, "org.year_unknown",
                      {{"year", std::to_string(year)}, {"first", std::to_string(first)}});
    return {};
}

// In force on some day of the year.
const UnitVersion* stood_in(const Forest& forest, const UnitId& unit, int year) {
    const std::chrono::year y(year);
    const Period whole{y / 1 / 1, (y + std::chrono::years(1)) / 1 / 1};
    for (const UnitVersion* v : forest.history(unit))
        if (v->period.overlaps(whole)) return v;
    return nullptr;
}

Done check(Tx& tx, const ClusterId& id, int year, const ClusterDraft& draft) {
    const auto forest = UnitStore(tx).forest();
    std::vector<Fault> faults;
    std::set<UnitId> seen;
    for (std::size_t i = 0; i < draft.members.size(); ++i) {
        const UnitId& unit = draft.members[i];
        const std::string where = "member_ids[" + std::to_string(i) + "]";
        const UnitVersion* state = stood_in(*forest, unit, year);
        const std::string name = state ? state->state.name : unit.text();
        if (!state)
            faults.push_back({"org.member_not_that_year", {{"unit", name}, {"year", std::to_string(year)}}, where, 0});
        if (!seen.insert(unit).second) faults.push_back({"org.member_twice", {{"unit", name}}, where, 0});
        if (const auto other = ClusterStore(tx).elsewhere(unit, year, id))
            faults.push_back({"org.member_elsewhere",
                              {{"unit", name}, {"other", *other}, {"year", std::to_string(year)}},
                              where,
                              0});
    }
    if (draft.head && !seen.contains(*draft.head)) faults.push_back({"org.head_no_member", {}, "head_unit_id", 0});
    if (!faults.empty()) return refuse("org.cluster_faulty", std::move(faults));
    return {};
}

std::string ids(const std::vector<UnitId>& units) {
    std::string all;
    for (const UnitId& id : units) all += (all.empty() ? "" : " ") + id.text();
    return all;
}

}  // namespace

Result<ClusterId> add_cluster(Tx& tx, Instant now, const audit::By& by, ClusterKind kind, const std::string& name) {
    if (trim(name).empty()) return refuse(Problem::bad_input, "org.name_missing");
    const ClusterId id = ClusterId::born(now);
    ClusterStore(tx).add(id, kind, now);
    audit::record(
        tx, now, by,
        {audit::Event::cluster_added,
         "cluster",
         id.text(),
         {{"name", std::nullopt, std::string(trim(name))}, {"kind", std::nullopt, std::string(word_of(kind))}},
         ""});
    return id;
}

Result<ClusterYear> save_cluster(Tx& tx, Instant now, const audit::By& by, const ClusterId& id, int year,
                                 const ClusterDraft& draft) {
    CS_TRY_DONE(year_known(year));
    ClusterStore clusters(tx);
    UnitStore(tx).be_alone();
    const auto kind = clusters.kind(id);
    if (!kind) return refuse(Problem::not_found, "org.cluster_unknown");
    if (trim(draft.name).empty()) return refuse(Problem::bad_input, "org.name_missing");
    CS_TRY_DONE(check(tx, id, year, draft));
    const auto before = clusters.find(id, year);
    if (draft.seen && *draft.seen != std::to_string(before ? before->version : 0))
        return refuse(Problem::stale, "org.cluster_stale", {{"name", before ? before->name : draft.name}});
    const auto old = [&](auto field) { return before ? std::optional<std::string>(field(*before)) : std::nullopt; };
    const std::string head = draft.head ? draft.head->text() : "";
    clusters.save({id, *kind, year, std::string(trim(draft.name)), draft.head, draft.members, {}, 0});
    audit::record(
        tx, now, by,
        {audit::Event::cluster_changed,
         "cluster",
         id.text(),
         {{"year", std::nullopt, std::to_string(year)},
          {"name", old([](const ClusterYear& c) { return c.name; }), std::string(trim(draft.name))},
          {"head_unit", old([](const ClusterYear& c) { return c.head ? c.head->text() : std::string(); }), head},
          {"members", old([](const ClusterYear& c) { return ids(c.members); }), ids(draft.members)}},
         ""});
    return *clusters.find(id, year);
}

}  // namespace cs::org
