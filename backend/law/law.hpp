#pragma once
// The law as this program knows it: the files of law/ compiled in, read once.
#include <string_view>

#include "law/calendar.hpp"
#include "law/clauses.hpp"
#include "law/coverage.hpp"
#include "law/glossary.hpp"
#include "law/parameters.hpp"
#include "law/regimes.hpp"

namespace cs::law {

struct LawTexts {
    std::string_view instruments, clauses, regimes, parameters, holidays, glossary, known_gaps;    // TSV
};

struct Law {
    Clauses clauses;
    Regimes regimes;
    Parameters parameters;
    Calendar calendar;
    Glossary glossary;
    std::vector<KnownGap> gaps;
};

// Refuses law.files_faulty with every fault of every file (file name and line).
Result<Law> read_law(const LawTexts& texts);
LawTexts embedded_law();    // law/*.tsv as compiled in
const Law& law();           // read once; a fault in the program's own files is a bug (CS_CHECK), which the tests exclude

}    // namespace cs::law
