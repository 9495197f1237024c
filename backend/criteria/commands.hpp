#pragma once
// Loading sets and confirming thresholds. Each command writes one entry into the journal, or nothing when refused.
#include <optional>
#include <string>
#include <vector>

#include "access/actor.hpp"
#include "criteria/store.hpp"
#include "criteria/version_diff.hpp"

namespace cs::criteria {

// ---- Reading

// Refuses criteria.set_unknown, criteria.version_unknown. Without a number: the version in force, which is the last.
Result<Standing> standing(Tx& tx, const std::string& set, std::optional<std::int64_t> number = std::nullopt);
// The sets its formulas name, each at its version in force; one that is not loaded is left out.
std::map<std::string, Standing> others_of(Tx& tx, const Standing& own);

// ---- Loading a set, or a new version of one

struct Loading {
    Version version;
    std::vector<DiffLine> changes;                  // against the version before; empty for the first
    std::vector<ConfirmationRecord> carried;        // confirmations of indicators that say the same as before
};
// What loading would do, for a dry run. Refuses criteria.set_refused with every fault (an index is no set) and
// criteria.same_version when these very bytes are in force.
Result<Loading> plan_loading(Tx& tx, const std::string& yaml);
Result<Loading> load_set(Tx& tx, Instant now, const access::Actor& actor, const std::string& yaml, const std::string& note);
// The same by the operator of the machine, from the command line: no role is asked, the journal names no person.
Result<Loading> load_set(Tx& tx, Instant now, const audit::By& by, const std::string& yaml, const std::string& note);
// The files compiled into the program, by the program itself: sets the database does not know, and newer versions of
// those that only the program has loaded. Answers how many were loaded.
Result<int> load_shipped(Tx& tx, Instant now);

// ---- Confirming thresholds against the legal text

struct ConfirmThreshold {
    std::string indicator;
    std::optional<std::string> region;
    std::optional<int> year;
    std::optional<std::string> threshold;    // none: as printed in the file
    Paper paper;
    std::optional<std::string> article;
    std::string note;
};
// Refuses criteria.set_unknown, criteria.not_a_set, and criteria.confirmation_refused with the faults of its fields:
// criteria.indicator_unknown, criteria.nothing_printed, criteria.region_unknown, criteria.region_needed,
// criteria.year_needed, criteria.region_not_asked, criteria.year_not_asked, criteria.threshold_kind,
// criteria.threshold_percent, criteria.word_not_in_scale, criteria.threshold_false, criteria.paper_missing,
// criteria.paper_in_future.
Result<ConfirmationRecord> confirm_threshold(Tx& tx, Instant now, const access::Actor& actor, const std::string& set,
                                             const ConfirmThreshold& request);

struct ConfirmByPaper {
    std::vector<std::string> indicators;    // or the one word "*": everything that has a printed threshold
    Paper paper;
    std::string issuer, note;
};
struct ConfirmedByPaper {
    PaperId paper;
    std::vector<std::string> confirmed;
    std::vector<std::string> open;    // of "*": what has no printed threshold to confirm
};
Result<ConfirmedByPaper> confirm_by_paper(Tx& tx, Instant now, const access::Actor& actor, const std::string& set,
                                          const ConfirmByPaper& request);
// The same by the program, for the demonstration world.
Result<ConfirmedByPaper> confirm_by_paper(Tx& tx, Instant now, const audit::By& by, const std::string& set,
                                          const ConfirmByPaper& request);

}    // namespace cs::criteria
