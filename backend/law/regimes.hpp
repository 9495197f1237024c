#pragma once
// Legal regimes by date: which body of law governs a dossier, an organisation, a recognition on a day. A dossier keeps the
// regime of the day it was received.
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/result.hpp"
#include "law/clauses.hpp"
#include "law/coverage.hpp"

namespace cs::law {

struct Regime {
    std::string family;    // "award_law", "government_structure", "recognition", …
    std::string key;       // "award_law.nd98_2023"
    std::string name;      // Vietnamese
    Period period;
    std::vector<std::string> instruments;    // keys of Clauses, most important first
    std::string source;
    Confidence confidence;
    std::string note;
    int line;
};

class Regimes {
public:
    // Faults: those of tsv.hpp and check_coverage, law.key_twice, law.instrument_unknown.
    static Regimes read(std::string_view regimes_tsv, const Clauses& clauses, const std::vector<KnownGap>& gaps,
                        std::vector<Fault>& faults);

    // Refuses law.regime_family_unknown, law.regime_not_known, law.regime_not_in_force, law.regime_without_row.
    Result<Regime> on(std::string_view family, Day day) const;
    const Regime* find(std::string_view key) const;
    const std::vector<Regime>& all() const { return rows_; }    // in file order

private:
    std::vector<Regime> rows_;
    std::vector<KnownGap> gaps_;
};

}    // namespace cs::law
