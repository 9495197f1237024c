#pragma once
// The journal: every command leaves exactly one entry from a closed catalogue. Append-only; entries of one legal day form
// a hash chain, and each day's digest chains to the day before. Personal values are chained as salted commitments: value
// and salt stand in an erasable side row, so a person can be erased and the chain still proves.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/catalogue.hpp"
#include "base/day.hpp"
#include "base/id.hpp"
#include "platform/tx.hpp"

namespace cs::audit {

// Who did it, in which role, held where. No person: the program itself (seed, migration, nightly job).
struct By {
    std::optional<PersonId> person;
    std::string role;    // word of access::Role, "" for the program
    std::optional<UnitId> unit;
    // The grant by which the role is held for somebody absent: the entry is told of it too ({"delegation", id}).
    std::optional<std::string> delegation = {};
};

struct Change {
    std::string field;    // must stand in the event's row of the catalogue, which says whether it is personal
    std::optional<std::string> from, to;
};

struct Entry {
    Event event;
    std::string object_kind;    // "unit", "reorganisation", "person", "grant", "session", "criteria_set", …
    std::string object_id;
    std::vector<Change> changes;
    std::string note;           // why, in the person's own words; the number and day of a paper
    // Other objects whose history shows this entry too: the units a reorganisation touches, the person a grant is for.
    std::vector<std::pair<std::string, std::string>> also = {};    // {kind, id}
};

// Appends under the day's lock. A field, or a kind of object, the catalogue does not know is a bug (CS_CHECK).
void record(Tx& tx, Instant at, const By& by, const Entry& entry);

struct PastEntry {
    Day day;
    std::int64_t sequence;    // within the day, from 1
    Instant at;
    By by;
    Entry entry;    // an erased personal value reads erased_mark
};

inline constexpr std::string_view erased_mark = "(đã xóa)";

// Newest first; access::history adds the names of the people. `before` is the (day, sequence) of the last entry already seen.
struct HistoryPage {
    std::vector<PastEntry> entries;
    std::optional<std::pair<Day, std::int64_t>> next;
};
HistoryPage history(Tx& tx, std::string_view object_kind, std::string_view object_id, int limit,
                    std::optional<std::pair<Day, std::int64_t>> before = std::nullopt);

struct ChainFault {
    Day day;
    std::int64_t sequence;
    // journal.altered, journal.missing (a gap in the sequence, or a lost tail), journal.order (its hash is its own, but
    // does not follow the row before: one of the two was replaced and hashed anew),
    // journal.personal_altered, journal.day_digest, journal.day_missing
    std::string code;
};
struct ChainProof {
    std::int64_t entries = 0;
    std::optional<Day> last_day;
    std::string last_hash;    // of the last entry read: noted elsewhere, it proves that nobody rewrote the whole chain
    std::optional<ChainFault> first_fault;
};
// Recomputes the chain from `from` (default: the first day) in constant memory; a later start trusts the digest of the
// day before it. Entries come from the day that is open and from closed days alike.
ChainProof verify(Tx& tx, std::optional<Day> from = std::nullopt);

// Erases the personal values of one person from the side rows; journalled itself. Returns how many values were erased.
std::int64_t erase_person(Tx& tx, Instant at, const By& by, const PersonId& person, const std::string& reason = {});

}    // namespace cs::audit
