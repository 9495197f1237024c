#include <algorithm>
#include <set>

#include "audit/journal.hpp"
#include "base/text.hpp"
#include "council/session_facts.hpp"

namespace cs::council {
namespace {

using Faults = std::vector<Fault>;

bool is_present(const Session& session, const MemberId& member) {
    return std::find(session.present.begin(), session.present.end(), member) != session.present.end();
}

const Conflict* declared(const Counting& counting, const MemberId& member) {
    const auto at = std::find_if(counting.conflicts.begin(), counting.conflicts.end(), [&](const Conflict& c) { return c.member == member; });
    return at == counting.conflicts.end() ? nullptr : &*at;
}

// Named hands become counts; who stepped back has none.
void count_hands(Counting& counting, const Session& session, Faults& faults) {
    if (counting.named.empty()) return;
    if (counting.votes.cast() != 0) faults.push_back({"council.votes_and_counts", {}, "counts"});
    counting.votes = {};
    std::set<MemberId> voted;
    for (std::size_t i = 0; i < counting.named.size(); ++i) {
        const auto& [member, choice] = counting.named[i];
        const std::string where = "named[" + std::to_string(i) + "]";
        if (!is_present(session, member)) faults.push_back({"council.voter_absent", {}, where});
        if (!voted.insert(member).second) faults.push_back({"council.voter_twice", {}, where});
        if (const Conflict* c = declared(counting, member); c && c->recused) faults.push_back({"council.voter_recused", {}, where});
        switch (choice) {
            case Choice::in_favour: ++counting.votes.in_favour; break;
            case Choice::against: ++counting.votes.against; break;
            case Choice::abstained: ++counting.votes.abstained; break;
        }
    }
}

// A present member whose own unit is before the council says so, whether he steps back or not.
void check_conflicts(const Counting& counting, const Opened& at, const UnitId& unit, Faults& faults) {
    for (std::size_t i = 0; i < counting.conflicts.size(); ++i) {
        const std::string where = "conflicts[" + std::to_string(i) + "]";
        if (!is_present(at.session, counting.conflicts[i].member)) faults.push_back({"council.voter_absent", {}, where});
        if (trim(counting.conflicts[i].reason).empty()) faults.push_back({"council.conflict_reason", {}, where});
    }
    for (const Member& member : at.council.on(at.session.on))
        if (member.unit == unit && is_present(at.session, member.id) && !declared(counting, member.id))
            faults.push_back({"council.conflict_undeclared", {{"name", member.name}}, "conflicts"});
}

audit::Entry entry_of(const Session& session, const Matter& matter, const Counting& c) {
    audit::Entry entry{audit::Event::votes_recorded, "council_session", session.id.text(),
                       {{"matter", std::nullopt, matter.dossier.text()}, {"in_favour", std::nullopt, std::to_string(c.votes.in_favour)},
                        {"against", std::nullopt, std::to_string(c.votes.against)}, {"abstained", std::nullopt, std::to_string(c.votes.abstained)},
                        {"recused", std::nullopt, std::to_string(c.recused())}, {"named", std::nullopt, c.named.empty() ? "false" : "true"}},
                       "", {{"dossier", matter.dossier.text()}}};
    return entry;
}

}    // namespace

Result<Session> record_votes(const Moment& m, const SessionId& id, const assessment::DossierId& dossier, Counting counting,
                             std::optional<std::int64_t> seen) {
    CS_TRY(const Opened at, opened(m.tx, id, seen));
    CS_TRY(const access::Role role, allowed(m, at.council, at.session, SessionAction::vote, {}));
    const auto found = std::find_if(at.session.matters.begin(), at.session.matters.end(), [&](const Matter& each) { return each.dossier == dossier; });
    if (found == at.session.matters.end()) return refuse(Problem::not_found, "council.matter_unknown");
    CS_TRY(const assessment::CouncilMatter of, assessment::council_matter(m.tx, dossier));
    Faults faults;
    count_hands(counting, at.session, faults);
    check_conflicts(counting, at, of.head.unit, faults);
    counting.at = m.now;
    Matter counted = *found;
    counted.countings.push_back(counting);
    CS_TRY(const std::optional<Tally> result, tally_of(m.tx, at.session, counted));
    if (!result->well_counted() || counting.votes.cast() == 0) faults.push_back({"council.votes_exceed", {{"of", std::to_string(result->of())}}, "counts"});
    if (!faults.empty()) return refuse("council.faulty", std::move(faults));
    SessionStore store(m.tx);
    if (!store.save(at.session, m.now)) return refuse(Problem::stale, "council.stale");
    store.count(id, *found, counting, m.actor.person);
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(at.session, *found, counting));
    return store.find(id);
}

}    // namespace cs::council
