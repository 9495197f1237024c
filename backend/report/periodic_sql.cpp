#include "platform/sql/sql.hpp"
#include "report/periodic_store.hpp"

namespace cs::report {
namespace {

PeriodicReport report_of(const sql::Row& row) {
    return {row.id<PeriodicReportId>("id"), row.id<UnitId>("unit_id"), {static_cast<int>(row.integer("year")), row.word<PeriodKind>("kind")},
            row.word<ReportState>("state"), static_cast<int>(row.integer("steps")), row.integer("version"), row.instant("changed_at")};
}

std::vector<PeriodicReport> reports_of(const sql::Rows& rows) {
    std::vector<PeriodicReport> all;
    for (const sql::Row& row : rows) all.push_back(report_of(row));
    return all;
}

PastReportStep step_of(const sql::Row& row) {
    PastReportStep step{static_cast<int>(row.integer("sequence")), row.word<ReportAction>("action"), row.word<ReportState>("to_state"),
                        {row.day("on_day"), {row.text("number"), row.maybe_day("paper_day"), row.text("signer"), row.word<assessment::Via>("via")}, row.text("note")}};
    if (const auto year = row.maybe_integer("receipt_year")) step.receipt = assessment::ReceiptNumber{static_cast<int>(*year), row.integer("receipt_number")};
    step.at = row.instant("taken_at");
    step.by = row.maybe_id<PersonId>("taken_by");
    step.by_name = row.maybe_text("taken_by_name").value_or("");
    return step;
}

}    // namespace

void PeriodicStore::lock(const UnitId& unit) { tx_.lock("periodic_report/" + unit.text()); }

std::optional<PeriodicReport> PeriodicStore::find(const UnitId& unit, const ReportPeriod& period) const {
    const auto found = reports_of(*tx_.query("report.periodic_report", unit, period.year, word_of(period.kind)));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

Result<PeriodicReport> PeriodicStore::find(const PeriodicReportId& id) const {
    const auto found = reports_of(*tx_.query("report.periodic_report_by_id", id));
    if (found.empty()) return refuse(Problem::not_found, "report.periodic_unknown");
    return found.front();
}

std::vector<PeriodicReport> PeriodicStore::of_unit(const UnitId& unit) const { return reports_of(*tx_.query("report.periodic_reports_of_unit", unit)); }

ReportSteps PeriodicStore::steps(const PeriodicReportId& id) const {
    ReportSteps all;
    const auto rows = tx_.query("report.periodic_steps", id);
    for (const sql::Row& row : *rows) all.push_back(step_of(row));
    return all;
}

GivenFigures PeriodicStore::figures(const PeriodicReportId& id) const {
    GivenFigures all;
    const auto rows = tx_.query("report.periodic_figures", id);
    for (const sql::Row& row : *rows) all.emplace(row.text("figure"), GivenFigure{row.integer("amount"), row.maybe_integer("computed"), row.text("reason")});
    return all;
}

Sections PeriodicStore::sections(const PeriodicReportId& id) const {
    Sections all;
    const auto rows = tx_.query("report.periodic_texts", id);
    for (const sql::Row& row : *rows) all.emplace(row.text("section"), row.text("content"));
    return all;
}

std::map<UnitId, PeriodicReport> PeriodicStore::of_period(const ReportPeriod& period) const {
    std::map<UnitId, PeriodicReport> all;
    for (PeriodicReport& each : reports_of(*tx_.query("report.periodic_reports", period.year, word_of(period.kind)))) all.emplace(each.unit, std::move(each));
    return all;
}

std::map<PeriodicReportId, ReportSteps> PeriodicStore::steps_of(const ReportPeriod& period) const {
    std::map<PeriodicReportId, ReportSteps> all;
    const auto rows = tx_.query("report.periodic_steps_of_period", period.year, word_of(period.kind));
    for (const sql::Row& row : *rows) all[row.id<PeriodicReportId>("report_id")].push_back(step_of(row));
    return all;
}

std::map<PeriodicReportId, Amounts> PeriodicStore::amounts_of(const ReportPeriod& period) const {
    std::map<PeriodicReportId, Amounts> all;
    const auto rows = tx_.query("report.periodic_figures_of_period", period.year, word_of(period.kind));
    for (const sql::Row& row : *rows) all[row.id<PeriodicReportId>("report_id")].emplace(row.text("figure"), row.integer("amount"));
    return all;
}

bool PeriodicStore::save(const PeriodicReport& r, const GivenFigures& figures, const Sections& sections) {
    const bool written = r.version == 0 ? tx_.run("report.add_periodic_report", r.id, r.unit, r.period.year, word_of(r.period.kind), word_of(r.state), r.steps, r.changed_at) == 1
                                        : tx_.run("report.move_periodic_report", r.id, r.version, word_of(r.state), r.steps, r.changed_at) == 1;
    if (!written) return false;
    put(r.id, figures);
    tx_.run("report.drop_periodic_texts", r.id);
    for (const auto& [section, content] : sections) tx_.run("report.add_periodic_text", r.id, section, content);
    return true;
}

bool PeriodicStore::step(const PeriodicReport& after, const PastReportStep& s) {
    if (tx_.run("report.move_periodic_report", after.id, after.version, word_of(after.state), after.steps, s.at) != 1) return false;
    const ReportStepForm& f = s.said;
    tx_.run("report.add_periodic_step", after.id, s.sequence, word_of(s.action), word_of(s.to), f.on, f.paper.number, f.paper.day, f.paper.signer,
            word_of(f.paper.via), f.note, s.receipt ? std::optional(s.receipt->year) : std::nullopt,
            s.receipt ? std::optional(s.receipt->number) : std::nullopt, s.at, s.by);
    return true;
}

void PeriodicStore::freeze(const PeriodicReportId& id, const GivenFigures& figures) { put(id, figures); }

void PeriodicStore::put(const PeriodicReportId& id, const GivenFigures& figures) {
    tx_.run("report.drop_periodic_figures", id);
    std::vector<std::vector<sql::Value>> rows;
    for (const auto& [key, given] : figures)
        rows.push_back({sql::value(id), sql::value(key), sql::value(given.amount), sql::value(given.computed), sql::value(given.reason)});
    tx_.bulk("report.add_periodic_figure", rows);
}

}    // namespace cs::report
