#pragma once
// The forms of recognition as they travel. A number or a signer nobody knows is the word "unknown".
#include "assessment/recognition_wire_http.hpp"

namespace cs::assessment::wire {

struct NewDossier {
    UnitId unit_id;
    Standing standing;
    std::optional<std::string> area, field;
    int year;
    Day on;
};
BOOST_DESCRIBE_STRUCT(NewDossier, (), (unit_id, standing, area, field, year, on))

struct PaperStep {
    std::string number;
    Day day;
    std::string signer;
    Via via;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(PaperStep, (), (number, day, signer, via, note))

struct PostingStep : PaperStep {
    Day from, until;
};
BOOST_DESCRIBE_STRUCT(PostingStep, (PaperStep), (from, until))

struct MeetingStep : PaperStep {
    int present, in_favour, against;
};
BOOST_DESCRIBE_STRUCT(MeetingStep, (PaperStep), (present, in_favour, against))

struct AppraisalStep : PaperStep {
    std::optional<bool> met;    // of a residential area: what the report concludes
};
BOOST_DESCRIBE_STRUCT(AppraisalStep, (PaperStep), (met))

struct ReturnStep : PaperStep {
    std::vector<std::string> requests;
    Day due_on;
};
BOOST_DESCRIBE_STRUCT(ReturnStep, (PaperStep), (requests, due_on))

struct DecisionStep {
    std::string number;
    std::optional<Day> day;    // none: nobody has shown it
    std::string signer;
    Via via;
    Day counts_from;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DecisionStep, (), (number, day, signer, via, counts_from, note))

// ---- Confirmations

struct DebtConfirmation : PaperStep {
    std::vector<DebtWorkItem> works;    // none: no debt
};
BOOST_DESCRIBE_STRUCT(DebtConfirmation, (PaperStep), (works))

struct VerdictConfirmation : PaperStep {
    bool met;
};
BOOST_DESCRIBE_STRUCT(VerdictConfirmation, (PaperStep), (met))

struct SurveyResult : PaperStep {
    int households, asked, answered, satisfied;
    std::vector<SurveyContentItem> contents;
};
BOOST_DESCRIBE_STRUCT(SurveyResult, (PaperStep), (households, asked, answered, satisfied, contents))

struct ConfirmationHold {
    ConfirmationKind kind;
    std::string number;
    Day day;
    std::string signer;
    Via via;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ConfirmationHold, (), (kind, number, day, signer, via, note))

struct NewRecognitionCharge {
    ConfirmationKind kind;
    UnitId root_id, holder_id;
    Day from;
    std::optional<Day> until;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(NewRecognitionCharge, (), (kind, root_id, holder_id, from, until, paper))

struct EndOfCharge {
    Day until;
};
BOOST_DESCRIBE_STRUCT(EndOfCharge, (), (until))

struct NewSatisfactionMark {
    UnitId root_id;
    Standing standing;
    Decimal overall;
    std::optional<Decimal> each_content;
    Day from;
    std::string number;
    Day day;
    std::string signer;
};
BOOST_DESCRIBE_STRUCT(NewSatisfactionMark, (), (root_id, standing, overall, each_content, from, number, day, signer))

}    // namespace cs::assessment::wire
