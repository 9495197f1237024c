// /api/periodic-reports, /api/units/{id}/periodic-reports/{period}: half-year and year-end reports.
#include <set>

#include "access/list_http.hpp"
#include "assessment/recognition_view_http.hpp"
#include "org/authority.hpp"
#include "org/store.hpp"
#include "org/tree.hpp"
#include "report/periodic_wire_http.hpp"
#include "report/report_html.hpp"
#include "report/report_http.hpp"

namespace cs::report {
namespace {

using access::Api;
using access::Call;
using access::Operation;
using http::Method;

struct Named {
    UnitId unit;
    ReportPeriod period;
};
Result<Named> named(const Call& call) {
    const auto unit = UnitId::parse(call.param("id"));
    if (!unit) return refuse(Problem::not_found, "org.unit_unknown_id");
    const auto period = parse_period(call.param("period"));
    if (!period) return refuse(Problem::not_found, "report.period_unknown");
    return Named{*unit, *period};
}

struct ListAsked {
    ReportPeriod period;
    Day on;
    std::optional<UnitId> root;
    std::optional<Timeliness> timeliness;
};
// The period that was due last, when none is named.
ReportPeriod latest(Day today) {
    ReportPeriod p{static_cast<int>(today.year()), PeriodKind::year};
    for (int tries = 0; tries < 4; ++tries, p = before(p))
        if (const auto schedule = schedule_of(p); schedule && *schedule && (*schedule)->structure <= plus_days(today, 30)) break;
    return p;
}
Result<ListAsked> asked_of(const Call& call) {
    ListAsked asked{latest(call.today()), call.today(), std::nullopt, std::nullopt};
    CS_TRY(const auto on, call.query_day("on"));
    asked.on = on.value_or(call.today());
    if (const auto text = call.query("period"); text && !text->empty()) {
        const auto period = parse_period(*text);
        if (!period) return refuse(Problem::not_found, "report.period_unknown");
        asked.period = *period;
    }
    if (const auto text = call.query("under"); text && !text->empty()) {
        asked.root = UnitId::parse(*text);
        if (!asked.root) return refuse(Problem::not_found, "org.unit_unknown_id");
    }
    if (const auto text = call.query("timeliness"); text && !text->empty()) {
        asked.timeliness = parse_word<Timeliness>(*text);
        if (!asked.timeliness) return refuse(Problem::bad_input, "report.not_a_choice", {{"name", "timeliness"}, {"value", *text}});
    }
    return asked;
}

// Every unit that owes the report and whose report he may see, once, in the order of the forest.
std::vector<Owed> seen_by(const Moment& m, const org::Forest& forest, const Schedule& schedule, const std::optional<UnitId>& root) {
    std::vector<UnitId> roots;
    for (const access::Grant& grant : m.actor.grants)
        for (const UnitId& each : as_of_structure(forest, schedule, grant.unit, m.today())) roots.push_back(each);
    if (root) roots = as_of_structure(forest, schedule, *root, m.today());
    std::set<UnitId> seen;
    std::vector<Owed> all;
    for (const UnitId& each : roots)
        for (const Owed& owed : owed_under(forest, schedule, each))
            if (!seen.contains(owed.unit->unit) && org::may_act_upon(m.tx, m.actor, Operation::show_periodic_report, owed.unit->unit, m.today(), m.tree)) {
                seen.insert(owed.unit->unit);
                all.push_back(owed);
            }
    return all;
}

wire::ReportRow row_of(const Owed& owed, const ReportSteps& steps, Day on) {
    auto sent = first_sent(steps);
    if (sent && *sent > on) sent.reset();
    wire::ReportRow row{owed.unit->unit, owed.unit->state.name, owed.parent ? owed.parent->state.name : "", owed.level, owed.deadline.due,
                        timeliness(owed.deadline.due, sent, on), days_late(owed.deadline.due, sent, on), state_on(steps, on), sent, ""};
    for (const PastReportStep& step : steps)
        if (step.to == ReportState::sent && step.said.on <= on) row.number = step.said.paper.number;
    return row;
}

void count(wire::ReportCounts& counts, Timeliness timeliness) {
    switch (timeliness) {
        case Timeliness::awaited: ++counts.awaited; return;
        case Timeliness::on_time: ++counts.on_time; return;
        case Timeliness::late: ++counts.late; return;
        case Timeliness::overdue: ++counts.overdue; return;
    }
}

Result<wire::PeriodicReports> listed(Call& call, Tx& tx) {
    CS_TRY(const ListAsked asked, asked_of(call));
    const auto forest = org::UnitStore(tx).forest();
    const org::ForestTree tree(forest);
    const Moment m{tx, call.clock.now(), call.actor, tree};
    wire::PeriodicReports all{asked.period.year, asked.period.kind, asked.on, {}, {}, {0, 0, 0, 0}};
    CS_TRY(const auto schedule, schedule_of(asked.period));
    if (!schedule) return all;
    for (const ReportLevel level : all_of<ReportLevel>())
        if (const auto& deadline = schedule->levels.at(static_cast<std::size_t>(level))) all.deadlines.push_back(wire::shown(level, *deadline));
    const PeriodicStore store(tx);
    const auto reports = store.of_period(asked.period);
    const auto steps = store.steps_of(asked.period);
    for (const Owed& owed : seen_by(m, *forest, *schedule, asked.root)) {
        const auto report = reports.find(owed.unit->unit);
        const auto taken = report == reports.end() ? steps.end() : steps.find(report->second.id);
        wire::ReportRow row = row_of(owed, taken == steps.end() ? ReportSteps{} : taken->second, asked.on);
        count(all.counts, row.timeliness);
        if (!asked.timeliness || *asked.timeliness == row.timeliness) all.items.push_back(std::move(row));
    }
    return all;
}

Result<List> taken_away(Call& call, Tx& tx) {
    CS_TRY(wire::PeriodicReports all, listed(call, tx));
    return List{"bao-cao-dinh-ky-" + std::to_string(all.year) + (all.kind == PeriodKind::year ? "" : "-6-thang"),
                "periodic_reports",
                {{"unit", 32}, {"parent", 28}, {"level", 12}, {"due"}, {"timeliness", 18}, {"late_days", 10}, {"state", 22}, {"sent_at"}, {"paper_number", 18}},
                [rows = std::move(all.items)](const std::function<void(const ListRow&)>& give) -> Done {
                    for (const wire::ReportRow& row : rows)
                        give({row.unit_name, row.parent_name, ListWord{"report_level", std::string(word_of(row.level))}, row.due,
                              ListWord{"timeliness", std::string(word_of(row.timeliness))}, std::int64_t(row.days_late),
                              ListWord{"report_state", std::string(word_of(row.state))}, list_value(row.sent_on), row.number});
                    return {};
                }};
}

Result<wire::PeriodicReportView> show(Api& api, Call& call) {
    CS_TRY(const Named of, named(call));
    return assessment::read_moment<wire::PeriodicReportView>(api, call, [&](const Moment& m) -> Result<wire::PeriodicReportView> {
        CS_TRY(const OpenedReport opened, open_report(m, of.unit, of.period));
        return wire::shown(m, opened);
    });
}

Result<http::Reply> print(Api& api, Call& call) {
    CS_TRY(const Named of, named(call));
    return assessment::read_moment<http::Reply>(api, call, [&](const Moment& m) -> Result<http::Reply> {
        CS_TRY(const OpenedReport opened, open_report(m, of.unit, of.period));
        return http::Reply::html(law::render(report_paper(opened), api.demo()));
    });
}

Result<wire::PeriodicReportView> save(Api& api, Call& call, const wire::PeriodicReportInput& b) {
    CS_TRY(const Named of, named(call));
    ReportInput input{{}, {b.sections.begin(), b.sections.end()}};
    for (const wire::ReportFigureInput& f : b.figures) input.figures.push_back({f.figure, f.amount, f.reason.value_or("")});
    return assessment::with_moment<wire::PeriodicReportView>(api, call, [&](const Moment& m) -> Result<wire::PeriodicReportView> {
        CS_TRY(const OpenedReport opened, save_report(m, of.unit, of.period, input, b.version));
        return wire::shown(m, opened);
    });
}

// POST …/<path>: one step; which of sending and sending again follows from where the report is.
template <class Body, class Form>
void add_step(Api& api, ReportAction action, const std::string& path, const std::string& summary, const Form& form) {
    api.write<Body, wire::PeriodicReportView>({Method::post, "/api/units/{id}/periodic-reports/{period}/" + path, operation_of(action), summary},
                                              [&api, action, form](Call& call, const Body& body) -> Result<wire::PeriodicReportView> {
                                                  CS_TRY(const Named of, named(call));
                                                  CS_TRY(const auto seen, assessment::version_seen(call));
                                                  return assessment::with_moment<wire::PeriodicReportView>(api, call, [&](const Moment& m) -> Result<wire::PeriodicReportView> {
                                                      const auto found = PeriodicStore(m.tx).find(of.unit, of.period);
                                                      const bool again = action == ReportAction::send && found && found->state == ReportState::returned;
                                                      CS_TRY(const OpenedReport after, take_report_step(m, of.unit, of.period, again ? ReportAction::resend : action, form(m, body), seen));
                                                      return wire::shown(m, after);
                                                  });
                                              });
}

void add_steps(Api& api) {
    add_step<wire::ReportSubmission>(api, ReportAction::send, "submission", "Sends the report up with its paper, or again after it was sent back; gives a receipt.",
                                     [](const Moment&, const wire::ReportSubmission& b) { return ReportStepForm{b.on.value_or(b.day), {b.number, b.day, b.signer, b.via}, ""}; });
    add_step<wire::ReportReceived>(api, ReportAction::receive, "receipt", "The level above has received it.",
                                   [](const Moment& m, const wire::ReportReceived& b) { return ReportStepForm{b.on.value_or(m.today()), {"", std::nullopt, "", {}}, ""}; });
    add_step<wire::ReportReturn>(api, ReportAction::send_back, "return", "Sends it back with what to mend.",
                                 [](const Moment& m, const wire::ReportReturn& b) { return ReportStepForm{m.today(), {"", std::nullopt, "", {}}, b.reason}; });
}

}    // namespace

void add_periodic_routes(Api& api) {
    api.guard_history("periodic_report", [&api](Call& call, Tx& tx, const std::string& id) -> Done {
        CS_TRY_DONE(pass(call.actor, Operation::show_periodic_report));
        CS_TRY(const PeriodicReport report, PeriodicStore(tx).find(PeriodicReportId(id)));
        CS_TRY_DONE(org::may_act_upon(tx, call.actor, Operation::show_periodic_report, report.unit, call.today(), *api.tree(tx)));
        return {};
    });
    const std::vector<http::QueryParam> asked = {{"period", "\"2025-half_year\" or \"2025-year\"; the one due last when absent."},
                                                 {"on", "The day; today when absent."},
                                                 {"under", "Id of a unit: only it and what is below it."},
                                                 {"timeliness", "awaited, on_time, late or overdue."}};
    api.read<wire::PeriodicReports>({Method::get, "/api/periodic-reports", Operation::list_periodic_reports, "Who owes a report of a period, and how it stood with each on a day.", asked},
                                    [](Call& call) { return call.db.read([&](Tx& tx) { return listed(call, tx); }); });
    access::add_list(api, "/api/exports/periodic-reports", Operation::export_periodic_reports, "The same list.", asked, taken_away);
    api.read<wire::PeriodicReportView>({Method::get, "/api/units/{id}/periodic-reports/{period}", Operation::show_periodic_report,
                                        "A report: figures beside the sum of the units below, sections, steps, who below has not reported."},
                                       [&api](Call& call) { return show(api, call); });
    api.raw({Method::get, "/api/units/{id}/periodic-reports/{period}/paper", Operation::print_periodic_report,
             "The report in the official form with its figures as an annex, to be printed and signed."},
            "text/html", [&api](Call& call) { return print(api, call); });
    api.write<wire::PeriodicReportInput, wire::PeriodicReportView>({Method::put, "/api/units/{id}/periodic-reports/{period}", Operation::save_periodic_report,
                                                                    "Saves the whole form; the first save begins the report."},
                                                                   [&api](Call& call, const wire::PeriodicReportInput& b) { return save(api, call, b); });
    add_steps(api);
}

}    // namespace cs::report
