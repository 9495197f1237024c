#include <algorithm>

#include "audit/journal.hpp"
#include "base/text.hpp"
#include "org/store.hpp"
#include "scoring/score_commands.hpp"
#include "scoring/score_keep.hpp"

namespace cs::scoring {
namespace {

// An extension by a later paper takes lateness back from what was sent before it was known.
void count_lateness(const ScoreDesk& desk) {
    std::vector<ScoreSheet> changed;
    for (ScoreSheet sheet : ScoreStore(desk.moment().tx).of_round(desk.round().id)) {
        if (!sheet.sent_on) continue;
        const int days = days_late(last_day(desk.round(), desk.extensions(), sheet.unit), *sheet.sent_on);
        if (days == sheet.late_days) continue;
        sheet.late_days = days;
        changed.push_back(std::move(sheet));
    }
    if (!changed.empty()) keep(desk, changed);
}

}    // namespace

Result<ScoreExtension> extend_score_round(const Moment& m, const ScoreRoundId& id, ScoreExtension e) {
    ScoreRoundStore rounds(m.tx);
    ScoreStore(m.tx).lock(id);
    CS_TRY(const ScoreRound round, rounds.find(id));
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::extend_score_round, round.root, m.today(), m.tree));
    std::vector<Fault> faults;
    if (trim(e.paper_number).empty()) faults.push_back({"score.paper_missing", {}, "paper_number"});
    if (trim(e.reason).empty()) faults.push_back({"score.reason_missing", {}, "reason"});
    if (e.paper_day > m.today()) faults.push_back({"score.paper_in_future", {}, "paper_day"});
    if (e.until < round.closes_on) faults.push_back({"score.extension_shortens", {{"closes_on", to_vietnamese(round.closes_on)}}, "until"});
    const auto sheets = ScoreStore(m.tx).of_round(id);
    if (e.unit && std::none_of(sheets.begin(), sheets.end(), [&](const ScoreSheet& s) { return s.unit == *e.unit; }))
        faults.push_back({"score.unit_not_in_round", {}, "unit"});
    if (!faults.empty()) return refuse("score.extension_faulty", std::move(faults));
    e.at = m.now;
    e.by = m.actor.person;
    rounds.add(id, e);
    CS_TRY(const auto desk, ScoreDesk::of(m, id));
    count_lateness(*desk);
    std::vector<audit::Change> changes = {{"until", to_text(round.closes_on), to_text(e.until)}, {"number", {}, e.paper_number}, {"day", {}, to_text(e.paper_day)}};
    std::vector<std::pair<std::string, std::string>> also;
    if (e.unit) changes.push_back({"unit", {}, e.unit->text()}), also.emplace_back("unit", e.unit->text());
    audit::record(m.tx, m.now, m.actor.by(role), {audit::Event::score_round_extended, "score_round", id.text(), std::move(changes), e.reason, std::move(also)});
    return e;
}

namespace {

// The province names a head among the units it reaches; the present head hands over to the next.
Result<audit::By> may_name(const Moment& m, const std::vector<UnitId>& among, const std::vector<ClusterHead>& before, const std::optional<org::ClusterYear>& year) {
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::name_cluster_head));
    const auto is_head = [&](const UnitId& unit) {
        for (const ClusterHead& head : before)
            if (head.seat == HeadSeat::head && head.period.has(m.today())) return head.unit == unit;
        return year && year->head == unit;
    };
    const auto reaches = [&](const access::Grant& grant) {
        return grant.scope == access::Scope::all ||
               std::any_of(among.begin(), among.end(), [&](const UnitId& unit) { return m.tree.under(unit, grant.unit, m.today()); });
    };
    for (const access::Grant& grant : m.actor.grants) {
        const bool by_unit = grant.role == access::Role::unit_clerk || grant.role == access::Role::unit_head;
        const bool by_province = grant.role == access::Role::province_coordinator || grant.role == access::Role::commendation_officer;
        if ((by_unit && is_head(grant.unit)) || (by_province && reaches(grant))) return access::by_grant(m.actor.person, grant);
    }
    return refuse(Problem::not_your_role, "access.not_your_unit", {{"role", std::string(word_of(role))}}, "cs.clusters_by_paper");
}

}    // namespace

Done may_name_cluster_head(const Moment& m, const org::ClusterId& cluster, int year) {
    const auto of_year = org::ClusterStore(m.tx).find(cluster, year);
    CS_TRY_DONE(may_name(m, of_year ? of_year->members : std::vector<UnitId>{}, ScoreRoundStore(m.tx).heads(cluster), of_year));
    return {};
}

Result<ClusterHead> name_cluster_head(const Moment& m, const NewClusterHead& r) {
    ScoreRoundStore store(m.tx);
    store.lock_heads(r.cluster);
    const auto before = store.heads(r.cluster);
    const auto year = org::ClusterStore(m.tx).find(r.cluster, static_cast<int>(r.from.year()));
    CS_TRY(const audit::By by, may_name(m, {r.unit}, before, year));
    std::vector<Fault> faults;
    if (!year) faults.push_back({"score.cluster_unknown", {}, "cluster"});
    if (year && std::find(year->members.begin(), year->members.end(), r.unit) == year->members.end()) faults.push_back({"score.head_no_member", {}, "unit"});
    if (trim(r.paper).empty()) faults.push_back({"score.paper_missing", {}, "paper"});
    const ClusterHead* last = nullptr;
    for (const ClusterHead& head : before)
        if (head.seat == r.seat) last = &head;
    if (last && r.from <= last->period.from) faults.push_back({"score.head_before_last", {}, "from"});
    if (!faults.empty()) return refuse("score.head_faulty", std::move(faults));
    if (last && (!last->period.until || r.from < *last->period.until)) store.end(last->id, r.from);
    const ClusterHead made{ClusterHeadId::born(m.now), r.cluster, r.unit, r.seat, {r.from, std::nullopt}, std::string(trim(r.paper))};
    store.add(made, m.now, m.actor.person);
    audit::record(m.tx, m.now, by,
                  {audit::Event::cluster_head_named, "cluster", r.cluster.text(),
                   {{"unit", last ? std::optional(last->unit.text()) : std::nullopt, r.unit.text()}, {"seat", {}, std::string(word_of(r.seat))},
                    {"from", {}, to_text(r.from)}, {"paper", {}, made.paper}},
                   "", {{"unit", r.unit.text()}}});
    return made;
}

}    // namespace cs::scoring
