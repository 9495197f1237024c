#include "report/print.hpp"

#include "report/figure.hpp"
#include "report/owed.hpp"

namespace cs::report {
namespace {

std::string row(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::string& cell : cells) out += " " + cell + " |";
    return out + "\n";
}

std::string head(const std::vector<std::string>& titles) {
    std::string rule = "|";
    for (std::size_t i = 0; i < titles.size(); ++i) rule += "---|";
    return row(titles) + rule + "\n";
}

template <class E>
std::string code(E word) { return "`" + std::string(word_of(word)) + "`"; }

std::string calendar() {
    std::string out = "## Last days\n\nAs a month and a day. Nobody has confirmed them: screens say *tạm tính*.\n\n" +
                      head({"level", "period", "last day", "from", "to", "confidence", "source", "note"});
    for (const CalendarRow& r : report_calendar())
        out += row({code(r.level), code(r.kind), r.day, to_vietnamese(r.in_force.from), r.in_force.until ? to_vietnamese(plus_days(*r.in_force.until, -1)) : "–",
                    std::string(law::word(r.confidence)), r.source, r.note});
    return out;
}

// The years whose working days are known.
std::string days() {
    std::string out = "\n## The days they come to\n\nA last day that is no working day runs to the end of the next one; figures are cut off at least "
                      "`report.cutoff_before_deadline` ahead of it, and what follows the cut-off is an estimate (cs.report_deadline).\n\n" +
                      head({"period", "level", "stated", "due", "figures", "cut-off", "to the Government"});
    for (ReportPeriod p{2023, PeriodKind::half_year}; p <= ReportPeriod{2026, PeriodKind::year}; p = after(p))
        for (const ReportLevel level : all_of<ReportLevel>())
            if (const auto found = deadline_of(level, p); found && *found) {
                const Deadline& d = **found;
                out += row({period_word(p), code(level), to_vietnamese(d.stated), to_vietnamese(d.due), to_vietnamese(d.window_from) + "–" + to_vietnamese(d.window_until),
                            to_vietnamese(d.cutoff), d.to_government ? to_vietnamese(*d.to_government) : ""});
            }
    return out;
}

std::string figures() {
    std::string out = "\n## Figures\n\nThe figures of the units below add up to the figure of the unit above (cs.report_adds_up).\n\n" +
                      head({"key", "group", "measure", "name", "unit", "confidence", "source"});
    for (const Figure& f : report_figures()) out += row({"`" + f.key + "`", code(f.group), code(f.measure), f.name, f.unit, std::string(law::word(f.confidence)), f.source});
    out += "\n## Words an amount may be typed with\n\n" + head({"word", "measure", "of the smallest unit", "shown", "confidence", "source"});
    for (const AmountWord& w : amount_words()) out += row({w.word, code(w.measure), std::to_string(w.factor), w.shown ? "yes" : "", std::string(law::word(w.confidence)), w.source});
    return out;
}

std::string outline() {
    std::string out = "\n## Outline\n\n" + head({"key", "place", "title", "confidence", "source"});
    for (const OutlineRow& o : report_outline()) out += row({"`" + o.key + "`", o.place, o.title, std::string(law::word(o.confidence)), o.source});
    return out;
}

}    // namespace

std::string print_reports() {
    return "# Half-year and year-end reports\n\nPrinted by `chungsuc describe reports` from `law/report_*.tsv`.\n\n" + calendar() + days() + figures() + outline();
}

}    // namespace cs::report
