// Signing in, staying in and getting out, on both engines.
#include <thread>

#include "access/attempts.hpp"
#include "access/second_factor.hpp"
#include "contract/access_fixture.hpp"

using namespace cs;
using namespace cs::access;
using namespace cs::test;

namespace {

const SignInRules rules{};

struct Door {
    People people;
    PersonId lan;
    Door(Database& db, FrozenClock& clock) : people{db, clock}, lan(people.add("lan", Role::unit_clerk)) {}

    Result<SignedIn> knock(const std::string& login, const std::string& with, std::optional<std::string> code = {}) {
        return sign_in(people.db, people.clock, rules, {login, with, std::move(code), "::1", "kiểm thử"});
    }
    SignedIn enter(std::optional<std::string> code = {}, const std::string& login = "lan") {
        auto in = knock(login, password, std::move(code));
        REQUIRE(in);
        return *in;
    }
    bool inside(const std::string& token) {
        return people.db.read([&](Tx& tx) { return visitor(tx, token, people.clock.now(), rules).has_value(); });
    }
    LiveSession live(const std::string& token) {
        return people.db.read([&](Tx& tx) { return visitor(tx, token, people.clock.now(), rules)->live; });
    }
    // Signed in as `in`, enrols and answers the secret.
    std::string enrol(const SignedIn& in) {
        const auto begun = people.db.write([&](Tx& tx) { return enrol_second_factor(tx, in.live); });
        REQUIRE(begun);
        const std::string code = totp_code(begun->secret, people.clock.now());
        REQUIRE(people.db.write([&](Tx& tx) { return confirm_second_factor(tx, people.clock.now(), in.live, code); }));
        people.clock.advance(std::chrono::seconds(60));
        return begun->secret;
    }
};

std::string code_of(const Result<SignedIn>& in) { return in ? "in" : in.error().code; }

}    // namespace

TEST_CASE("a right password opens a session with the roles of the day; the database keeps no token") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        const SignedIn in = door.enter();
        CHECK(in.actor.person == door.lan);
        CHECK(in.actor.grants.size() == 1);
        CHECK(in.live.session.csrf.size() >= 32);
        CHECK(door.inside(in.token));
        CHECK(!door.inside(in.token + "0"));
        CHECK(!door.inside(""));
        CHECK(number(db, "select count(*) as n from session where token_digest = '" + in.token + "'") == 0);
        CHECK(code_of(door.knock(" LAN ", password)) == "in");
    });
}

TEST_CASE("an unknown login, a wrong password and a closed account get the same refusal") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        const PersonId gone = door.people.add("gone");
        const PersonId root = door.people.add("root", Role::administrator);
        REQUIRE(db.write([&](Tx& tx) { return close_person(tx, clock.now(), door.people.actor(root), gone, "nghỉ"); }));
        const std::int64_t sessions = count(db, "session");
        for (const auto& [login, with] : std::vector<std::pair<std::string, std::string>>{
                 {"lan", "wrong"}, {"nobody", password}, {"gone", password}, {"", ""}}) {
            const auto in = door.knock(login, with);
            REQUIRE(!in);
            CHECK(in.error().code == "access.sign_in_refused");
            CHECK(in.error().problem == Problem::not_signed_in);
            CHECK(in.error().args.empty());
        }
        CHECK(count(db, "session") == sessions);
    });
}

TEST_CASE("five failures lock a login for a quarter of an hour, whether anybody has it or not") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        for (const char* login : {"lan", "nobody"}) {
            CAPTURE(login);
            for (int i = 0; i < 5; ++i) CHECK(code_of(door.knock(login, "wrong")) == "access.sign_in_refused");
            CHECK(code_of(door.knock(login, password)) == "access.sign_in_locked");
        }
        clock.advance(std::chrono::minutes(14));
        CHECK(code_of(door.knock("lan", password)) == "access.sign_in_locked");
        clock.advance(std::chrono::minutes(1));
        CHECK(code_of(door.knock("lan", password)) == "in");
        CHECK(number(db, "select count(*) as n from journal where event = 'sign_in_locked'") == 2);
        CHECK(number(db, "select count(*) as n from journal where event = 'sign_in_locked' and object_id like '%lan%'") == 0);
    });
}

TEST_CASE("four failures and a success start the count again; so does a lock that ran out") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 4; ++i) CHECK(code_of(door.knock("lan", "wrong")) == "access.sign_in_refused");
            CHECK(code_of(door.knock("lan", password)) == "in");
        }
        for (int i = 0; i < 5; ++i) static_cast<void>(door.knock("lan", "wrong"));
        clock.advance(std::chrono::minutes(15));
        for (int i = 0; i < 4; ++i) CHECK(code_of(door.knock("lan", "wrong")) == "access.sign_in_refused");
        CHECK(code_of(door.knock("lan", password)) == "in");
    });
}

TEST_CASE("a reset by an administrator lifts the lock, ends the sessions and asks for a new password") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        const PersonId root = door.people.add("root", Role::administrator);
        const SignedIn before = door.enter();
        for (int i = 0; i < 5; ++i) static_cast<void>(door.knock("lan", "wrong"));
        CHECK(code_of(door.knock("lan", password)) == "access.sign_in_locked");
        refused(door.people, "access.not_your_role", [&](Tx& tx) {
            return reset_password(tx, clock.now(), door.people.actor(door.lan), root, password_hash());
        });
        refused(door.people, "access.not_yourself", [&](Tx& tx) {
            return reset_password(tx, clock.now(), door.people.actor(root), root, password_hash());
        });
        REQUIRE(db.write([&](Tx& tx) {
            return reset_password(tx, clock.now(), door.people.actor(root), door.lan, password_hash());
        }));
        CHECK(!door.inside(before.token));
        CHECK(door.enter().live.must_change_password);
    });
}

TEST_CASE("a session ends after half an hour without a request and after twelve hours in any case") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        const SignedIn idle = door.enter();
        clock.advance(std::chrono::minutes(30) - std::chrono::microseconds(1));
        CHECK(door.inside(idle.token));
        clock.advance(std::chrono::microseconds(1));
        CHECK(!door.inside(idle.token));

        const SignedIn busy = door.enter();
        for (int minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
            clock.advance(std::chrono::minutes(20));
            REQUIRE(door.inside(busy.token));
            CHECK(wants_touch(door.live(busy.token).session, clock.now()));
            REQUIRE(db.write([&](Tx& tx) -> Done { return touch(tx, busy.live.session.id, clock.now()), Done(); }));
            CHECK(!wants_touch(door.live(busy.token).session, clock.now()));
        }
        clock.advance(std::chrono::minutes(20));
        CHECK(!door.inside(busy.token));
    });
}

TEST_CASE("one sees and ends one's own sessions only") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        const PersonId minh = door.people.add("minh");
        const SignedIn first = door.enter();
        clock.advance(std::chrono::seconds(1));
        const SignedIn second = door.enter();
        const SignedIn other = door.enter({}, "minh");
        const Actor lan = door.people.actor(door.lan);
        db.read([&](Tx& tx) {
            const auto mine = my_sessions(tx, lan, clock.now(), rules);
            REQUIRE(mine.size() == 2);
            CHECK(mine[0].id == second.live.session.id);
            return true;
        });
        refused(door.people, "access.session_unknown",
                [&](Tx& tx) { return end_my_session(tx, clock.now(), lan, other.live.session.id); });
        REQUIRE(db.write([&](Tx& tx) { return end_my_session(tx, clock.now(), lan, first.live.session.id); }));
        CHECK(!door.inside(first.token));
        CHECK(door.inside(second.token));
        refused(door.people, "access.session_unknown",
                [&](Tx& tx) { return end_my_session(tx, clock.now(), lan, first.live.session.id); });
        REQUIRE(db.write([&](Tx& tx) { return sign_out(tx, clock.now(), lan, second.live.session.id); }));
        CHECK(!door.inside(second.token));
        CHECK(door.inside(other.token));
        CHECK(door.people.actor(minh).person == minh);
    });
}

TEST_CASE("changing the password ends the other sessions and needs the old one") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        const SignedIn other = door.enter();
        const SignedIn here = door.enter();
        const auto change = [&](const std::string& from, const std::string& to) {
            const Done done = change_my_password(db, clock, rules, here.live, from, to);
            return done ? std::string("done") : done.error().code;
        };
        const std::string before = door.people.fingerprint();
        CHECK(change("not the old one", "một mật khẩu mới") == "access.old_password_wrong");
        CHECK(change(password, "ngắn") == "access.password_length");
        CHECK(change(password, password) == "access.password_same");
        CHECK(door.people.fingerprint() == before);
        CHECK(change(password, "một mật khẩu mới") == "done");
        CHECK(door.inside(here.token));
        CHECK(!door.inside(other.token));
        CHECK(code_of(door.knock("lan", password)) == "access.sign_in_refused");
        CHECK(code_of(door.knock("lan", "một mật khẩu mới")) == "in");
    });
}

TEST_CASE("with a second factor a password alone does not open, and a code opens once") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        const std::string secret = door.enrol(door.enter());
        CHECK(code_of(door.knock("lan", password)) == "access.code_needed");
        CHECK(code_of(door.knock("lan", "wrong")) == "access.sign_in_refused");
        CHECK(code_of(door.knock("lan", password, "000000")) == "access.sign_in_refused");
        const std::string code = totp_code(secret, clock.now());
        CHECK(code_of(door.knock("lan", password, code)) == "in");
        CHECK(code_of(door.knock("lan", password, code)) == "access.sign_in_refused");
        clock.advance(std::chrono::seconds(30));
        CHECK(code_of(door.knock("lan", password, totp_code(secret, clock.now()))) == "in");
    });
}

TEST_CASE("asking for the code is no failure, but does not forgive failures either") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        door.enrol(door.enter());
        for (int i = 0; i < 10; ++i) CHECK(code_of(door.knock("lan", password)) == "access.code_needed");
        for (int i = 0; i < 5; ++i) {
            CHECK(code_of(door.knock("lan", password)) == "access.code_needed");
            CHECK(code_of(door.knock("lan", password, "000000")) == "access.sign_in_refused");
        }
        CHECK(code_of(door.knock("lan", password)) == "access.sign_in_locked");
    });
}

TEST_CASE("an administrator without a second factor may only enrol, except in the demonstration") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        door.people.add("root", Role::administrator);
        SignedIn in = door.enter({}, "root");
        CHECK(in.live.second_factor_needed);
        CHECK(!door.enter().live.second_factor_needed);
        SignInRules demo = rules;
        demo.administrators_need_second_factor = false;
        CHECK(!db.read([&](Tx& tx) { return visitor(tx, in.token, clock.now(), demo); })->live.second_factor_needed);

        const std::string secret = door.enrol(in);
        CHECK(!door.live(in.token).second_factor_needed);
        const LiveSession live = door.live(in.token);
        CHECK(drop_second_factor(db, clock, rules, live, in.actor, totp_code(secret, clock.now())).error().code ==
              "access.second_factor_obligatory");
        refused(door.people, "access.second_factor_already", [&](Tx& tx) { return enrol_second_factor(tx, live); });
    });
}

TEST_CASE("a second factor is confirmed and given up with a right code only") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        const SignedIn in = door.enter();
        const auto confirm = [&](const std::string& code) {
            return [&, code](Tx& tx) { return confirm_second_factor(tx, clock.now(), in.live, code); };
        };
        const auto drop = [&](const std::string& code) {
            const Done done = drop_second_factor(db, clock, rules, in.live, in.actor, code);
            return done ? std::string("dropped") : done.error().code;
        };
        refused(door.people, "access.second_factor_not_begun", confirm("000000"));
        CHECK(drop("000000") == "access.second_factor_not_begun");
        const std::string secret = door.enrol(in);
        for (int i = 0; i < 5; ++i) CHECK(drop("000000") == "access.code_wrong");
        CHECK(drop(totp_code(secret, clock.now())) == "access.sign_in_locked");
        CHECK(code_of(door.knock("lan", password)) == "access.code_needed");
        clock.advance(std::chrono::minutes(15));
        CHECK(drop(totp_code(secret, clock.now())) == "dropped");
        CHECK(code_of(door.knock("lan", password)) == "in");
        REQUIRE(db.write([&](Tx& tx) { return enrol_second_factor(tx, in.live); }));
        refused(door.people, "access.code_wrong", confirm("12345"));
    });
}

TEST_CASE("a lost telephone is taken off by an administrator, not by oneself") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        const PersonId root = door.people.add("root", Role::administrator);
        const auto reset = [&](const PersonId& by, const PersonId& whom, const std::string& reason) {
            return [&, by, whom, reason](Tx& tx) {
                return reset_second_factor(tx, clock.now(), door.people.actor(by), whom, reason);
            };
        };
        refused(door.people, "access.second_factor_not_begun", reset(root, door.lan, "mất điện thoại"));
        door.enrol(door.enter());
        refused(door.people, "access.reason_missing", reset(root, door.lan, ""));
        refused(door.people, "access.not_yourself", reset(root, root, "mất điện thoại"));
        refused(door.people, "access.not_your_role", reset(door.lan, root, "mất điện thoại"));
        REQUIRE(db.write(reset(root, door.lan, "mất điện thoại")));
        CHECK(code_of(door.knock("lan", password)) == "in");
    });
}

TEST_CASE("an attempt that nobody had time to look at is not counted as a wrong guess") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const auto knock = [&](const std::function<Result<bool>()>& fits) { return try_counted(db, clock, {}, "lan", fits); };
        for (int i = 0; i < 9; ++i)
            CHECK(knock([]() -> Result<bool> { return refuse(Problem::too_many, "access.too_many_sign_ins"); }).error().code ==
                  "access.too_many_sign_ins");
        CHECK(knock([]() -> Result<bool> { return true; }).value());
    });
}

TEST_CASE("many wrong guesses at once do not slip past the lock") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Door door(db, clock);
        std::atomic<int> looked_at = 0;
        std::vector<std::thread> guessers;
        for (int i = 0; i < 9; ++i)
            guessers.emplace_back([&] {
                const auto in = door.knock("lan", "wrong");
                if (!in && in.error().code == "access.sign_in_refused") ++looked_at;
            });
        for (std::thread& t : guessers) t.join();
        CHECK(looked_at <= 5);
        // On a busy machine some were sent away before anybody looked; those were not counted, and the lock comes all the same.
        for (std::string code = "access.sign_in_refused"; code == "access.sign_in_refused";) {
            const auto in = door.knock("lan", "wrong");
            REQUIRE_FALSE(in);
            code = in.error().code;
            if (code == "access.sign_in_refused") ++looked_at;
        }
        CHECK(looked_at == 5);
        CHECK(code_of(door.knock("lan", password)) == "access.sign_in_locked");
    });
}
