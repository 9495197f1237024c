#include "law/law.hpp"
#include "server/routes_http.hpp"

namespace cs::server {
namespace {

struct ParameterRow {
    std::string key, value, unit;
    Day from;
    std::optional<Day> until;
    std::string source, confidence, note;
};
struct Parameters {
    Day on;
    std::vector<ParameterRow> items;
};
struct ClauseRow {
    std::string key, citation, title;
    std::optional<Day> from, until;
    std::string source, confidence;
};
struct Clauses {
    std::vector<ClauseRow> items;
};
BOOST_DESCRIBE_STRUCT(ParameterRow, (), (key, value, unit, from, until, source, confidence, note))
BOOST_DESCRIBE_STRUCT(Parameters, (), (on, items))
BOOST_DESCRIBE_STRUCT(ClauseRow, (), (key, citation, title, from, until, source, confidence))
BOOST_DESCRIBE_STRUCT(Clauses, (), (items))

Result<Parameters> list_parameters(access::Call& call) {
    CS_TRY(const std::optional<Day> on, call.query_day("on"));
    Parameters page{on.value_or(call.today()), {}};
    for (const law::Parameter& p : law::law().parameters.in_force(page.on))
        page.items.push_back({p.key, p.value, std::string(word(p.unit)), p.period.from, p.period.until, p.source,
                              std::string(word(p.confidence)), p.note});
    return page;
}

Result<Clauses> list_clauses(access::Call&) {
    const law::Clauses& clauses = law::law().clauses;
    Clauses page;
    for (const law::Clause& c : clauses.all())
        page.items.push_back(
            {c.key, clauses.citation(c), c.title, c.from, c.until, c.source, std::string(word(c.confidence))});
    return page;
}

}    // namespace

void add_law_routes(access::Api& api) {
    api.read<Parameters>({http::Method::get,
                          "/api/law/parameters",
                          access::Operation::list_parameters,
                          "Dated parameters in force on a day, with their sources.",
                          {{"on", "the day, today by default", false}}},
                         server::list_parameters);
    api.read<Clauses>(
        {http::Method::get, "/api/law/clauses", access::Operation::list_clauses, "Every clause this program cites."},
        server::list_clauses);
}

}    // namespace cs::server
