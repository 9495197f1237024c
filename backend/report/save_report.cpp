#include "audit/journal.hpp"
#include "base/text.hpp"
#include "report/periodic_facts.hpp"

namespace cs::report {
namespace {

// A figure of a unit with others below is typed only where it is not their sum, and says why.
void read_figure(const FigureInput& given, const OpenedReport& opened, const std::string& where, GivenFigures& figures, std::vector<Fault>& faults) {
    const Figure* of = figure(given.figure);
    if (of == nullptr) return faults.push_back({"report.figure_unknown", {{"figure", given.figure}}, where + ".figure"});
    if (trim(given.amount).empty()) return;
    const auto amount = read_amount(*of, given.amount);
    if (!amount) return faults.push_back({amount.error().code, amount.error().args, where + ".amount"});
    const std::string reason(trim(given.reason));
    if (opened.has_children()) {
        const auto sum = opened.below.sum.find(given.figure);
        const bool is_sum = sum != opened.below.sum.end() && sum->second == *amount;
        if (is_sum && reason.empty()) return;    // it goes on following the sum
        if (!is_sum && reason.empty())
            return faults.push_back({"report.adjust_reason", {{"sum", sum == opened.below.sum.end() ? "" : show_amount(*of, sum->second)}}, where + ".reason"});
    }
    figures.insert_or_assign(given.figure, GivenFigure{*amount, std::nullopt, opened.has_children() ? reason : ""});
}

Sections read_sections(const Sections& given, std::vector<Fault>& faults) {
    Sections sections;
    for (const auto& [key, content] : given) {
        const bool known = std::any_of(report_outline().begin(), report_outline().end(), [&](const OutlineRow& row) { return row.key == key; });
        if (!known) faults.push_back({"report.section_unknown", {{"section", key}}, "sections." + key});
        if (std::string text(trim(content)); !text.empty()) sections.emplace(key, std::move(text));
    }
    return sections;
}

std::optional<std::string> told(const std::string& key, const GivenFigures& figures) {
    const auto at = figures.find(key);
    if (at == figures.end()) return std::nullopt;
    return key + ": " + std::to_string(at->second.amount) + (at->second.reason.empty() ? "" : ", " + at->second.reason);
}

audit::Entry entry_of(const OpenedReport& before, const GivenFigures& figures, const Sections& sections) {
    audit::Entry entry{audit::Event::periodic_report_saved, "periodic_report", before.report.id.text(), {}, ""};
    if (before.report.version == 0) {
        entry.changes.push_back({"unit", std::nullopt, before.report.unit.text()});
        entry.changes.push_back({"period", std::nullopt, period_word(before.report.period)});
    }
    for (const Figure& each : report_figures())
        if (auto was = told(each.key, before.given), is = told(each.key, figures); was != is) entry.changes.push_back({"figure", std::move(was), std::move(is)});
    for (const OutlineRow& row : report_outline()) {
        const auto was = before.sections.find(row.key), is = sections.find(row.key);
        const bool same = (was == before.sections.end()) == (is == sections.end()) && (is == sections.end() || was->second == is->second);
        if (!same) entry.changes.push_back({"section", std::nullopt, row.key});
    }
    return entry;
}

}    // namespace

Result<OpenedReport> save_report(const Moment& m, const UnitId& unit, const ReportPeriod& period, const ReportInput& input, std::int64_t seen) {
    PeriodicStore store(m.tx);
    store.lock(unit);
    CS_TRY(const OpenedReport before, open_report(m, unit, period));
    CS_TRY(const access::Role role, allowed(m, before, ReportAction::save, nullptr));
    if (seen != before.report.version) return refuse(Problem::stale, "report.stale");
    std::vector<Fault> faults;
    GivenFigures figures;
    for (std::size_t i = 0; i < input.figures.size(); ++i) read_figure(input.figures[i], before, "figures[" + std::to_string(i) + "]", figures, faults);
    const Sections sections = read_sections(input.sections, faults);
    if (!faults.empty()) return refuse("report.form_faulty", std::move(faults));
    PeriodicReport report = before.report;
    report.changed_at = m.now;
    if (!store.save(report, figures, sections)) return refuse(Problem::stale, "report.stale");
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(before, figures, sections));
    return load_report(m, unit, period);
}

}    // namespace cs::report
