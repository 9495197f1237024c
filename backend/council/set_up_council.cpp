#include <algorithm>

#include "audit/journal.hpp"
#include "base/text.hpp"
#include "council/session_facts.hpp"
#include "org/store.hpp"

namespace cs::council {
namespace {

using Faults = std::vector<Fault>;

void check(Tx& tx, const NewMember& member, const std::string& where, Faults& faults) {
    if (trim(member.name).empty()) faults.push_back({"council.name_missing", {}, where + "name"});
    if (member.until && *member.until <= member.from) faults.push_back({"council.period_turned", {}, where + "until"});
    if (member.unit && !org::UnitStore(tx).state(*member.unit, member.from)) faults.push_back({"council.unit_unknown", {}, where + "unit_id"});
}

Member seated(Instant now, const NewMember& m) {
    return {MemberId::born(now), std::string(trim(m.name)), std::string(trim(m.position)), m.unit, m.seat, {m.from, m.until}};
}

std::optional<std::string> text_of(const std::optional<UnitId>& unit) { return unit ? std::optional(unit->text()) : std::nullopt; }

}    // namespace

Result<Council> set_up_council(const Moment& m, const UnitId& root, const std::string& name, const StepPaper& paper,
                               const std::vector<NewMember>& members) {
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::set_up_council, root, m.today(), m.tree));
    return set_up_council(m.tx, m.now, m.actor.by(role), root, name, paper, members);
}

Result<Council> set_up_council(Tx& tx, Instant now, const audit::By& by, const UnitId& root, const std::string& name, const StepPaper& paper,
                               const std::vector<NewMember>& members) {
    Faults faults;
    check_paper(paper, legal_day(now), faults);
    if (trim(name).empty()) faults.push_back({"council.name_missing", {}, "name"});
    if (members.empty()) faults.push_back({"council.members_missing", {}, "members"});
    for (std::size_t i = 0; i < members.size(); ++i) check(tx, members[i], "members[" + std::to_string(i) + "].", faults);
    if (!faults.empty()) return refuse("council.faulty", std::move(faults));
    CS_TRY_DONE(org::UnitStore(tx).state(root, *paper.day));
    const Council council{CouncilId::born(now), root, std::string(trim(name)), paper};
    CouncilStore store(tx);
    store.add(council, now, by.person);
    for (const NewMember& member : members) store.seat(council.id, seated(now, member), now, by.person);
    audit::record(tx, now, by, {audit::Event::council_set_up, "council", council.id.text(),
                                {{"root", std::nullopt, root.text()}, {"name", std::nullopt, council.name},
                                 {"number", std::nullopt, paper.number}, {"day", std::nullopt, to_text(*paper.day)}},
                                ""});
    return store.find(council.id);
}

Result<Council> seat_member(const Moment& m, const CouncilId& id, const NewMember& wanted) {
    CS_TRY(const Council council, CouncilStore(m.tx).find(id));
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::seat_member, council.root, m.today(), m.tree));
    Faults faults;
    check(m.tx, wanted, "", faults);
    if (!faults.empty()) return refuse("council.faulty", std::move(faults));
    const Member member = seated(m.now, wanted);
    CouncilStore(m.tx).seat(id, member, m.now, m.actor.person);
    audit::record(m.tx, m.now, m.actor.by(role), {audit::Event::member_seated, "council", id.text(),
                                                  {{"member", std::nullopt, member.id.text()}, {"seat", std::nullopt, std::string(word_of(member.seat))},
                                                   {"unit", std::nullopt, text_of(member.unit)}, {"from", std::nullopt, to_text(member.period.from)}},
                                                  ""});
    return CouncilStore(m.tx).find(id);
}

Result<Council> unseat_member(const Moment& m, const CouncilId& id, const MemberId& member, Day until) {
    CS_TRY(const Council council, CouncilStore(m.tx).find(id));
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::unseat_member, council.root, m.today(), m.tree));
    const bool his = std::any_of(council.members.begin(), council.members.end(), [&](const Member& each) { return each.id == member; });
    if (!his) return refuse(Problem::not_found, "council.member_unknown");
    if (!CouncilStore(m.tx).unseat(member, until)) return refuse(Problem::need_unmet, "council.member_left");
    audit::record(m.tx, m.now, m.actor.by(role), {audit::Event::member_unseated, "council", id.text(),
                                                  {{"member", std::nullopt, member.text()}, {"until", std::nullopt, to_text(until)}}, ""});
    return CouncilStore(m.tx).find(id);
}

}    // namespace cs::council
