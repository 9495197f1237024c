#pragma once
// Typed routes: the C++ body and answer types are the contract, the operation names its row of the permission table. A
// handler of the wrong type does not compile. The gate in front of every handler: session cookie -> Actor, CSRF token for
// whatever writes, coarse permission, If-Match / Idempotency-Key; a refusal becomes problem+json.
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "access/actor.hpp"
#include "access/permissions.hpp"
#include "access/session.hpp"
#include "platform/http/router.hpp"
#include "platform/tx.hpp"

namespace cs::access {

struct Call {
    const http::Request& request;
    Database& db;
    const Clock& clock;
    const Actor& actor;
    const LiveSession* session = nullptr;    // set whenever somebody is signed in
    // Added to the reply: a cookie, a location.
    std::vector<std::pair<std::string, std::string>> headers = {};

    Day today() const { return legal_day(clock.now()); }
    const std::string& param(const std::string& name) const { return request.params.at(name); }
    // A query parameter as text or day; a bad day is refused with its name.
    std::optional<std::string> query(const std::string& name) const;
    Result<std::optional<Day>> query_day(const std::string& name) const;
    Result<int> query_int(const std::string& name, int otherwise, int minimum, int maximum) const;
    std::optional<std::string> if_match() const;    // the version the client saw, without quotes
};

struct Nothing {};    // no body, or a reply of 204

struct Endpoint {
    http::Method method;
    std::string path;
    Operation operation;
    std::string summary;
    std::vector<http::QueryParam> query = {};
    int status = 200;
    std::vector<http::HeaderParam> headers = {};          // of the request
    std::vector<http::HeaderParam> reply_headers = {};
    std::string request_type = {};                        // media type of a body that is bytes
};

// What the composition root knows and access does not.
struct ApiOptions {
    SignInRules rules = {};
    bool secure_cookies = true;              // false for the demo world and for loopback without TLS
    // org's tree over one transaction, for roles held in a unit.
    std::function<std::unique_ptr<Tree>(Tx&)> tree = {};
};

// May the caller see what happened to this object? For kinds of objects whose showing is not a matter of the role alone.
using HistoryGuard = std::function<Done(Call&, Tx&, const std::string& id)>;

// The reply of a handler, and a JSON body read into a described struct; Nothing has neither.
template <class Answer>
http::Reply reply_of(const Answer& answer, int status);
template <class Body>
Result<Body> body_of(const http::Request& request);

class Api {
public:
    Api(http::Router& router, Database& db, const Clock& clock, bool demo, ApiOptions options = {});

    // handler: Result<Answer>(Call&)
    template <class Answer, class Handler>
    void read(Endpoint endpoint, Handler handler);
    // handler: Result<Answer>(Call&, const Body&)
    template <class Body, class Answer, class Handler>
    void write(Endpoint endpoint, Handler handler);
    // handler: Result<http::Reply>(Call&): CSV, files, HTML
    template <class Handler>
    void raw(Endpoint endpoint, std::string reply_type, Handler handler);
    // Objects of modules to the right have their history at /api/history/{kind}/{id} once their module says who may see it.
    void guard_history(std::string kind, HistoryGuard guard);
    const HistoryGuard* history_guard(const std::string& kind) const;    // null: the table of access/history.cpp decides

    http::Router& router() { return router_; }
    const ApiOptions& options() const { return options_; }
    bool demo() const { return demo_; }
    // A program without org's tree cannot judge roles held in a unit: a bug.
    std::unique_ptr<Tree> tree(Tx& tx) const;

private:
    using Inner = std::function<Result<http::Reply>(Call&)>;
    void add(Endpoint endpoint, json::Json request, json::Json reply, std::string reply_type, Inner handler);
    http::Reply through_gate(const http::Request& request, Operation operation, const Inner& handler);
    http::Router& router_;
    Database& db_;
    const Clock& clock_;
    bool demo_;
    ApiOptions options_;
    std::map<std::string, HistoryGuard> history_guards_;
};

}    // namespace cs::access

#include "access/api_http_impl.hpp"
