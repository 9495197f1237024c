#include "server/printed.hpp"

#include <fmt/core.h>

#include "access/grant_procedure.hpp"
#include "access/permissions.hpp"
#include "audit/catalogue.hpp"
#include "base/procedure_print.hpp"
#include "law/print.hpp"
#include "platform/i18n.hpp"
#include "platform/sql/database.hpp"
#include "server/commands.hpp"
#include "server/routes_http.hpp"

namespace cs::server {
namespace {

std::string print_procedures() {
    return "# Procedures\n\nPrinted by `chungsuc describe procedures` from the tables the program runs on: who may do what, from which "
           "state, on which conditions, under which clause.\n\n## Giving a role (grant)\n\n" +
           as_markdown(access::grant_procedure) + "\n```mermaid\n" + as_mermaid(access::grant_procedure) + "```\n";
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
        "# Permissions\n\nPrinted by `chungsuc describe permissions`. One row for each operation of the program; the matrix test walks "
        "every operation × every role.\n\n| operation | who may | own units only | under |\n|---|---|---|---|\n";
    for (const access::Permission& row : access::permissions())
        page += fmt::format("| `{}` | {} | {} | {} |\n", word(row.operation), may_cell(row), row.by_unit ? "yes" : "", row.clause);
    return page;
}

std::string print_events() {
    std::string page =
        "# Events of the journal\n\nPrinted by `chungsuc describe events`. Every command leaves exactly one; *personal* fields are chained "
        "as salted commitments and can be erased.\n\n| event | object | kept | fields |\n|---|---|---|---|\n";
    for (const audit::EventRow& row : audit::catalogue) {
        std::string fields;
        for (const audit::Field& f : row.fields)
            fields += fmt::format("{}{}{}", fields.empty() ? "" : ", ", f.name, f.is_personal() ? " *(personal)*" : "");
        page += fmt::format("| `{}` | {} | {} | {} |\n", word_of(row.event), row.object_kind.empty() ? "–" : row.object_kind,
                            row.retention_years == audit::for_ever ? "for ever" : fmt::format("{} years", row.retention_years), fields);
    }
    return page;
}

// The routes need a database to be built, not to be printed: one in memory, never opened for a query.
std::string print_openapi() {
    const auto db = sql::open("sqlite::memory:");
    CS_CHECK(db.has_value());
    const SystemClock clock;
    http::Router router;
    access::Api api(router, **db, clock, false);
    add_routes(api);
    return json::to_pretty(http::openapi(router, CS_VERSION));
}

}    // namespace

const std::vector<PrintedPage>& printed_pages() {
    static const std::vector<PrintedPage> pages = {
        {"procedures", "docs/domain/procedures.md", print_procedures},
        {"permissions", "docs/domain/permissions.md", print_permissions},
        {"settings", "docs/howto/settings.md", print_settings},
        {"events", "docs/domain/events.md", print_events},
        {"openapi", "api/openapi.json", print_openapi},
        {"clauses", "docs/domain/clauses.md", law::print_clauses},
        {"parameters", "docs/domain/parameters.md", law::print_parameters},
        {"calendar", "docs/domain/calendar.md", law::print_calendar},
        {"glossary", "docs/domain/glossary.md", law::print_glossary},
    };
    return pages;
}

}    // namespace cs::server
