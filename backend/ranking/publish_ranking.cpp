#include "audit/journal.hpp"
#include "base/text.hpp"
#include "ranking/closing_facts.hpp"
#include "ranking/published.hpp"

namespace cs::ranking {
namespace {

using audit::Event;

// One step of a closing that stands: the facts it rests on, what it changes, what the journal says.
Result<Closing> step(const Moment& m, const TakenClosing& taken, ClosingAction action, const ClosingFacts& facts, const Closing& after, Event event,
                     std::vector<audit::Change> changes, const std::string& note = {}) {
    CS_TRY(const access::Role role, allowed(m, taken.round, taken.closing.state, action, facts));
    Closing next = after;
    next.state = closing_procedure.find(taken.closing.state, action)->to;
    ClosingStore store(m.tx);
    if (!store.save(next)) return refuse(Problem::stale, "ranking.stale");
    changes.insert(changes.begin(), {"state", std::string(word_of(taken.closing.state)), std::string(word_of(next.state))});
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(event, next, std::move(changes), note));
    return store.find(next.id);
}

}    // namespace

Result<Closing> propose_publication(const Moment& m, const ClosingId& id, const PublicationForm& form, std::optional<std::int64_t> seen) {
    CS_TRY(const TakenClosing taken, take(m, id, seen));
    ClosingFacts facts;
    facts.shows = form.shown.anything();
    CS_TRY_DONE(allowed(m, taken.round, taken.closing.state, ClosingAction::propose_publication, facts));
    std::vector<Fault> faults;
    check_paper(form.paper, m.today(), false, faults);
    const int most = most_public_ranks(ClosingStore(m.tx).places(id));
    if (form.shown.ranks_to < 0 || form.shown.ranks_to > most) faults.push_back({"ranking.ranks_exceed", {{"most", std::to_string(most)}}, "ranks_to"});
    if (!faults.empty()) return refuse("ranking.faulty", std::move(faults));
    Closing next = taken.closing;
    next.shown = form.shown;
    next.publication = form.paper;
    next.proposed_by = m.actor.person;
    next.reason.clear();
    return step(m, taken, ClosingAction::propose_publication, facts, next, Event::publication_proposed,
                {{"total", std::nullopt, form.shown.total ? "true" : "false"}, {"class", std::nullopt, form.shown.klass ? "true" : "false"},
                 {"ranks_to", std::nullopt, std::to_string(form.shown.ranks_to)}, {"number", std::nullopt, form.paper.number},
                 {"day", std::nullopt, to_text(*form.paper.day)}});
}

Result<Closing> publish(const Moment& m, const ClosingId& id, std::optional<std::int64_t> seen) {
    CS_TRY(const TakenClosing taken, take(m, id, seen));
    ClosingFacts facts;
    facts.another_person = taken.closing.proposed_by && taken.closing.proposed_by != m.actor.person;
    Closing next = taken.closing;
    next.published_by = m.actor.person;
    next.published_at = m.now;
    return step(m, taken, ClosingAction::publish, facts, next, Event::ranking_published, {});
}

Result<Closing> turn_down_publication(const Moment& m, const ClosingId& id, const std::string& reason, std::optional<std::int64_t> seen) {
    CS_TRY(const TakenClosing taken, take(m, id, seen));
    ClosingFacts facts;
    facts.reason = !trim(reason).empty();
    Closing next = taken.closing;
    next.shown = {};
    next.proposed_by.reset();
    next.reason = reason;
    return step(m, taken, ClosingAction::turn_down_publication, facts, next, Event::publication_turned_down, {}, reason);
}

Result<Closing> reopen(const Moment& m, const ClosingId& id, const std::string& reason, std::optional<std::int64_t> seen) {
    CS_TRY(const TakenClosing taken, take(m, id, seen));
    ClosingFacts facts;
    facts.reason = !trim(reason).empty();
    Closing next = taken.closing;
    next.reason = reason;
    return step(m, taken, ClosingAction::reopen, facts, next, Event::ranking_reopened, {}, reason);
}

}    // namespace cs::ranking
