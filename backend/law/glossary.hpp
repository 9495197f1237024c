#pragma once
// One word for one thing: the officials' Vietnamese term, the word used in code, and its English gloss.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cs::law {

struct Term {
    std::string vietnamese;
    std::string code;       // "appraised_result"
    std::string english;
    std::string note;       // may be empty
};

class Glossary {
public:
    // Faults: those of tsv.hpp, law.key_twice (a code word), law.term_twice (a Vietnamese term, whatever its case).
    static Glossary read(std::string_view glossary_tsv, std::vector<Fault>& faults);

    const Term* of_code(std::string_view code) const;
    const Term* of_vietnamese(std::string_view term) const;    // NFC and case-folded
    const std::vector<Term>& all() const { return terms_; }    // in file order

private:
    std::vector<Term> terms_;
};

}    // namespace cs::law
