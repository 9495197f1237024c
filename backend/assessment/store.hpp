#pragma once
// What the use cases of the yearly review ask of storage.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assessment/result.hpp"
#include "assessment/sheet.hpp"
#include "platform/tx.hpp"

namespace cs::assessment {

class RoundStore {
public:
    explicit RoundStore(Tx& tx) : tx_(tx) {}
    std::vector<Round> all() const;                       // newest year first
    Result<Round> find(const RoundId& id) const;          // assessment.round_unknown
    bool add(const Round& round, const std::optional<PersonId>& by);    // false: one of the same set, year and root is there
    std::vector<Extension> extensions(const RoundId& id) const;    // as recorded
    void add(const RoundId& id, const Extension& extension);

    void lock_charges(const std::string& set);    // until the transaction ends
    std::vector<Charge> charges(const std::string& set) const;    // by criterion, stage and day
    void add(const Charge& charge, Instant at, const std::optional<PersonId>& by);
    void end(const ChargeId& id, Day until);

private:
    Tx& tx_;
};

// A sheet as lists show it.
struct SheetRow {
    Sheet sheet;
    std::string unit_name;    // as it was called on the round's day
    std::optional<ResultHead> result;    // in force
    std::optional<Instant> sent_at;      // the last submission that was not withdrawn
    int items_returned = 0;
};

class SheetStore {
public:
    explicit SheetStore(Tx& tx) : tx_(tx) {}
    void lock(const SheetId& id);    // until the transaction ends: one writer a sheet
    Result<Sheet> find(const SheetId& id) const;    // assessment.sheet_unknown
    std::vector<SheetRow> of_round(const RoundId& round) const;    // by name
    std::vector<Sheet> of_unit(const UnitId& unit) const;          // newest round first
    // The sheet of the same set and unit in the latest earlier round.
    std::optional<SheetId> before(const Round& round, const UnitId& unit) const;
    void add(const std::vector<Sheet>& sheets);
    void set_state(const Sheet& sheet, SheetState to, Instant at);

    Values values(const SheetId& id) const;
    void put(const SheetId& id, Stage stage, const std::map<std::string, SavedLine>& lines);
    Items items(const SheetId& id) const;
    std::map<SheetId, Items> items_of_round(const RoundId& round) const;
    void put(const SheetId& id, const std::vector<Item>& items);

    std::vector<Submission> submissions(const SheetId& id) const;
    void add(const SheetId& id, const Submission& submission);
    void withdraw_last(const SheetId& id, Instant at);

    std::vector<AppraisedResult> results(const SheetId& id) const;    // oldest first
    void add(const SheetId& id, const AppraisedResult& result);
    void reopen_last(const SheetId& id, Instant at);

private:
    Tx& tx_;
};

class CheckPaperStore {
public:
    explicit CheckPaperStore(Tx& tx) : tx_(tx) {}
    void add(const CheckPaper& paper, Instant at, const std::optional<PersonId>& by);
    std::vector<CheckPaper> of_round(const RoundId& round) const;

private:
    Tx& tx_;
};

class ReceiptStore {
public:
    explicit ReceiptStore(Tx& tx) : tx_(tx) {}
    // The next number of the legal year, without gaps: it is taken when the transaction commits and not otherwise.
    Receipt give(const std::string& kind, const std::string& object, const std::string& content, Instant at,
                 const std::optional<PersonId>& to);
    std::optional<Receipt> find(int year, std::int64_t number) const;

private:
    Tx& tx_;
};

}    // namespace cs::assessment
