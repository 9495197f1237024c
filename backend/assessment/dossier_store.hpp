#pragma once
// What the use cases of recognition ask of storage.
#include "assessment/confirmation.hpp"
#include "platform/tx.hpp"

namespace cs::assessment {

class DossierStore {
public:
    explicit DossierStore(Tx& tx) : tx_(tx) {}
    void lock(const UnitId& unit);    // until the transaction ends: one writer for the dossiers of a unit
    std::vector<Dossier> recognitions() const;         // newest first
    std::vector<WithdrawalCase> withdrawals() const;
    Result<Dossier> find(const DossierId& id) const;                  // dossier.unknown
    Result<WithdrawalCase> find_withdrawal(const DossierId& id) const;
    std::optional<Dossier> open_of(const UnitId& unit, Standing standing, const std::string& area) const;
    std::vector<PastStep> steps(const DossierId& id) const;           // oldest first

    void add(const Dossier& dossier, const std::optional<PersonId>& by);
    void add(const WithdrawalCase& dossier, const std::optional<PersonId>& by);
    // Writes the head as it is after the step, and the step. False: the version is no longer the one the head was read with.
    bool step(const Dossier& after, const PastStep& step);
    bool step(const WithdrawalCase& after, const PastStep& step);

private:
    bool write(const CaseHead& after, std::string_view state, const PastStep& step);
    Tx& tx_;
};

class ConfirmationStore {
public:
    explicit ConfirmationStore(Tx& tx) : tx_(tx) {}
    std::vector<Confirmation> of_dossier(const DossierId& id) const;    // oldest first
    void add(const DossierId& id, const Confirmation& confirmation);

    std::vector<RecognitionCharge> charges() const;    // by kind and day
    bool add(const RecognitionCharge& charge, Instant at, const std::optional<PersonId>& by);    // false: it stands already
    bool end(const ChargeOfRecognitionId& id, Day until);    // false: unknown, or ended before

    std::vector<SatisfactionMark> marks(const UnitId& root, Instant as_of) const;    // known then; oldest first
    bool add(const SatisfactionMark& mark, Instant at, const std::optional<PersonId>& by);    // false: it stands already

private:
    Tx& tx_;
};

// The latest appraised result of a unit under a set, as it was in force at a moment: what the criteria condition and the risk of
// withdrawal rest on.
struct LatestResult {
    int year;
    Verdict verdict;
    int met, of;
    bool provisional;
    std::string paper_number;
    std::vector<std::pair<std::string, Verdict>> criteria;    // by number, as stored
};
std::optional<LatestResult> latest_result(Tx& tx, const UnitId& unit, const std::string& set, Instant as_of);

}    // namespace cs::assessment
