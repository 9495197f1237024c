#pragma once
// A recognition dossier of a unit for one standing, and the case of withdrawing one. Each step has its paper (a number or a
// signer nobody knows is the word "unknown"; "đã gửi qua QLVB" is a way of sending), its day and the office in whose name it was
// taken. A dossier keeps the law of the day it was received; before that, of the day it was opened.
#include <optional>
#include <string>
#include <vector>

#include "assessment/conditions.hpp"
#include "assessment/confirmation_procedure.hpp"
#include "assessment/dossier_procedure.hpp"
#include "assessment/register.hpp"
#include "assessment/sheet.hpp"
#include "assessment/withdrawal_procedure.hpp"

namespace cs::assessment {

using ChargeOfRecognitionId = Id<struct ChargeOfRecognitionTag>;
using SatisfactionMarkId = Id<struct SatisfactionMarkTag>;

enum class CaseKind : unsigned char { recognition, withdrawal };

struct StepPaper {
    std::string number;
    std::optional<Day> day;    // none: nobody has shown it; of a decision only
    std::string signer;
    Via via = Via::by_hand;
};

struct Vote {
    std::int64_t present = 0, in_favour = 0, against = 0;
    std::int64_t needed = 0;    // of those present, by recognition.meeting_vote on the day of the law
};

// What the form of a step says; which of it a step asks for is a row of the table in step_form.hpp.
struct StepForm {
    Day on;                                // of the act: the day of its paper, but for a decision whose day is unknown
    StepPaper paper;
    std::optional<Day> from, until;        // first and last day of a posting
    std::optional<Vote> vote;
    std::optional<Verdict> conclusion;     // of the report on a residential area, for which no set can be evaluated
    std::string note;
    std::vector<std::string> requests;     // what is to be completed
    std::optional<Day> due_on;
};

struct ReceiptNumber {
    int year;
    std::int64_t number;
};

struct PastStep {
    int sequence;
    std::string action, to;    // words of the procedure
    StepForm said;
    UnitId holder;
    bool provisional = false;    // it rests on a number nobody has confirmed
    std::optional<ReceiptNumber> receipt = {};
    Instant at = {};
    std::optional<PersonId> by = {};
    std::string by_name = {};
};

struct CaseHead {
    DossierId id;
    UnitId unit;
    std::string area;
    Standing standing;
    std::string field;
    int year;
    std::string set;       // the criteria set it is judged on; "" of a residential area
    std::optional<RecognitionId> recognition;    // the one decided, or the one to be withdrawn
    std::string regime;    // law/regimes.tsv
    Day opened_on, last_on;
    std::optional<Day> received_on, due_on;
    int steps = 0;
    std::int64_t version = 1;
    Instant changed_at = {};

    Day law_day() const { return received_on.value_or(opened_on); }
};

struct Dossier : CaseHead {
    DossierState state;
};
struct WithdrawalCase : CaseHead {
    WithdrawalState state;
};

bool is_open(DossierState state);
bool is_open(WithdrawalState state);
// Submitted and not yet before the council: the offices may still speak.
bool takes_confirmations(DossierState state);

}    // namespace cs::assessment
