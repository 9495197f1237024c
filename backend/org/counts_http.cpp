#include "org/boundary.hpp"
#include "org/org_http.hpp"
#include "org/query_http.hpp"
#include "org/wire_http.hpp"
#include "platform/i18n.hpp"

namespace cs::org {
namespace {

using access::Call;
using access::Operation;

struct KindCountRow {
    UnitKind kind;
    std::int64_t count, rural;
};
BOOST_DESCRIBE_STRUCT(KindCountRow, (), (kind, count, rural))

struct YearCountRow {
    int year;
    Day day;
    std::vector<KindCountRow> counts;
    std::int64_t unassigned;
};
BOOST_DESCRIBE_STRUCT(YearCountRow, (), (year, day, counts, unassigned))

struct UnitCounts {
    std::vector<YearCountRow> years;
};
BOOST_DESCRIBE_STRUCT(UnitCounts, (), (years))

struct NamedBoundaryRow {
    std::string key, name, description;
    Day frame;    // the last day on which its root stood as it was
};
BOOST_DESCRIBE_STRUCT(NamedBoundaryRow, (), (key, name, description, frame))

struct Boundaries {
    std::vector<NamedBoundaryRow> items;
};
BOOST_DESCRIBE_STRUCT(Boundaries, (), (items))

Result<UnitCounts> count(Call& call) {
    const Day today = call.today();
    const int this_year = static_cast<int>(today.year());
    CS_TRY(const int from, call.query_int("from_year", this_year, 1900, 2200));
    CS_TRY(const int to, call.query_int("to_year", this_year, 1900, 2200));
    return call.db.read([&](Tx& tx) -> Result<UnitCounts> {
        CS_TRY(const auto root, under(call, tx, today));
        const auto forest = UnitStore(tx).forest();
        CS_TRY(const Boundary boundary, read_boundary(*forest, call.query("boundary").value_or(""), root, today));
        CS_TRY(const auto years, count_units(*forest, boundary, from, to, today));
        UnitCounts shown;
        for (const YearCount& y : years) {
            YearCountRow row{y.year, y.day, {}, y.unassigned};
            for (const KindCount& k : y.counts) row.counts.push_back({k.kind, k.count, k.rural});
            shown.years.push_back(std::move(row));
        }
        return shown;
    });
}

Result<Boundaries> boundaries(Call&) {
    Boundaries shown;
    for (const NamedBoundary& b : named_boundaries()) {
        const std::string key(b.key);
        shown.items.push_back({key, say("boundary." + key + ".name"), say("boundary." + key + ".description"), b.frame});
    }
    return shown;
}

}  // namespace

void add_count_routes(access::Api& api) {
    using enum Operation;
    api.read<UnitCounts>({http::Method::get,
                          "/api/unit-counts",
                          count_units,
                          "Units by kind and year under one boundary.",
                          {{"under", "The root, by id; the whole country when absent."},
                           {"under_code", "The root, by the code it holds today."},
                           {"from_year", "First year."},
                           {"to_year", "Last year."},
                           {"boundary", "as_reported, today, a day, or a named boundary."}}},
                         count);
    api.read<Boundaries>({http::Method::get, "/api/boundaries", list_boundaries, "The named boundaries."}, boundaries);
}

}  // namespace cs::org
