#pragma once
// A criteria set as it was loaded, with what officers confirmed of it.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/id.hpp"
#include "criteria/plan.hpp"

namespace cs::criteria {

using PaperId = Id<struct PaperTag>;

struct Version {
    std::string set;
    std::int64_t number = 1;
    Document kind = Document::set;
    std::string title;
    std::string yaml;      // empty in lists
    std::string digest;    // of the YAML
    bool by_program = false;    // a file shipped with the program
    std::string note = {};
    Instant loaded_at = {};
    std::optional<PersonId> loaded_by = {};
    std::string loaded_by_name = {};    // "" for the program and the operator
};

// Where the legal text stands. A number or a signer nobody knows is the word "unknown".
struct Paper {
    std::string instrument, number;
    Day day;
    std::string signer;
};

struct ConfirmationRecord {
    Confirmation what;
    Paper paper;
    std::optional<std::string> article;
    std::string note;
    std::optional<PaperId> by_paper = {};
    bool carried = false;    // from the version before, whose indicator says the same
    Instant at;
    std::optional<PersonId> by = {};
    std::string by_name = {};
};

// A version parsed, ready to be compiled: what a verdict stands on.
struct Standing {
    Version version;
    std::shared_ptr<const CriteriaSet> set;
    std::vector<ConfirmationRecord> confirmations;    // oldest first

    Ground ground() const;
    // The last confirmation of exactly this indicator, whatever region or year it is for.
    const ConfirmationRecord* last_of(const std::string& indicator) const;
};

// Parsed once for each digest; what stands in the database was accepted by read_set.
std::shared_ptr<const CriteriaSet> parsed(const Version& version);

// How sure a set is: each indicator counts once.
struct Counts {
    int indicators = 0, verified = 0, confirmed = 0, unconfirmed = 0, unknown = 0;
};
Counts counts(const Standing& standing);

}    // namespace cs::criteria
