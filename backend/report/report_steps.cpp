#include "assessment/store.hpp"
#include "audit/journal.hpp"
#include "base/text.hpp"
#include "report/periodic_facts.hpp"
#include "report/report_letters.hpp"

namespace cs::report {
namespace {

using enum ReportAction;

bool goes_up(ReportAction action) { return action == send || action == resend; }

// What goes up or comes back has its paper; receiving is a mark of the office.
Done check(ReportAction action, const ReportStepForm& form, Day today) {
    if (action == receive) return {};
    std::vector<Fault> faults;
    if (goes_up(action) && trim(form.paper.number).empty()) faults.push_back({"report.number_missing", {}, "number"});
    if (goes_up(action) && trim(form.paper.signer).empty()) faults.push_back({"report.signer_missing", {}, "signer"});
    if (goes_up(action) && !form.paper.day) faults.push_back({"report.day_missing", {}, "day"});
    if (form.paper.day && (*form.paper.day > today || *form.paper.day > form.on)) faults.push_back({"report.paper_in_future", {}, "day"});
    if (!faults.empty()) return refuse("report.form_faulty", std::move(faults));
    return {};
}

// What went up, for the receipt's digest.
std::string content_of(const OpenedReport& opened, const GivenFigures& figures, const ReportStepForm& form) {
    std::string content = opened.report.unit.text() + "\n" + period_word(opened.report.period) + "\n" + form.paper.number + "\n" + to_text(form.on) + "\n";
    for (const auto& [key, given] : figures) content += key + "=" + std::to_string(given.amount) + " " + given.reason + "\n";
    for (const auto& [key, text] : opened.sections) content += key + ": " + text + "\n";
    return content;
}

// Back at its unit, what was the sum of the units below follows that sum again.
GivenFigures thawed(const OpenedReport& opened) {
    GivenFigures figures = opened.given;
    if (opened.has_children()) std::erase_if(figures, [](const auto& one) { return one.second.reason.empty(); });
    return figures;
}

audit::Entry entry_of(const OpenedReport& opened, const PastReportStep& step) {
    const auto& paper = step.said.paper;
    audit::Entry entry{audit::Event::periodic_report_moved, "periodic_report", opened.report.id.text(),
                       {{"state", std::string(word_of(opened.report.state)), std::string(word_of(step.to))}, {"day", std::nullopt, to_text(step.said.on)}},
                       step.said.note};
    if (!paper.number.empty()) entry.changes.push_back({"number", std::nullopt, paper.number});
    if (!paper.signer.empty()) entry.changes.push_back({"signer", std::nullopt, paper.signer});
    if (goes_up(step.action)) entry.changes.push_back({"via", std::nullopt, std::string(word_of(paper.via))});
    if (const int late = days_late(opened.owed.deadline.due, step.said.on, step.said.on); step.action == send && late > 0)
        entry.changes.push_back({"days_late", std::nullopt, std::to_string(late)});
    return entry;
}

}    // namespace

Result<OpenedReport> take_report_step(const Moment& m, const UnitId& unit, const ReportPeriod& period, ReportAction action,
                                      const ReportStepForm& form, std::optional<std::int64_t> seen) {
    PeriodicStore store(m.tx);
    store.lock(unit);
    CS_TRY(const OpenedReport before, open_report(m, unit, period));
    CS_TRY(const access::Role role, allowed(m, before, action, &form));
    if (seen && *seen != before.report.version) return refuse(Problem::stale, "report.stale");
    CS_TRY_DONE(check(action, form, m.today()));
    const auto* row = periodic_procedure.find(before.report.state, action);
    CS_CHECK(row != nullptr);
    PeriodicReport after = before.report;
    if (after.version == 0) {    // a unit above that has nothing to add sends the sum as it is
        after.changed_at = m.now;
        if (!store.save(after, {}, {})) return refuse(Problem::stale, "report.stale");
        after.version = 1;
    }
    after.state = row->to;
    after.steps += 1;
    PastReportStep step{after.steps, action, row->to, form};
    step.said.paper.number = std::string(trim(form.paper.number));
    step.said.paper.signer = std::string(trim(form.paper.signer));
    step.at = m.now;
    step.by = m.actor.person;
    if (goes_up(action)) {
        const GivenFigures figures = before.effective();
        const auto given = assessment::ReceiptStore(m.tx).give("periodic_report", before.report.id.text(), content_of(before, figures, form), m.now, m.actor.person);
        step.receipt = assessment::ReceiptNumber{given.year, given.number};
        store.freeze(after.id, figures);
    }
    if (action == send_back) store.freeze(after.id, thawed(before));
    if (!store.step(after, step)) return refuse(Problem::stale, "report.stale");
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(before, step));
    if (action == send_back) tell_returned(m, before, after.steps);
    return load_report(m, unit, period);
}

}    // namespace cs::report
