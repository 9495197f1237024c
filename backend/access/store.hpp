#pragma once
// What the use cases ask of storage.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "access/grant.hpp"
#include "access/person.hpp"
#include "access/session.hpp"
#include "platform/tx.hpp"

namespace cs::access {

struct PeoplePage {
    std::vector<Person> people;
    std::int64_t total = 0;    // of the whole search
    std::optional<PersonId> next;
};

class PersonStore {
public:
    explicit PersonStore(Tx& tx) : tx_(tx) {}
    Result<Person> find(const PersonId& id) const;    // access.person_unknown
    std::optional<PersonAndCredentials> with_credentials(const PersonId& id) const;
    std::optional<PersonAndCredentials> by_login(const std::string& login) const;
    std::string name(const PersonId& id) const;
    // By name in Vietnamese order; `words` without diacritics in login, name or position.
    PeoplePage list(const std::string& words, const std::optional<PersonId>& after, int limit) const;

    Done add(const Person& person, const std::string& password_hash, Instant at);    // access.login_taken
    void set_password(const PersonId& id, const std::string& hash, bool must_change);
    void set_second_factor(const PersonId& id, const std::optional<std::string>& secret, bool confirmed,
                           std::int64_t counter);
    bool use_totp(const PersonId& id, std::int64_t counter);    // false: that code, or a later one, was used meanwhile
    void close(const PersonId& id, Instant at);
    void erase(const PersonId& id);    // login, name and position are gone; the id stays

private:
    Tx& tx_;
};

class AttemptStore {
public:
    explicit AttemptStore(Tx& tx) : tx_(tx) {}
    std::optional<Instant> locked_until(const std::string& login) const;
    // One more attempt, counted before the password is looked at, so that many at once do not slip through; a lock that
    // has run out starts from one again. Answers how many there are. Drops those of a day ago.
    int count(const std::string& login, Instant at);
    void lock(const std::string& login, Instant until);
    void uncount(const std::string& login);    // it was no failure after all; a lock it brought is lifted
    void forget(const std::string& login);

private:
    Tx& tx_;
};

class SessionStore {
public:
    explicit SessionStore(Tx& tx) : tx_(tx) {}
    void add(const Session& session, const std::string& token);
    std::optional<Session> by_token(const std::string& token) const;
    // Those neither ended nor past their ends, newest first.
    std::vector<Session> live(const PersonId& person, Instant now, Instant idle_since) const;
    void touch(const SessionId& id, Instant at);
    bool end(const SessionId& id, const PersonId& person, Instant at);    // false: no such live session of his
    void forget(const PersonId& person);    // the rows themselves: peer and agent are personal
    std::int64_t end_all(const PersonId& person, const std::optional<SessionId>& but, Instant at);

private:
    Tx& tx_;
};

class GrantStore {
public:
    explicit GrantStore(Tx& tx) : tx_(tx) {}
    Result<GrantRecord> find(const GrantId& id) const;    // access.grant_unknown
    std::vector<GrantRecord> of_person(const PersonId& person) const;
    std::vector<GrantRecord> in_state(GrantState state) const;
    std::vector<GrantRecord> in_unit(const UnitId& unit, Day from) const;    // granted, in force on or after `from`
    std::vector<GrantRecord> delegated_by(const PersonId& person) const;    // newest first
    // Open accounts with a role in force in one of his units: whom he may ask to cover for him.
    std::vector<Person> colleagues(const PersonId& person, Day day) const;
    std::vector<Grant> in_force(const PersonId& person, Day day) const;
    // Other administrators of open accounts whose grant has no end, or one after `day`.
    std::int64_t administrators_besides(const std::optional<GrantId>& id, const std::optional<PersonId>& person,
                                        Day day) const;
    void add(const GrantRecord& grant, Instant at);
    void decide(const GrantId& id, GrantState state, const PersonId& by, Instant at);
    void end(const GrantId& id, Day on);

private:
    Tx& tx_;
};

struct StoredReply {
    std::string operation, body_digest;
    std::optional<int> status;
    std::string reply;
};

class RequestKeyStore {
public:
    explicit RequestKeyStore(Tx& tx) : tx_(tx) {}
    std::optional<StoredReply> find(const PersonId& person, const std::string& key) const;
    // False: somebody has it already. Forgets keys older than a day.
    bool claim(const PersonId& person, const std::string& key, std::string_view operation, const std::string& body_digest,
               Instant at);
    void keep_reply(const PersonId& person, const std::string& key, int status, const std::string& reply);

private:
    Tx& tx_;
};

}    // namespace cs::access
