#pragma once
// The review of one unit in one round: what each stage says of each line, side by side for ever, and where the check of
// each indicator stands.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/item_procedure.hpp"
#include "assessment/round.hpp"
#include "assessment/sheet_procedure.hpp"

namespace cs::assessment {

using SheetId = Id<struct SheetTag>;
using CheckPaperId = Id<struct CheckPaperTag>;

struct Sheet {
    SheetId id;
    RoundId round;
    UnitId unit;
    std::string region;
    SheetState state = SheetState::draft;
    std::int64_t version = 1;
    Instant changed_at = {};
};

// A row of the values file (contracts.md, evaluate): an indicator, a sub-condition "14.1#1" or a fact "@so_truong".
struct Line {
    std::string value, male, female;    // as typed, NFC and trimmed; "" is missing
    std::optional<bool> applicable;     // false only where the set says "if present"
    std::string note;                   // the unit's explanation, the checker's reason
    bool operator==(const Line&) const = default;
    bool has_value() const { return !value.empty() || !male.empty() || !female.empty() || applicable == false; }
};
std::string one_text(const Line& line);    // "98", "nam 98, nữ 97", "không áp dụng", "": for the journal and messages

struct SavedLine {
    Line line;
    bool prefilled = false;    // last year's value, not yet confirmed
    std::int64_t version = 0;
    Instant at = {};
    std::optional<PersonId> by = {};
};
using StageLines = std::map<std::string, SavedLine>;    // by line
using Values = std::map<Stage, StageLines>;

struct Item {
    std::string indicator, criterion;
    Stage stage;
    ItemState state = ItemState::open;
    int returns = 0;
    std::optional<Day> due_on = {};    // of a returned one
    std::string reason = {};
    bool answered = false;        // the unit has changed a line of it since it was returned
    std::optional<CheckPaperId> paper = {};
    Instant at = {};
    std::optional<PersonId> by = {};
};
using Items = std::map<std::pair<Stage, std::string>, Item>;    // no entry: open, nobody has looked at it

enum class Via : unsigned char { signed_copy, document_system, by_hand };

// The paper a sheet was sent with: number and day of the report, who signed, and how it travelled.
struct SentPaper {
    std::string number;
    std::optional<Day> day;
    std::string signer;
    Via via = Via::by_hand;
    std::optional<std::string> signed_copy;    // id of the evidence that holds the scan
};

struct Receipt {
    int year = 0;
    std::int64_t number = 0;
    std::string kind, object, content, digest;
    Instant at = {};
    std::optional<PersonId> given_to;
    std::string code() const;    // "CS-2025-000123"
};

struct Submission {
    int sequence;
    Receipt receipt;
    SentPaper paper;
    std::optional<Instant> withdrawn_at;
};

// The checking stage a sheet is in, or returns to: none for a draft, what is sent but not begun, checked and appraised.
std::optional<Stage> checking_stage(SheetState state);
bool is_returned(SheetState state);

}    // namespace cs::assessment
