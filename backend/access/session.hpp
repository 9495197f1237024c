#pragma once
// A signed-in session and the rules of signing in. The cookie carries a random token; the database knows only its digest.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/actor.hpp"
#include "base/day.hpp"
#include "base/id.hpp"

namespace cs::access {

using SessionId = Id<struct SessionTag>;

// Settings of the server, not law. Officers lose typed work to a short logout, so the idle limit is 30 minutes.
struct SignInRules {
    int failures_before_lock = 5;
    int lock_minutes = 15;
    int idle_minutes = 30;
    int absolute_minutes = 12 * 60;
    bool administrators_need_second_factor = true;    // false only in the demo world
};

struct Session {
    SessionId id;
    PersonId person;
    std::string csrf;
    Instant started_at, last_seen_at, expires_at;    // expires_at: the absolute end
    std::string peer, agent;
    std::optional<Instant> ended_at;
};

// What the gate found behind a cookie.
struct LiveSession {
    Session session;
    std::string login;
    bool must_change_password = false;
    bool second_factor_enrolled = false;
    bool second_factor_needed = false;    // an administrator who has not enrolled: he may only enrol
};

}    // namespace cs::access
