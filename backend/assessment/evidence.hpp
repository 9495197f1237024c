#pragma once
// Evidence: a file of a unit, uploaded once and cited by the values of many sheets and years. The file itself stands in the
// blob store (platform/blobs.hpp) under the digest of its bytes.
#include <optional>
#include <string>
#include <vector>

#include "assessment/sheet.hpp"
#include "platform/blobs.hpp"
#include "platform/tx.hpp"

namespace cs::assessment {

using EvidenceId = Id<struct EvidenceTag>;

enum class PurgeGround : unsigned char { state_secret, personal_data, wrong_file };

// What is left of a purged file: who, when, why.
struct Purge {
    Instant at;
    std::string by_name;
    PurgeGround ground;
    std::string reason;
};

struct Evidence {
    EvidenceId id;
    UnitId unit;                       // its owner when it was uploaded; a successor takes over its store
    std::string title, file_name;      // empty once purged
    std::string media_type;
    std::int64_t size;
    std::string digest;
    std::optional<int> pages;          // of what was bound from photographs
    std::optional<Day> expires_on;     // the last day on which the paper is valid
    Instant declared_at;               // "không chứa bí mật nhà nước"
    Instant uploaded_at;
    std::optional<PersonId> uploaded_by;
    std::string uploaded_by_name = {};
    std::optional<EvidenceId> replaced_by = {};
    std::optional<Purge> purge = {};
    std::int64_t uses = 0;             // values that lean on it now

    bool usable() const { return !replaced_by && !purge; }
};

struct Citation {
    EvidenceId evidence;
    SheetId sheet;
    std::string indicator;
};

// A citation as a sheet shows it: also one whose evidence was replaced or purged since.
struct CitedEvidence {
    std::string indicator;
    Evidence evidence;
    Instant cited_at;
    std::string cited_by_name;
};

// A citation as the evidence shows it.
struct Use {
    SheetId sheet;
    std::string indicator;
    UnitId unit;    // of the sheet
    int year;
};

// ---- Reading. Evidence is seen by the people of its unit and by checkers whose scope covers it, after a merger by those of
// the successor; and by whoever sees a sheet that leans on it, as an office in charge of a criterion does. What one may not
// see is refused like what is not there: evidence.unknown.

Result<Evidence> visible(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree, const EvidenceId& id);

struct EvidenceFilter {
    UnitId unit;                 // with the units that merged into it
    std::string words;           // without diacritics, in title and file name
    bool usable_only = false;    // neither replaced nor purged
};
struct EvidencePage {
    std::vector<Evidence> items;    // newest first
    std::int64_t total = 0;
    std::optional<EvidenceId> next;
};
// Refuses org.unit_not_on_day, access.not_your_unit.
Result<EvidencePage> evidence_of(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree,
                                 const EvidenceFilter& filter, const std::optional<EvidenceId>& after, int limit);

std::vector<Use> uses_of(Tx& tx, const EvidenceId& id);                   // newest year first
std::vector<CitedEvidence> citations(Tx& tx, const SheetId& sheet);    // by indicator, in the order cited; asks nobody's right
// The same for a person. Refuses assessment.sheet_unknown.
Result<std::vector<CitedEvidence>> citations(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree,
                                             const SheetId& sheet);

// ---- Citing. Each writes one entry into the journal, in the history of the evidence and of the sheet.

// May he cite for that indicator, or take back? Draws the buttons; refuses what cite refuses of the sheet.
Done may_cite(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& sheet,
              const std::string& indicator);
// Only the unit of the sheet, and only while it may change that indicator. On a returned one this is an answer. Refuses
// evidence.unknown, assessment.sheet_unknown, access.not_your_unit, evidence.indicator_unknown, assessment.cells_locked,
// sheet.need.window_open, evidence.replaced, evidence.purged, evidence.cited_already.
Done cite(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const Citation& what);
// Refuses evidence.unknown, what cite refuses of the sheet, evidence.not_cited.
Done uncite(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const Citation& what);

// ---- Replacing and purging

// The newer one of the same unit is offered from now on; the old stays readable and cited where it was, because somebody
// may have checked a value against it. Answers every value that leans on the old one. Refuses evidence.unknown,
// evidence.replaced, evidence.purged, evidence.replaced_by_itself, evidence.of_another_unit.
Result<std::vector<Use>> replace(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                                 const EvidenceId& old, const EvidenceId& newer);

struct Purged {
    Evidence tombstone;
    std::vector<Use> leaned;       // values that leaned on it
    std::int64_t kept_for = 0;     // other evidence with the same bytes: then the file itself stays
};
// Takes a wrong upload out of the store for ever; its names go too, its row stays. The head of a unit may do so while no sheet
// leans on it, the province always. Refuses evidence.unknown, evidence.purged, evidence.purge_cited, access.reason_missing.
Result<Purged> purge(Database& db, BlobStore& kept, Instant now, const access::Actor& actor,
                     const std::function<std::unique_ptr<access::Tree>(Tx&)>& tree, const EvidenceId& id, PurgeGround ground,
                     const std::string& reason);
// The files of purged evidence that a crash left in the store. For the start of the server.
std::int64_t remove_purged(Database& db, BlobStore& kept);
// The first evidence whose file is not in the store, or not as long as it was; none: all are there.
std::optional<EvidenceId> first_lost(Tx& tx, const BlobStore& kept);

}    // namespace cs::assessment
