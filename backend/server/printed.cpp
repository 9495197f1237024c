#include "server/printed.hpp"

#include <fmt/core.h>

#include "access/grant_procedure.hpp"
#include "access/permissions.hpp"
#include "assessment/confirmation_procedure.hpp"
#include "assessment/dossier_procedure.hpp"
#include "assessment/item_procedure.hpp"
#include "assessment/sheet_procedure.hpp"
#include "assessment/withdrawal_procedure.hpp"
#include "audit/print.hpp"
#include "base/procedure_print.hpp"
#include "council/session_procedure.hpp"
#include "law/print.hpp"
#include "platform/i18n.hpp"
#include "platform/sql/database.hpp"
#include "ranking/closing_procedure.hpp"
#include "report/periodic_procedure.hpp"
#include "report/print.hpp"
#include "scoring/agreement_procedure.hpp"
#include "scoring/score_procedure.hpp"
#include "server/commands.hpp"
#include "server/evidence_house.hpp"
#include "server/routes_http.hpp"

namespace cs::server {
namespace {

template <class P>
std::string section(const char* title, const P& procedure) {
    return fmt::format("\n## {} ({})\n\n{}\n```mermaid\n{}```\n", title, procedure.name, as_markdown(procedure), as_mermaid(procedure));
}

std::string print_procedures() {
    return "# Procedures\n\nPrinted by `chungsuc describe procedures` from the tables the program runs on: who may do what, from "
           "which state, on which conditions, under which clause.\n" +
           section("Giving a role", access::grant_procedure) + section("The yearly review of a unit", assessment::sheet_procedure) +
           section("The check of an indicator", assessment::item_procedure) + section("A recognition dossier", assessment::dossier_procedure) +
           section("What an office says of a dossier", assessment::confirmation_procedure) +
           section("The withdrawal of a recognition", assessment::withdrawal_procedure) +
           section("A session of the appraisal council", council::session_procedure) +
           section("An emulation agreement", scoring::agreement_procedure) +
           section("The scoring of a unit in March", scoring::score_procedure) + section("The closing of a ranking", ranking::closing_procedure) +
           section("A half-year or year-end report", report::periodic_procedure);
}

std::string may_cell(const access::Permission& row) {
    switch (row.audience) {
        case access::Audience::anyone: return "anyone";
        case access::Audience::signed_in: return "whoever is signed in";
        case access::Audience::roles: return words_of(row.roles);
    }
    broken("an audience without a word", __FILE__, __LINE__);
}

std::string print_permissions() {
    std::string page =
        "# Permissions\n\nPrinted by `chungsuc describe permissions`. One row for each operation of the program; the "
        "matrix test walks "
        "every operation × every role.\n\n| operation | who may | own units only | under |\n|---|---|---|---|\n";
    for (const access::Permission& row : access::permissions())
        page += fmt::format("| `{}` | {} | {} | {} |\n", word(row.operation), may_cell(row), row.by_unit ? "yes" : "",
                            row.clause);
    return page;
}

// The routes need a database to be built, not to be printed: one in memory, never opened for a query.
std::string print_openapi() {
    const auto db = sql::open("sqlite::memory:");
    CS_CHECK(db.has_value());
    const SystemClock clock;
    http::Router router;
    access::Api api(router, **db, clock, false);
    EvidenceHouse evidence("", 1);    // a folder nothing is written to
    add_routes(api, evidence.files());
    return json::to_pretty(http::openapi(router, CS_VERSION));
}

}    // namespace

const std::vector<PrintedPage>& printed_pages() {
    static const std::vector<PrintedPage> pages = {
        {"procedures", "docs/domain/procedures.md", print_procedures},
        {"permissions", "docs/domain/permissions.md", print_permissions},
        {"settings", "docs/howto/settings.md", print_settings},
        {"events", "docs/domain/events.md", audit::print_catalogue},
        {"openapi", "api/openapi.json", print_openapi},
        {"clauses", "docs/domain/clauses.md", [] { return law::print_clauses(law::law()); }},
        {"parameters", "docs/domain/parameters.md", [] { return law::print_parameters(law::law()); }},
        {"calendar", "docs/domain/calendar.md", [] { return law::print_calendar(law::law()); }},
        {"glossary", "docs/domain/glossary.md", [] { return law::print_glossary(law::law()); }},
        {"reports", "docs/domain/reports.md", report::print_reports},
    };
    return pages;
}

}    // namespace cs::server
