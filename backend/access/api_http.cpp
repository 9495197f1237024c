#include "access/api_http.hpp"

#include <charconv>

#include "access/commands.hpp"
#include "access/keyed_database.hpp"
#include "access/access_http.hpp"
#include "access/store.hpp"
#include "base/digest.hpp"

namespace cs::access {
namespace {

bool writes(const http::Request& request) {
    using enum http::Method;
    return request.method != get && request.method != head && request.method != options;
}

// In the same time whatever differs.
bool same_secret(std::string_view a, std::string_view b) {
    unsigned char differs = a.size() != b.size();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) differs |= static_cast<unsigned char>(a[i] ^ b[i]);
    return differs == 0;
}

Done check_csrf(const http::Request& request, const LiveSession& live) {
    if (!writes(request) || same_secret(request.header("x-csrf-token"), live.session.csrf)) return {};
    return refuse(Problem::not_your_role, "access.csrf", {}, "cs.own_account");
}

constexpr bool is_open_to_a_restricted_session(Operation operation) {
    using enum Operation;
    return operation == show_session || operation == sign_out || operation == change_my_password ||
           operation == enrol_second_factor || operation == confirm_second_factor;
}

// With a password somebody else knows, or without the second factor his role demands, one may only mend that.
Done check_restrictions(const LiveSession& live, Operation operation) {
    if (is_open_to_a_restricted_session(operation)) return {};
    if (live.must_change_password)
        return refuse(Problem::not_your_role, "access.must_change_password", {}, "cs.own_account");
    if (live.second_factor_needed)
        return refuse(Problem::not_your_role, "access.second_factor_needed", {}, "cs.second_factor");
    return {};
}

// The stored reply of a key seen before; nothing when the key is new.
Result<std::optional<http::Reply>> repeated(Database& db, const RequestKey& key) {
    const auto stored = db.read([&](Tx& tx) { return RequestKeyStore(tx).find(key.person, key.key); });
    if (!stored) return std::nullopt;
    if (stored->operation != key.operation || stored->body_digest != key.body_digest)
        return refuse(Problem::bad_input, "access.key_reused", {{"key", key.key}});
    if (!stored->status) return refuse(Problem::stale, "access.already_done", {{"key", key.key}});
    http::Reply reply;
    reply.status = *stored->status;
    reply.body = stored->reply;
    reply.headers.emplace_back("idempotency-replayed", "true");
    return reply;
}

std::optional<RequestKey> key_of(const Call& call, Operation operation) {
    const std::string_view key = call.request.header("idempotency-key");
    // The replies of one's own account carry secrets and are not kept.
    if (key.empty() || !writes(call.request) || permission(operation).audience != Audience::roles) return std::nullopt;
    const std::string what = call.request.path + "\n" + call.request.body;
    return RequestKey{*call.actor.person, std::string(key), std::string(word(operation)), digest(what)};
}

using Inner = std::function<Result<http::Reply>(Call&)>;

Result<http::Reply> once(Call& call, const RequestKey& key, const Inner& handler) {
    if (key.key.size() > 100) return refuse(Problem::bad_input, "access.key_too_long");
    CS_TRY(auto before, repeated(call.db, key));
    if (before) return *std::move(before);
    KeyedDatabase keyed(call.db, key, call.clock.now());
    Call inner{call.request, keyed, call.clock, call.actor, call.session};
    try {
        CS_TRY(http::Reply reply, handler(inner));
        call.headers = std::move(inner.headers);
        if (keyed.wrote())
            CS_TRY_DONE(call.db.write([&](Tx& tx) -> Done {
                RequestKeyStore(tx).keep_reply(key.person, key.key, reply.status, reply.body);
                return {};
            }));
        return reply;
    } catch (const KeyTaken&) {
        CS_TRY(auto other, repeated(call.db, key));
        if (other) return *std::move(other);
        return refuse(Problem::stale, "access.already_done", {{"key", key.key}});
    }
}

std::string who(const Permission& row) {
    if (row.audience != Audience::roles) return std::string(word_of(row.audience));
    std::string text;
    for (const Role role : all_of<Role>())
        if (row.roles.has(role)) text += (text.empty() ? "" : ", ") + std::string(word(role));
    return text;
}

// People who opened an address outside /api in a tab get a page, programs a problem.
http::Reply refused(const http::Request& request, const Refusal& refusal) {
    const bool page = !http::wants_json(request.path) && request.header("accept").find("text/html") != std::string_view::npos;
    return page ? http::problem_page(refusal) : http::problem(refusal);
}

}    // namespace

std::optional<std::string> Call::query(const std::string& name) const {
    const auto found = request.query.find(name);
    return found == request.query.end() || found->second.empty() ? std::nullopt : std::optional(found->second);
}

Result<std::optional<Day>> Call::query_day(const std::string& name) const {
    const auto text = query(name);
    if (!text) return std::nullopt;
    const auto day = parse_day(*text);
    if (!day) return refuse(Problem::bad_input, "access.query_day", {{"name", name}, {"value", *text}});
    return day;
}

Result<int> Call::query_int(const std::string& name, int otherwise, int minimum, int maximum) const {
    const auto text = query(name);
    if (!text) return otherwise;
    int value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc() || end != text->data() + text->size() || value < minimum || value > maximum)
        return refuse(Problem::bad_input, "access.query_int",
                      {{"name", name},
                       {"value", *text},
                       {"minimum", std::to_string(minimum)},
                       {"maximum", std::to_string(maximum)}});
    return value;
}

std::optional<std::string> Call::if_match() const {
    std::string_view tag = request.header("if-match");
    if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"') tag = tag.substr(1, tag.size() - 2);
    return tag.empty() ? std::nullopt : std::optional(std::string(tag));
}

Api::Api(http::Router& router, Database& db, const Clock& clock, bool demo, ApiOptions options)
    : router_(router), db_(db), clock_(clock), demo_(demo), options_(std::move(options)) {
    if (!demo) return;
    options_.rules.administrators_need_second_factor = false;
    options_.secure_cookies = false;
}

std::unique_ptr<Tree> Api::tree(Tx& tx) const {
    CS_CHECK(options_.tree != nullptr);
    return options_.tree(tx);
}

void Api::guard_history(std::string kind, HistoryGuard guard) {
    CS_CHECK(history_guards_.emplace(std::move(kind), std::move(guard)).second);
}

const HistoryGuard* Api::history_guard(const std::string& kind) const {
    const auto found = history_guards_.find(kind);
    return found == history_guards_.end() ? nullptr : &found->second;
}

void Api::add(Endpoint endpoint, json::Json request, json::Json reply, std::string reply_type, Inner handler) {
    http::RouteInfo info{endpoint.method,
                         std::move(endpoint.path),
                         std::string(word(endpoint.operation)),
                         std::move(endpoint.summary),
                         who(permission(endpoint.operation)),
                         std::move(endpoint.query),
                         std::move(request),
                         std::move(reply),
                         std::move(reply_type),
                         endpoint.status,
                         std::move(endpoint.headers),
                         std::move(endpoint.reply_headers),
                         std::move(endpoint.request_type)};
    router_.add(std::move(info), [this, operation = endpoint.operation, handler = std::move(handler)](
                                     const http::Request& asked) { return through_gate(asked, operation, handler); });
}

http::Reply Api::through_gate(const http::Request& request, Operation operation, const Inner& handler) {
    const Instant now = clock_.now();
    std::optional<Visitor> who_asks;
    if (const auto token = request.cookie(session_cookie); token && permission(operation).audience != Audience::anyone)
        who_asks = db_.read([&](Tx& tx) { return visitor(tx, *token, now, options_.rules); });
    const Actor nobody{};
    Call call{request, db_, clock_, who_asks ? who_asks->actor : nobody, who_asks ? &who_asks->live : nullptr};

    const auto answer = [&]() -> Result<http::Reply> {
        if (who_asks) {
            CS_TRY_DONE(check_csrf(request, who_asks->live));
            CS_TRY_DONE(check_restrictions(who_asks->live, operation));
        }
        CS_TRY_DONE(pass(call.actor, operation));
        if (who_asks && wants_touch(who_asks->live.session, now))
            CS_TRY_DONE(db_.write([&](Tx& tx) -> Done { return touch(tx, who_asks->live.session.id, now), Done(); }));
        if (const auto key = key_of(call, operation)) return once(call, *key, handler);
        return handler(call);
    }();
    if (!answer) return refused(request, answer.error());
    http::Reply reply = *answer;
    reply.headers.insert(reply.headers.end(), call.headers.begin(), call.headers.end());
    return reply;
}

}    // namespace cs::access
