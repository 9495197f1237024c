#pragma once
// What the use cases of the council ask of storage.
#include "council/council.hpp"

namespace cs::council {

class CouncilStore {
public:
    explicit CouncilStore(Tx& tx) : tx_(tx) {}
    std::vector<Council> all() const;                          // by name
    Result<Council> find(const CouncilId& id) const;           // council.unknown
    void add(const Council& council, Instant at, const std::optional<PersonId>& by);    // without members
    void seat(const CouncilId& id, const Member& member, Instant at, const std::optional<PersonId>& by);
    bool unseat(const MemberId& id, Day until);                // false: not seated then

private:
    Tx& tx_;
};

class SessionStore {
public:
    explicit SessionStore(Tx& tx) : tx_(tx) {}
    void lock(const SessionId& id);
    std::vector<Session> all() const;                          // newest first
    Result<Session> find(const SessionId& id) const;           // council.session_unknown
    // The session that has this matter on its agenda and is not yet over.
    std::optional<SessionId> of_matter(const assessment::DossierId& dossier) const;

    void add(const Session& session, Instant at);
    // The head: state, minutes, members, quorum. False: it has changed since it was read.
    bool save(const Session& session, Instant at);
    void attend(const SessionId& id, const std::vector<MemberId>& present);
    void count(const SessionId& id, const Matter& matter, const Counting& counting, const std::optional<PersonId>& by);
    void end(const SessionId& id, const Matter& matter);

private:
    Tx& tx_;
};

}    // namespace cs::council
