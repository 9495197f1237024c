#pragma once
// What travels about evidence; the names are the schemas of the API.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "assessment/upload.hpp"
#include "platform/json/json.hpp"

namespace cs::assessment {

BOOST_DESCRIBE_ENUM(PurgeGround, state_secret, personal_data, wrong_file)

namespace wire {

struct EvidencePurge {
    Instant at;
    std::string by;
    PurgeGround ground;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EvidencePurge, (), (at, by, ground, reason))

struct EvidenceRow {
    EvidenceId id;
    UnitId unit_id;
    std::string title, file_name, media_type;    // the names are empty once it is purged
    std::int64_t size;
    std::optional<int> pages;
    std::optional<Day> expires_on;    // the last day on which it is valid
    bool expired;
    Instant uploaded_at;
    std::string uploaded_by;
    std::optional<EvidenceId> replaced_by;
    std::optional<EvidencePurge> purge;
    std::int64_t uses;      // values that lean on it
    bool shown;             // the browser shows it; the rest is downloaded
    std::string address;    // where the file itself is
};
BOOST_DESCRIBE_STRUCT(EvidenceRow, (),
                      (id, unit_id, title, file_name, media_type, size, pages, expires_on, expired, uploaded_at, uploaded_by,
                       replaced_by, purge, uses, shown, address))

struct EvidenceList {
    std::vector<EvidenceRow> items;
    std::int64_t total;
    std::optional<EvidenceId> next;
    std::int64_t limit;                  // bytes a file may have
    std::vector<std::string> endings;    // of files that are taken
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(EvidenceList, (), (items, total, next, limit, endings, actions))

struct EvidenceUse {
    SheetId sheet_id;
    std::string indicator;
    UnitId unit_id;
    std::string unit_name;
    int year;
};
BOOST_DESCRIBE_STRUCT(EvidenceUse, (), (sheet_id, indicator, unit_id, unit_name, year))

struct EvidenceWhole : EvidenceRow {
    std::vector<EvidenceUse> used_in;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(EvidenceWhole, (EvidenceRow), (used_in, actions))

struct CitedEvidence {
    std::string indicator;
    EvidenceRow evidence;
    Instant cited_at;
    std::string cited_by;
};
BOOST_DESCRIBE_STRUCT(CitedEvidence, (), (indicator, evidence, cited_at, cited_by))

struct CitedEvidenceList {
    std::vector<CitedEvidence> items;
    std::vector<access::Action> actions;    // when one indicator was asked for
};
BOOST_DESCRIBE_STRUCT(CitedEvidenceList, (), (items, actions))

struct NewCitation {
    SheetId sheet_id;
    std::string indicator;
};
BOOST_DESCRIBE_STRUCT(NewCitation, (), (sheet_id, indicator))

struct PageSource {
    std::optional<UploadId> upload;
    std::optional<EvidenceId> evidence;
};
BOOST_DESCRIBE_STRUCT(PageSource, (), (upload, evidence))

struct NewBoundPages {
    UnitId unit_id;
    std::string title;
    std::optional<Day> expires_on;
    std::vector<PageSource> pages;    // in their order
};
BOOST_DESCRIBE_STRUCT(NewBoundPages, (), (unit_id, title, expires_on, pages))

struct NewReplacement {
    EvidenceId by;
};
BOOST_DESCRIBE_STRUCT(NewReplacement, (), (by))

struct ReplacedEvidence {
    std::vector<EvidenceUse> leaned;    // values that leaned on the old one, and still name it
};
BOOST_DESCRIBE_STRUCT(ReplacedEvidence, (), (leaned))

struct NewPurge {
    PurgeGround ground;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(NewPurge, (), (ground, reason))

struct PurgedEvidence {
    EvidenceRow tombstone;
    std::vector<EvidenceUse> leaned;
    std::int64_t kept_for;    // other evidence with the same bytes: then the file itself stays
};
BOOST_DESCRIBE_STRUCT(PurgedEvidence, (), (tombstone, leaned, kept_for))

EvidenceRow shown(const Evidence& evidence, Day today);
std::vector<EvidenceUse> shown(const std::vector<Use>& uses, const access::Tree& tree, Day today);

}    // namespace wire
}    // namespace cs::assessment

template <>
inline const cs::json::Rules<cs::assessment::wire::NewCitation> cs::json::rules<cs::assessment::wire::NewCitation> = {
    {"indicator", {.min_length = 1, .max_length = 40}}};
template <>
inline const cs::json::Rules<cs::assessment::wire::NewPurge> cs::json::rules<cs::assessment::wire::NewPurge> = {
    {"reason", {.max_length = 1000}}};
