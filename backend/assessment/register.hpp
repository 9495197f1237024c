#pragma once
// The register of recognitions. A standing is what a decision gave, from the day it counts until it is withdrawn; a score
// or an appraised result gives none (practice.md, job 2). Rows are added, never changed.
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/actor.hpp"
#include "base/day.hpp"
#include "base/id.hpp"
#include "base/words.hpp"
#include "law/confidence.hpp"
#include "platform/tx.hpp"

namespace cs::assessment {

using RecognitionId = Id<struct RecognitionTag>;
using DossierId = Id<struct DossierTag>;

// From low to high for the same unit; `task_completed` is of towns and cities (thị xã, thành phố hoàn thành nhiệm vụ), which
// have no other; `model_area` is of a residential area inside a commune.
enum class Standing : unsigned char { standard, advanced, model, task_completed, model_area };

// A number or a signer nobody knows is the word "unknown"; a day nobody knows is none.
struct DecisionPaper {
    std::string number;
    std::optional<Day> day;
    std::string signer;
};

struct Withdrawal {
    DecisionPaper paper;    // its day is known
    Day ends_on;            // the first day on which the recognition no longer counts
    std::string ground;
};

struct Recognition {
    RecognitionId id;
    UnitId unit;
    std::string area;     // of a model residential area
    Standing standing;
    std::string field;    // in which a model stands out; "" when none is named
    int year;             // for which it was recognised
    DecisionPaper decision;
    Day counts_from;
    std::string clause;
    std::string source;
    law::Confidence confidence;
    std::optional<DossierId> dossier = {};    // none: entered from the paper itself
    std::optional<Withdrawal> withdrawal = {};

    bool counts_on(Day day) const { return counts_from <= day && (!withdrawal || day < withdrawal->ends_on); }
};

class RegisterStore {
public:
    explicit RegisterStore(Tx& tx) : tx_(tx) {}
    std::vector<Recognition> all() const;    // oldest first
    std::vector<Recognition> of_unit(const UnitId& unit) const;
    std::optional<Recognition> find(const RecognitionId& id) const;
    bool add(const Recognition& recognition, Instant at, const std::optional<PersonId>& by);    // false: it stands already
    void withdraw(const RecognitionId& id, const Withdrawal& withdrawal, const std::optional<DossierId>& dossier, Instant at,
                  const std::optional<PersonId>& by);

private:
    Tx& tx_;
};

// The highest standing of each unit on a day; residential areas are not looked at. Units without one are not in it.
std::map<UnitId, Recognition> standings_on(const std::vector<Recognition>& all, Day day);

// Enters a recognition from its paper (years before the program, other provinces). Refuses assessment.recognition_faulty
// with assessment.number_missing, assessment.signer_missing, assessment.decided_in_future, assessment.counts_before_decision,
// assessment.standing_not_of_kind (a commune has no task_completed, an area is named for model_area only);
// assessment.recognition_stands {year}: the same standing of the same unit and year is there.
Result<Recognition> enter_recognition(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                                      Recognition recognition);
// The same by the program: a seeded world, or the last step of a dossier, which journals itself as that step.
Result<Recognition> add_recognition(Tx& tx, Instant now, const audit::By& by, Recognition recognition);

}    // namespace cs::assessment
