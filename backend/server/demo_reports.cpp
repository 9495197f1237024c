#include "server/demo_reports.hpp"

#include "org/store.hpp"
#include "org/tree.hpp"
#include "report/periodic_commands.hpp"
#include "server/demo_world.hpp"

namespace cs::server {
namespace {

using namespace cs::report;

constexpr std::chrono::hours nine_in_vietnam(2);

// "canals=0,6;labour_days=540": what is not named is 0.
ReportInput input_of(std::string_view figures) {
    std::map<std::string, std::string, std::less<>> given;
    while (!figures.empty()) {
        const std::string_view one = figures.substr(0, figures.find(';'));
        given.emplace(one.substr(0, one.find('=')), one.substr(one.find('=') + 1));
        figures.remove_prefix(std::min(one.size() + 1, figures.size()));
    }
    ReportInput input;
    for (const Figure& each : report_figures()) {
        const auto at = given.find(each.key);
        input.figures.push_back({each.key, at == given.end() ? "0" : at->second, ""});
    }
    return input;
}

template <class Work>
Done as(Tx& tx, const std::string& login, Day day, Day today, const Work& work) {
    const org::UnitTree tree(tx);
    const access::Actor actor = demo_actor(tx, login, today);
    CS_TRY_DONE(work(Moment{tx, Instant(std::chrono::sys_days(day)) + nine_in_vietnam, actor, tree}));
    return {};
}

}    // namespace

Done seed_reports(Tx& tx, Instant now) {
    const Day today = legal_day(now);
    for (const auto& row : demo_rows("demo/reports.tsv")) {
        CS_CHECK(row.size() == 8);
        const auto period = parse_period(row[2]);
        const auto sent = parse_day(row[3]);
        CS_CHECK(period && sent);
        if (*sent > today) continue;    // a world seeded at an earlier day does not know it yet
        CS_TRY(const UnitId unit, org::UnitStore(tx).with_code(row[0], *sent));
        const ReportStepForm form{*sent, {row[4], *sent, row[5], assessment::Via::document_system}, ""};
        CS_TRY_DONE(as(tx, row[1], *sent, today, [&](const Moment& m) { return save_report(m, unit, *period, input_of(row[7]), 0); }));
        CS_TRY_DONE(as(tx, row[1], *sent, today, [&](const Moment& m) { return take_report_step(m, unit, *period, ReportAction::send, form); }));
        const auto received = parse_day(row[6]);
        if (!received || *received > today) continue;
        CS_TRY_DONE(as(tx, "dieuphoi.tinh", *received, today, [&](const Moment& m) {
            return take_report_step(m, unit, *period, ReportAction::receive, {*received, {"", std::nullopt, "", {}}, ""});
        }));
    }
    return {};
}

}    // namespace cs::server
