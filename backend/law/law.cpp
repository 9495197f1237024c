#include "law/law.hpp"

#include "platform/embedded.hpp"

namespace cs::law {

Result<Law> read_law(const LawTexts& texts) {
    std::vector<Fault> faults;
    Law law;
    law.gaps = read_gaps(texts.known_gaps, faults);
    law.clauses = Clauses::read(texts.instruments, texts.clauses, faults);
    law.regimes = Regimes::read(texts.regimes, law.clauses, law.gaps, faults);
    law.parameters = Parameters::read(texts.parameters, law.gaps, faults);
    law.calendar = Calendar::read(texts.holidays, law.gaps, faults);
    law.glossary = Glossary::read(texts.glossary, faults);
    if (!faults.empty()) return refuse("law.files_faulty", std::move(faults));
    return law;
}

LawTexts embedded_law() {
    const auto file = [](std::string_view path) {
        const std::optional<std::string_view> bytes = embedded_file(path);
        CS_CHECK(bytes.has_value());
        return *bytes;
    };
    return {file("law/instruments.tsv"), file("law/clauses.tsv"),  file("law/regimes.tsv"),   file("law/parameters.tsv"),
            file("law/holidays.tsv"),    file("law/glossary.tsv"), file("law/known_gaps.tsv")};
}

const Law& law() {
    static const Law read_once = [] {
        Result<Law> law = read_law(embedded_law());
        CS_CHECK(law.has_value());
        return *std::move(law);
    }();
    return read_once;
}

}    // namespace cs::law
