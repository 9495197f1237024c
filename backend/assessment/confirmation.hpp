#pragma once
// What finance, police, the Front and the departments say of a dossier, and which office speaks for which territory.
#include "assessment/dossier.hpp"

namespace cs::assessment {

struct Confirmation {
    int sequence = 0;
    ConfirmationKind kind;
    UnitId holder;
    bool held = false;
    std::optional<Verdict> verdict;    // met or not met; none: held, or a survey, which is counted
    Day on;
    StepPaper paper;
    std::optional<SurveyCounts> counts = {};
    std::vector<DebtWork> works = {};
    std::vector<SurveyContent> contents = {};
    std::string note = {};
    Instant at = {};
    std::optional<PersonId> by = {};
    std::string by_name = {};
};

// An office named by a paper for debt, security or the survey under a territory.
struct RecognitionCharge {
    ChargeOfRecognitionId id;
    ConfirmationKind kind;    // not opinion: departments are in charge of criteria
    UnitId root, holder;
    Period period;
    std::string paper;
};

// The pass mark of satisfaction a province entered from its own paper.
struct SatisfactionMark {
    SatisfactionMarkId id;
    UnitId root;
    Standing standing;
    Decimal overall;
    std::optional<Decimal> each_content;
    Day from;
    StepPaper paper;
};

// One office and where its word stands: none has been given yet, or the last one.
struct Voice {
    ConfirmationKind kind;
    UnitId holder;
    std::optional<Confirmation> said;
    ConfirmationState state() const;
};

}    // namespace cs::assessment
