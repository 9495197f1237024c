// Sessions of the appraisal council: agenda, presence, votes, minutes.
#include <algorithm>

#include "assessment/dossier_facts.hpp"
#include "assessment/recognition_view_http.hpp"
#include "council/council_http.hpp"
#include "council/wire_http.hpp"
#include "law/law.hpp"

namespace cs::council {
namespace {

using access::Api;
using access::Call;
using access::Operation;
using assessment::with_moment;
using http::Method;

wire::SessionMatter shown(const Moment& m, const Session& session, const Matter& matter) {
    const auto of = assessment::council_matter(m.tx, matter.dossier);
    CS_CHECK(of.has_value());
    const assessment::CaseHead& head = of->head;
    wire::SessionMatter view{matter.dossier, of->kind, head.unit, m.tree.name(head.unit, head.last_on), head.area, head.standing, head.year,
                             std::string(word_of(matter.outcome)), {}, {}, {}, {}, static_cast<int>(matter.countings.size()), {}, {}};
    const auto counted = tally_of(m.tx, session, matter);
    if (!counted || !*counted) return view;
    const Tally& tally = **counted;
    view.votes = wire::CountedVotes{tally.votes.in_favour, tally.votes.against, tally.votes.abstained};
    view.of = tally.of();
    view.needed = tally.needed;
    view.reached = tally.reached();
    for (const NamedVote& vote : matter.countings.back().named) view.named.push_back({vote.member, vote.choice});
    for (const Conflict& c : matter.countings.back().conflicts) view.conflicts.push_back({c.member, c.reason, c.recused});
    return view;
}

// By how much this session votes: of its matters, all under the law of one time in practice, the first speaks.
assessment::VoteRule rule_of(const Moment& m, const Session& session) {
    for (const Matter& matter : session.matters)
        if (const auto of = assessment::council_matter(m.tx, matter.dossier))
            if (const auto rule = assessment::vote_rule(of->head.law_day())) return *rule;
    return {Decimal::whole(100), false};
}

Result<wire::SessionView> view_of(const Moment& m, const Session& s) {
    CS_TRY(const Council council, CouncilStore(m.tx).find(s.council));
    CS_TRY(const law::Parameter quorum, law::law().parameters.value_on("recognition.council_quorum", s.on));
    CS_TRY(const law::Fraction fraction, law::law().parameters.fraction_on("recognition.council_quorum", s.on));
    const auto sitting = council.on(s.on);
    const assessment::VoteRule rule = rule_of(m, s);
    wire::SessionView view{s.id, council.name, s.on, s.form, s.state, s.invitation.number, s.invitation.day, s.invitation.signer, {}, {}, {}, {}, s.present,
                           s.quorum.value_or(assessment::needed(static_cast<std::int64_t>(sitting.size()), fraction)), quorum.value, rule.percent.text(),
                           rule.settled && quorum.confidence == law::Confidence::verified, {}, s.version, {}};
    if (s.minutes) {
        view.minutes_number = s.minutes->number;
        view.minutes_signer = s.minutes->signer;
        view.minutes_day = s.minutes->day;
    }
    for (const Member& member : sitting)
        view.members.push_back({member.id, member.name, member.position, member.unit, member.unit ? m.tree.name(*member.unit, s.on) : "", member.seat,
                                member.period.from, member.period.until, true});
    for (const Matter& matter : s.matters) view.matters.push_back(shown(m, s, matter));
    for (SessionAction action : {SessionAction::convene, SessionAction::vote, SessionAction::close, SessionAction::cancel})
        view.actions.push_back(access::action(operation_of(action), may_step(m, s, action)));
    return view;
}

Result<SessionId> session_id(const Call& call) {
    const auto id = SessionId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "council.session_unknown");
    return *id;
}

Result<wire::CouncilSessions> list(Api& api, Call& call) {
    return assessment::read_moment<wire::CouncilSessions>(api, call, [&](const Moment& m) -> Result<wire::CouncilSessions> {
        wire::CouncilSessions all{{}, {access::action(Operation::plan_council_session, access::pass(call.actor, Operation::plan_council_session))}};
        for (const Session& s : SessionStore(m.tx).all()) {
            if (!may_see(m, s)) continue;
            CS_TRY(const Council council, CouncilStore(m.tx).find(s.council));
            all.items.push_back({s.id, s.council, council.name, s.on, s.form, s.state, static_cast<int>(s.matters.size()),
                                 s.minutes ? std::optional(s.minutes->number) : std::nullopt});
        }
        return all;
    });
}

Result<wire::SessionView> show(Api& api, Call& call) {
    CS_TRY(const SessionId id, session_id(call));
    return assessment::read_moment<wire::SessionView>(api, call, [&](const Moment& m) -> Result<wire::SessionView> {
        CS_TRY(const Session session, SessionStore(m.tx).find(id));
        if (!may_see(m, session)) return refuse(Problem::not_found, "council.session_unknown");
        return view_of(m, session);
    });
}

Result<wire::SessionView> plan(Api& api, Call& call, const wire::NewSession& b) {
    return with_moment<wire::SessionView>(api, call, [&](const Moment& m) -> Result<wire::SessionView> {
        CS_TRY(const Session made, plan_session(m, {b.council_id, b.on, b.form, {b.number, b.day, b.signer}, b.dossiers}));
        return view_of(m, made);
    });
}

Counting counting_of(const wire::VoteInput& b) {
    Counting counting;
    for (const wire::HandVote& vote : b.named) counting.named.push_back({vote.member_id, vote.choice});
    if (b.counts) counting.votes = {b.counts->in_favour, b.counts->against, b.counts->abstained};
    for (const wire::DeclaredConflict& c : b.conflicts) counting.conflicts.push_back({c.member_id, c.reason, c.recused});
    return counting;
}

// POST /api/council-sessions/{id}/<path>: one step of a session.
template <class Body, class Step>
void add_step(Api& api, SessionAction action, const std::string& path, const std::string& summary, const Step& step) {
    api.write<Body, wire::SessionView>({Method::post, "/api/council-sessions/{id}/" + path, operation_of(action), summary},
                                       [&api, step](Call& call, const Body& body) -> Result<wire::SessionView> {
                                           CS_TRY(const SessionId id, session_id(call));
                                           CS_TRY(const auto seen, assessment::version_seen(call));
                                           return with_moment<wire::SessionView>(api, call, [&](const Moment& m) -> Result<wire::SessionView> {
                                               CS_TRY(const Session after, step(m, id, body, seen));
                                               return view_of(m, after);
                                           });
                                       });
}
using Seen = std::optional<std::int64_t>;

}    // namespace

void add_session_routes(Api& api) {
    api.read<wire::CouncilSessions>({Method::get, "/api/council-sessions", Operation::list_council_sessions, "Sessions, newest first."},
                                    [&api](Call& call) { return list(api, call); });
    api.read<wire::SessionView>({Method::get, "/api/council-sessions/{id}", Operation::show_council_session, "A session: agenda, who is there, votes, minutes."},
                                [&api](Call& call) { return show(api, call); });
    api.write<wire::NewSession, wire::SessionView>({Method::post, "/api/council-sessions", Operation::plan_council_session, "Plans a session with its agenda.", {}, 201},
                                                   [&api](Call& call, const wire::NewSession& b) { return plan(api, call, b); });
    add_step<wire::Attendance>(api, SessionAction::convene, "attendance", "Who is there; a quorum opens the session.",
                               [](const Moment& m, const SessionId& id, const wire::Attendance& b, Seen seen) { return convene_session(m, id, b.present, seen); });
    add_step<wire::VoteInput>(api, SessionAction::vote, "votes", "A counting of one matter: named hands or counts; conflicts declared.",
                              [](const Moment& m, const SessionId& id, const wire::VoteInput& b, Seen seen) { return record_votes(m, id, b.dossier_id, counting_of(b), seen); });
    add_step<wire::Minutes>(api, SessionAction::close, "minutes", "The minutes close the session and move each dossier.",
                            [](const Moment& m, const SessionId& id, const wire::Minutes& b, Seen seen) { return close_session(m, id, {b.number, b.day, b.signer}, seen); });
    add_step<wire::Cancellation>(api, SessionAction::cancel, "cancellation", "Calls a session off; its dossiers go back.",
                                 [](const Moment& m, const SessionId& id, const wire::Cancellation& b, Seen seen) {
                                     return cancel_session(m, id, {b.number, b.day, b.signer}, b.reason, seen);
                                 });
}

}    // namespace cs::council
