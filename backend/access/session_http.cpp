#include "access/access_http.hpp"
#include "access/commands.hpp"
#include "access/store.hpp"
#include "access/wire_http.hpp"

namespace cs::access {
namespace {

struct SignInInput {
    std::string login, password;
    std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(SignInInput, (), (login, password, code))

struct OpenSession {
    SessionId id;
    Instant started_at, last_seen_at, expires_at;
    std::string peer, agent;
    bool current;
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (id, started_at, last_seen_at, expires_at, peer, agent, current))

struct OpenSessions {
    std::vector<OpenSession> items;
};
BOOST_DESCRIBE_STRUCT(OpenSessions, (), (items))

wire::Session shown(Tx& tx, const Api& api, const LiveSession& live, const Actor& actor, Day today) {
    wire::Session s{live.session.person, actor.name, live.login, live.session.csrf, live.session.expires_at,
                    live.second_factor_needed, live.must_change_password, live.second_factor_enrolled, {}, {}};
    const auto tree = api.tree(tx);
    for (const Grant& g : actor.grants)
        s.roles.push_back({g.role, g.unit, tree->name(g.unit, today), g.scope, g.period.from, g.period.until,
                           g.delegated_by ? std::optional(PersonStore(tx).name(*g.delegated_by)) : std::nullopt});
    for (const Permission& p : permissions())
        if (pass(actor, p.operation)) s.operations.emplace_back(word(p.operation));
    return s;
}

std::string cookie(const Api& api, const std::string& token, std::int64_t seconds) {
    return std::string(session_cookie) + "=" + token + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" +
           std::to_string(seconds) + (api.options().secure_cookies ? "; Secure" : "");
}

Result<wire::Session> sign_in_here(const Api& api, Call& call, const SignInInput& body) {
    const SignInRules& rules = api.options().rules;
    CS_TRY(const SignedIn in, sign_in(call.db, call.clock, rules,
                                      {body.login, body.password, body.code, call.request.peer,
                                       std::string(call.request.header("user-agent"))}));
    const std::int64_t seconds = std::int64_t{rules.absolute_minutes} * 60;
    call.headers.emplace_back("set-cookie", cookie(api, in.token, seconds));
    return call.db.read([&](Tx& tx) { return shown(tx, api, in.live, in.actor, call.today()); });
}

Result<Nothing> sign_out_here(const Api& api, Call& call) {
    CS_TRY_DONE(call.db.write(
        [&](Tx& tx) { return sign_out(tx, call.clock.now(), call.actor, call.session->session.id); }));
    call.headers.emplace_back("set-cookie", cookie(api, "", 0));
    return Nothing{};
}

Result<OpenSessions> list_here(const Api& api, Call& call) {
    OpenSessions list;
    const auto sessions = call.db.read(
        [&](Tx& tx) { return my_sessions(tx, call.actor, call.clock.now(), api.options().rules); });
    for (const Session& s : sessions)
        list.items.push_back({s.id, s.started_at, s.last_seen_at, s.expires_at, s.peer, s.agent,
                              s.id == call.session->session.id});
    return list;
}

Result<Nothing> end_here(Call& call) {
    const auto id = SessionId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "access.session_unknown", {{"id", call.param("id")}});
    CS_TRY_DONE(call.db.write([&](Tx& tx) { return end_my_session(tx, call.clock.now(), call.actor, *id); }));
    return Nothing{};
}

}    // namespace

void add_session_routes(Api& api) {
    using http::Method;
    api.write<SignInInput, wire::Session>({Method::post, "/api/session", Operation::sign_in,
                                           "Signs in; sets the session cookie."},
                                          [&api](Call& call, const SignInInput& body) { return sign_in_here(api, call, body); });
    api.read<wire::Session>({Method::get, "/api/session", Operation::show_session, "Who is signed in, with the CSRF token."},
                            [&api](Call& call) -> Result<wire::Session> {
                                return call.db.read([&](Tx& tx) {
                                    return shown(tx, api, *call.session, call.actor, call.today());
                                });
                            });
    api.write<Nothing, Nothing>({Method::del, "/api/session", Operation::sign_out, "Signs out."},
                                [&api](Call& call, const Nothing&) { return sign_out_here(api, call); });
    api.read<OpenSessions>({Method::get, "/api/sessions", Operation::list_my_sessions, "One's own open sessions."},
                           [&api](Call& call) { return list_here(api, call); });
    api.write<Nothing, Nothing>({Method::del, "/api/sessions/{id}", Operation::end_my_session, "Ends one of one's own sessions."},
                                [](Call& call, const Nothing&) { return end_here(call); });
}

}    // namespace cs::access
