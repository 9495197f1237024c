#include "law/print.hpp"

namespace cs::law {
namespace {

constexpr std::string_view printed = "Printed by the program from `law/`; do not edit (`tools/print_docs --write`).\n\n";

std::string cell(std::string_view text) {
    std::string out;
    for (char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

std::string row(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::string& text : cells) out += " " + cell(text) + " |";
    return out + "\n";
}

std::string head(const std::vector<std::string>& titles) {
    std::string rule = "|";
    for (std::size_t i = 0; i < titles.size(); ++i) rule += "---|";
    return row(titles) + rule + "\n";
}

std::string day(const std::optional<Day>& day) { return day ? to_vietnamese(*day) : "–"; }
// People read the last day in force, files keep the first day without force.
std::string last_day(const std::optional<Day>& until) { return until ? to_vietnamese(plus_days(*until, -1)) : "–"; }
std::string code(std::string_view key) { return "`" + std::string(key) + "`"; }
std::string mark(Confidence confidence) { return std::string(word(confidence)); }

std::string print_regimes(const Law& law) {
    std::string out = "## Regimes\n\nA dossier keeps the regime of the day it was received.\n\n";
    out += head({"family", "regime", "from", "to", "instruments", "confidence", "source", "note"});
    for (const Regime& r : law.regimes.all()) {
        std::string instruments;
        for (const std::string& key : r.instruments) instruments += (instruments.empty() ? "" : ", ") + code(key);
        out += row({code(r.family), r.name, day(r.period.from), last_day(r.period.until), instruments, mark(r.confidence),
                    r.source, r.note});
    }
    return out;
}

std::string print_gaps(const Law& law) {
    std::string out = "## Known gaps\n\n`not_known`: a rule exists and nobody has shown us its text; `not_in_force`: no such "
                      "rule then. A command that needs the value refuses with this reason.\n\n";
    out += head({"of", "key", "kind", "from", "to", "reason"});
    for (const KnownGap& gap : law.gaps)
        out += row({std::string(word(gap.of)), code(gap.key), std::string(word(gap.kind)), day(gap.period.from),
                    last_day(gap.period.until), gap.reason});
    return out;
}

}    // namespace

std::string print_clauses(const Law& law) {
    std::string out = "# Legal instruments and clauses\n\n" + std::string(printed);
    out += "Keys of Plan 547 are positional: the Plan itself letters two items \"d\". A dash is a day nobody has shown us or, "
           "under *to*, still in force.\n\n## Instruments\n\n";
    out += head({"key", "number", "title", "issued", "from", "to", "confidence", "source"});
    for (const Instrument& i : law.clauses.instruments())
        out += row({code(i.key), i.number, i.title, day(i.issued), day(i.from), last_day(i.until), mark(i.confidence),
                    i.source});
    out += "\n## Clauses\n\n" + head({"key", "place", "title", "confidence", "source"});
    for (const Clause& c : law.clauses.all())
        out += row({code(c.key), c.place, c.title, mark(c.confidence), c.source});
    return out;
}

std::string print_parameters(const Law& law) {
    std::string out = "# Dated parameters and regimes\n\n" + std::string(printed);
    out += "On each day from " + to_vietnamese(coverage_window.from) + " to " +
           to_vietnamese(plus_days(*coverage_window.until, -1)) +
           " each parameter has exactly one value or a listed gap.\n\n## Parameters\n\n";
    out += head({"key", "value", "unit", "from", "to", "confidence", "source", "note"});
    for (const Parameter& p : law.parameters.all())
        out += row({code(p.key), p.value, std::string(word(p.unit)), day(p.period.from), last_day(p.period.until),
                    mark(p.confidence), p.source, p.note});
    return out + "\n" + print_regimes(law) + "\n" + print_gaps(law);
}

std::string print_calendar(const Law& law) {
    static constexpr const char* weekdays[] = {"CN", "T2", "T3", "T4", "T5", "T6", "T7"};
    std::string out = "# Working-day calendar\n\n" + std::string(printed);
    out += "Monday to Friday are worked, except the days below; a `makeup_workday` is worked although it is a weekend.\n";
    int year = 0;
    for (const auto& [at, special] : law.calendar.all()) {
        if (const int of = static_cast<int>(at.year()); of != year) {
            year = of;
            out += "\n## " + std::to_string(year) + "\n\n" + head({"day", "", "name", "kind", "confidence", "source"});
        }
        out += row({to_vietnamese(at), weekdays[std::chrono::weekday(std::chrono::sys_days(at)).c_encoding()], special.name,
                    code(word(special.kind)), mark(special.confidence), special.source});
    }
    return out;
}

std::string print_glossary(const Law& law) {
    std::string out = "# Glossary\n\n" + std::string(printed);
    out += head({"on the screen", "in code", "English", "note"});
    for (const Term& term : law.glossary.all()) out += row({term.vietnamese, code(term.code), term.english, term.note});
    return out;
}

}    // namespace cs::law
