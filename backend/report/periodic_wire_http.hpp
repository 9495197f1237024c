#pragma once
// What travels about half-year and year-end reports. Amounts travel as people write them ("15.000", "28,5"), with the word of their unit.
#include "access/action_http.hpp"
#include "assessment/sheet_words_http.hpp"
#include "report/periodic_commands.hpp"

namespace cs::report {

BOOST_DESCRIBE_ENUM(PeriodKind, half_year, year)
BOOST_DESCRIBE_ENUM(ReportLevel, commune, district, province)
BOOST_DESCRIBE_ENUM(Timeliness, awaited, on_time, late, overdue)
BOOST_DESCRIBE_ENUM(ReportState, draft, sent, returned, received)
BOOST_DESCRIBE_ENUM(ReportAction, save, send, resend, receive, send_back)
BOOST_DESCRIBE_ENUM(FigureGroup, contributions, works, ocop, awards, media, inspection)

namespace wire {

// ---- What is read

struct ReportDeadline {
    ReportLevel level;
    Day stated, due;                // due: moved to a working day
    Day window_from, window_until, cutoff;
    bool estimated, provisional;    // figures after the cut-off are estimates; nobody has confirmed the calendar
    std::optional<Day> to_government;    // of a province
};
BOOST_DESCRIBE_STRUCT(ReportDeadline, (), (level, stated, due, window_from, window_until, cutoff, estimated, provisional, to_government))

struct ReportRow {
    UnitId unit_id;
    std::string unit_name, parent_name;
    ReportLevel level;
    Day due;
    Timeliness timeliness;
    int days_late;
    ReportState state;              // at the end of the day asked for
    std::optional<Day> sent_on;     // by then
    std::string number;             // of the paper it was last sent with, by then
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (unit_id, unit_name, parent_name, level, due, timeliness, days_late, state, sent_on, number))

struct ReportCounts {
    int awaited, on_time, late, overdue;
};
BOOST_DESCRIBE_STRUCT(ReportCounts, (), (awaited, on_time, late, overdue))

struct PeriodicReports {
    int year;
    PeriodKind kind;
    Day on;
    std::vector<ReportDeadline> deadlines;
    std::vector<ReportRow> items;
    ReportCounts counts;            // of all the caller sees, before the filters
};
BOOST_DESCRIBE_STRUCT(PeriodicReports, (), (year, kind, on, deadlines, items, counts))

struct ReportFigure {
    std::string key;
    FigureGroup group;
    std::string name, unit;
    std::string amount;                      // what counts now; "" when nobody knows it
    std::string hectares;                    // "1,5 ha" beside an area of a hectare or more
    std::optional<std::string> sum;          // of the units below that reported
    bool adjusted;                           // it is not that sum
    std::string reason;
    std::optional<std::string> last_year;    // in the same period of the year before
};
BOOST_DESCRIBE_STRUCT(ReportFigure, (), (key, group, name, unit, amount, hectares, sum, adjusted, reason, last_year))

struct ReportSection {
    std::string key, place, title, text;
};
BOOST_DESCRIBE_STRUCT(ReportSection, (), (key, place, title, text))

struct ReportStep {
    int sequence;
    ReportAction action;
    ReportState to;
    Day on;
    std::string number, signer;
    std::optional<Day> day;
    assessment::Via via;
    std::string note, receipt, by_name;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ReportStep, (), (sequence, action, to, on, number, signer, day, via, note, receipt, by_name, at))

struct ReportOfUnitBelow {
    UnitId unit_id;
    std::string unit_name;
    Day due;
    Timeliness timeliness;
    int days_late;
    ReportState state;
    std::optional<Day> sent_on;
    bool counts;                                     // in the sums: sent and not sent back
    std::map<std::string, std::string> amounts;      // by key of the figure
};
BOOST_DESCRIBE_STRUCT(ReportOfUnitBelow, (), (unit_id, unit_name, due, timeliness, days_late, state, sent_on, counts, amounts))

struct PeriodicReportView {
    std::optional<PeriodicReportId> id;    // null: nothing saved yet
    UnitId unit_id;
    std::string unit_name, parent_name;
    int year;
    PeriodKind kind;
    ReportState state;
    std::int64_t version;
    ReportDeadline deadline;
    Timeliness timeliness;                 // today
    int days_late;
    std::optional<Day> sent_on;
    std::vector<ReportFigure> figures;
    std::vector<ReportSection> sections;
    std::vector<ReportStep> steps;
    std::vector<ReportOfUnitBelow> below;
    int not_reported;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(PeriodicReportView, (),
                      (id, unit_id, unit_name, parent_name, year, kind, state, version, deadline, timeliness, days_late, sent_on, figures, sections, steps,
                       below, not_reported, actions))

// ---- What is written

struct ReportFigureInput {
    std::string figure, amount;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ReportFigureInput, (), (figure, amount, reason))

struct PeriodicReportInput {
    std::int64_t version;    // the one seen; 0: nothing saved yet
    std::vector<ReportFigureInput> figures;
    std::map<std::string, std::string> sections;
};
BOOST_DESCRIBE_STRUCT(PeriodicReportInput, (), (version, figures, sections))

struct ReportSubmission {
    std::string number;
    Day day;
    std::string signer;
    assessment::Via via;
    std::optional<Day> on;    // the day it went; the paper's day when absent
};
BOOST_DESCRIBE_STRUCT(ReportSubmission, (), (number, day, signer, via, on))

struct ReportReceived {
    std::optional<Day> on;    // today when absent
};
BOOST_DESCRIBE_STRUCT(ReportReceived, (), (on))

struct ReportReturn {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReportReturn, (), (reason))

PeriodicReportView shown(const Moment& m, const OpenedReport& opened);
ReportDeadline shown(ReportLevel level, const Deadline& deadline);

}    // namespace wire
}    // namespace cs::report

template <>
inline const cs::json::Rules<cs::report::wire::ReportFigureInput> cs::json::rules<cs::report::wire::ReportFigureInput> = {
    {"amount", {.max_length = 60}}, {"reason", {.max_length = 1000}}};
template <>
inline const cs::json::Rules<cs::report::wire::PeriodicReportInput> cs::json::rules<cs::report::wire::PeriodicReportInput> = {
    {"figures", {.max_length = 100}}};
template <>
inline const cs::json::Rules<cs::report::wire::ReportReturn> cs::json::rules<cs::report::wire::ReportReturn> = {
    {"reason", {.min_length = 1, .max_length = 2000}}};
