#include "access/commands.hpp"
#include "access/store.hpp"

namespace cs::access {
namespace {

bool is_administrator(const std::vector<Grant>& grants) {
    for (const Grant& g : grants)
        if (g.role == Role::administrator) return true;
    return false;
}

bool is_over(const Session& session, Instant now, const SignInRules& rules) {
    return session.ended_at || now >= session.expires_at ||
           now - session.last_seen_at >= std::chrono::minutes(rules.idle_minutes);
}

}    // namespace

std::optional<Visitor> visitor(Tx& tx, const std::string& token, Instant now, const SignInRules& rules) {
    auto session = SessionStore(tx).by_token(token);
    if (!session || is_over(*session, now, rules)) return std::nullopt;
    const auto found = PersonStore(tx).with_credentials(session->person);
    if (!found || found->person.closed) return std::nullopt;
    Actor actor{session->person, found->person.name, GrantStore(tx).in_force(session->person, legal_day(now))};
    const bool enrolled = found->person.second_factor_enrolled;
    const bool needed = rules.administrators_need_second_factor && !enrolled && is_administrator(actor.grants);
    LiveSession live{std::move(*session), found->person.login, found->person.must_change_password, enrolled, needed};
    return Visitor{std::move(live), std::move(actor)};
}

bool wants_touch(const Session& session, Instant now) { return now - session.last_seen_at >= std::chrono::minutes(1); }

void touch(Tx& tx, const SessionId& session, Instant now) { SessionStore(tx).touch(session, now); }

std::vector<Session> my_sessions(Tx& tx, const Actor& actor, Instant now, const SignInRules& rules) {
    return SessionStore(tx).live(*actor.person, now, now - std::chrono::minutes(rules.idle_minutes));
}

Done sign_out(Tx& tx, Instant now, const Actor& actor, const SessionId& session) {
    if (!SessionStore(tx).end(session, *actor.person, now)) return {};    // already ended elsewhere: out is out
    audit::record(tx, now, actor.by_himself(),
                  {audit::Event::signed_out, "session", session.text(), {}, "", {{"person", actor.person->text()}}});
    return {};
}

Done end_my_session(Tx& tx, Instant now, const Actor& actor, const SessionId& session) {
    if (!SessionStore(tx).end(session, *actor.person, now))
        return refuse(Problem::not_found, "access.session_unknown", {{"id", session.text()}});
    audit::record(tx, now, actor.by_himself(),
                  {audit::Event::session_ended, "session", session.text(), {{"ended", "false", "true"}}, "",
                   {{"person", actor.person->text()}}});
    return {};
}

}    // namespace cs::access
