#pragma once
// An emulation agreement of a year, its indicators, members and what each of them registered and signed.
#include <optional>
#include <string>
#include <vector>

#include "org/cluster.hpp"
#include "scoring/agreement_procedure.hpp"
#include "scoring/table_version.hpp"

namespace cs::scoring {

using AgreementId = Id<struct AgreementTag>;
using ScoringHolderId = Id<struct ScoringHolderTag>;

struct PaperRef {
    std::string number;
    std::optional<Day> day;
};

// The unit that a paper of the province names as holder of agreements and scoring among the units under `root`.
struct ScoringHolder {
    ScoringHolderId id;
    UnitId root, holder;
    Period period;
    PaperRef paper;
    std::string issuer;
};

struct AgreementIndicator {
    int line;    // from 1
    std::string title, unit;
    bool is_low_better = false;
    std::optional<Source> source = {};    // an indicator of a criteria set: its appraised values are the trend
};

struct AgreementTarget {
    int line;
    Decimal value;
    std::optional<Decimal> baseline = {};
    std::string baseline_source = {};    // where the baseline stands: “kết quả thẩm định 2024”
};

// The registration with the province.
struct Registration {
    PaperRef paper;
    Instant at = {};
    std::optional<PersonId> by = {};
    std::string by_name = {};
};

struct AgreementSignature {
    std::string name, position;
    bool is_by_paper = false;    // signed at the ceremony; the holder recorded it
    PaperRef paper = {};
    Instant at = {};
    std::optional<PersonId> by = {};
    std::string by_name = {};
};

struct AgreementMember {
    UnitId unit;
    Period period;
    PaperRef joined = {}, left = {};
    std::optional<Registration> registration = {};
    std::vector<AgreementTarget> targets = {};    // by line
    std::optional<AgreementSignature> signature = {};

    bool has_all(std::size_t indicators) const { return registration && targets.size() == indicators; }
};

struct BoundTable {
    TableVersionId version;
    Day applies_from;
    Instant at = {};
};

struct Agreement {
    AgreementId id;
    std::string title;
    int year = 0;
    UnitId holder;
    std::optional<org::ClusterId> cluster;
    AgreementState state = AgreementState::absent;
    PaperRef paper = {};    // of the ceremony
    Day opened_on;
    std::int64_t version = 1;
    std::vector<BoundTable> tables = {};    // by the day they apply from, then as bound
    std::vector<AgreementIndicator> indicators = {};
    std::vector<AgreementMember> members = {};    // by name

    // The table that applies on the day; before the first one applies, that one.
    const TableVersionId& table_on(Day day) const;
    const AgreementMember* member(const UnitId& unit) const;
};

}    // namespace cs::scoring
