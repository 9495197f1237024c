#pragma once
// Agreements in storage.
#include <vector>

#include "platform/tx.hpp"
#include "scoring/agreement.hpp"

namespace cs::scoring {

class AgreementStore {
public:
    explicit AgreementStore(Tx& tx) : tx_(tx) {}

    std::vector<ScoringHolder> holders() const;    // by day
    void add(const ScoringHolder& holder, Instant at, const std::optional<PersonId>& by);

    std::vector<Agreement> all() const;    // newest year first; heads only: no tables, indicators, members
    void lock(const AgreementId& id);      // until the transaction ends
    Result<Agreement> find(const AgreementId& id) const;    // agreement.unknown

    void add(const Agreement& agreement, Instant at, const std::optional<PersonId>& by);    // with all of its parts
    // Head and, of a draft, all parts anew. False: it has changed since it was read.
    bool save(const Agreement& agreement, Instant at);
    bool save_draft(const Agreement& agreement, Instant at, const std::optional<PersonId>& by);
    void bind(const AgreementId& id, const BoundTable& table, const std::optional<PersonId>& by);
    void join(const AgreementId& id, const AgreementMember& member);
    void leave(const AgreementId& id, const UnitId& unit, Day until, const PaperRef& paper);
    void enter(const AgreementId& id, const UnitId& unit, const Registration& registration, const std::vector<AgreementTarget>& targets);
    void sign(const AgreementId& id, const UnitId& unit, const AgreementSignature& signature);

private:
    void add_parts(const Agreement& agreement, const std::optional<PersonId>& by);
    Tx& tx_;
};

}    // namespace cs::scoring
