#include "law/glossary.hpp"

#include "base/text.hpp"
#include "law/tsv.hpp"

namespace cs::law {

Glossary Glossary::read(std::string_view glossary_tsv, std::vector<Fault>& faults) {
    Glossary glossary;
    read_tsv("law/glossary.tsv", glossary_tsv, {"vietnamese", "code", "english", "note"}, faults, [&](Row& row) {
        Term term{row.text("vietnamese"), row.key("code"), row.text("english"), row.cell("note")};
        if (glossary.of_code(term.code) != nullptr) row.fault("law.key_twice", {{"key", term.code}});
        if (glossary.of_vietnamese(term.vietnamese) != nullptr) row.fault("law.term_twice", {{"term", term.vietnamese}});
        glossary.terms_.push_back(std::move(term));
    });
    return glossary;
}

const Term* Glossary::of_code(std::string_view code) const {
    for (const Term& term : terms_)
        if (term.code == code) return &term;
    return nullptr;
}

const Term* Glossary::of_vietnamese(std::string_view vietnamese) const {
    const std::string wanted = fold_case(vietnamese);
    for (const Term& term : terms_)
        if (fold_case(term.vietnamese) == wanted) return &term;
    return nullptr;
}

}    // namespace cs::law
