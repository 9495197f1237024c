#pragma once
// The whole program behind its router, in process: real routes, a fresh database, a clock that stands still. A request
// goes through the same gate as over the network.
#include <boost/json.hpp>
#include <optional>
#include <string>

#include "access/api_http.hpp"
#include "access/commands.hpp"
#include "access/store.hpp"
#include "contract/access_fixture.hpp"
#include "org/tree.hpp"
#include "platform/testing_folder.hpp"
#include "server/evidence_house.hpp"
#include "server/routes_http.hpp"

namespace cs::test {

struct Visit {
    std::string cookie, csrf;    // empty: nobody is signed in
};

class House {
public:
    explicit House(sql::Engine engine = sql::Engine::sqlite, bool demo = true)
        : fresh_(engine),
          api_(router_, fresh_.db(), fresh_.clock(), demo,
               {{}, true, [](Tx& tx) -> std::unique_ptr<access::Tree> { return std::make_unique<org::UnitTree>(tx); }}) {
        server::add_routes(api_, evidence_.files());
    }

    Database& db() { return fresh_.db(); }
    FrozenClock& clock() { return fresh_.clock(); }
    const std::string& url() const { return fresh_.url(); }
    const http::Router& router() const { return router_; }
    assessment::EvidenceFiles& files() { return evidence_.files(); }
    People people() { return {db(), clock()}; }

    // A session without a password, for tests about something else.
    Visit visit(const PersonId& person) {
        const std::string token = new_uuid(clock().now());
        const Instant now = clock().now();
        const access::Session session{access::SessionId::born(now), person, "csrf-" + token, now, now,
                                      now + std::chrono::hours(12), "::1", "kiểm thử", std::nullopt};
        REQUIRE(db().write([&](Tx& tx) -> Done { return access::SessionStore(tx).add(session, token), Done(); }));
        return {token, session.csrf};
    }

    http::Reply send(http::Method method, const std::string& target, const Visit& visit = {},
                     const std::string& body = "", std::vector<std::pair<std::string, std::string>> headers = {}) {
        http::Request request;
        request.method = method;
        const std::size_t mark = target.find('?');
        request.path = target.substr(0, mark);
        for (std::size_t at = mark; at < target.size();) {
            const std::size_t end = std::min(target.find('&', at + 1), target.size());
            const std::size_t equals = target.find('=', at);
            request.query[target.substr(at + 1, equals - at - 1)] = target.substr(equals + 1, end - equals - 1);
            at = end;
        }
        request.headers = std::move(headers);
        if (!visit.cookie.empty()) request.headers.emplace_back("cookie", "cs_session=" + visit.cookie);
        if (!visit.csrf.empty()) request.headers.emplace_back("x-csrf-token", visit.csrf);
        if (!body.empty()) request.headers.emplace_back("content-type", "application/json");
        request.body = body;
        request.peer = "::1";
        return router_.handle(std::move(request));
    }

private:
    FreshDatabase fresh_;
    TestFolder folder_;
    server::EvidenceHouse evidence_{folder_.path, 1024 * 1024};
    http::Router router_;
    access::Api api_;
};

inline boost::json::object json_of(const http::Reply& reply) {
    INFO(reply.body);
    return boost::json::parse(reply.body).as_object();
}
inline std::string text_of(const http::Reply& reply, const char* field) {
    return std::string(json_of(reply).at(field).as_string());
}
// The code of a refusal, "" for anything else.
inline std::string code_of(const http::Reply& reply) {
    return reply.type == "application/problem+json" ? text_of(reply, "code") : "";
}

}    // namespace cs::test
