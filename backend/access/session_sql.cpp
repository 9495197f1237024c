#include "access/store.hpp"
#include "base/digest.hpp"
#include "platform/sql/sql.hpp"

namespace cs::access {
namespace {

Session read_session(const sql::Row& row) {
    Session session{row.id<SessionId>("id"),    row.id<PersonId>("person_id"),   row.text("csrf"),
                    row.instant("started_at"), row.instant("last_seen_at"), row.instant("expires_at"),
                    row.text("peer"),          row.text("agent"),           std::nullopt};
    if (!row.is_null("ended_at")) session.ended_at = row.instant("ended_at");
    return session;
}

constexpr std::chrono::hours keys_kept = std::chrono::hours(24);
constexpr std::chrono::days sessions_kept = std::chrono::days(2 * 365);    // audit/data_map.tsv

}    // namespace

void SessionStore::add(const Session& s, const std::string& token) {
    tx_.run("access.forget_old_sessions", s.started_at - sessions_kept);
    tx_.run("access.add_session", s.id, digest(token), s.csrf, s.person, s.started_at, s.last_seen_at, s.expires_at,
            s.peer, s.agent);
}

std::optional<Session> SessionStore::by_token(const std::string& token) const {
    const auto rows = tx_.query("access.session_by_token", digest(token));
    return rows->empty() ? std::nullopt : std::optional(read_session(rows->front()));
}

std::vector<Session> SessionStore::live(const PersonId& person, Instant now, Instant idle_since) const {
    std::vector<Session> sessions;
    const auto rows = tx_.query("access.live_sessions", person, now, idle_since);
    for (const auto& row : *rows) sessions.push_back(read_session(row));
    return sessions;
}

void SessionStore::touch(const SessionId& id, Instant at) { tx_.run("access.touch_session", id, at); }

bool SessionStore::end(const SessionId& id, const PersonId& person, Instant at) {
    return tx_.run("access.end_session", id, person, at) == 1;
}

void SessionStore::forget(const PersonId& person) { tx_.run("access.forget_sessions", person); }

std::int64_t SessionStore::end_all(const PersonId& person, const std::optional<SessionId>& but, Instant at) {
    return tx_.run("access.end_sessions", person, but, at);
}

std::optional<StoredReply> RequestKeyStore::find(const PersonId& person, const std::string& key) const {
    const auto rows = tx_.query("access.request_key", person, key);
    if (rows->empty()) return std::nullopt;
    const auto& row = rows->front();
    StoredReply stored{row.text("operation"), row.text("body_digest"), std::nullopt, row.maybe_text("reply").value_or("")};
    if (const auto status = row.maybe_integer("status")) stored.status = static_cast<int>(*status);
    return stored;
}

bool RequestKeyStore::claim(const PersonId& person, const std::string& key, std::string_view operation,
                            const std::string& body_digest, Instant at) {
    tx_.run("access.forget_old_request_keys", at - keys_kept);
    return tx_.run("access.claim_request_key", person, key, operation, body_digest, at) == 1;
}

void RequestKeyStore::keep_reply(const PersonId& person, const std::string& key, int status, const std::string& reply) {
    tx_.run("access.keep_reply", person, key, status, reply);
}

}    // namespace cs::access
