// "Việc của tôi": what waits for the caller, from every module; what has a day first, the nearest first.
#include "server/morning.hpp"
#include "server/routes_http.hpp"

namespace cs::server {
namespace {

namespace wire {

struct Duty {
    std::string kind;
    std::map<std::string, std::string> args;
    std::optional<Day> by;
    bool overdue;
    std::string object_kind, object_id;
};
BOOST_DESCRIBE_STRUCT(Duty, (), (kind, args, by, overdue, object_kind, object_id))

struct Duties {
    std::vector<Duty> items;
};
BOOST_DESCRIBE_STRUCT(Duties, (), (items))

}    // namespace wire

Result<wire::Duties> list(access::Call& call) {
    const Day today = call.today();
    auto all = call.db.read([&](Tx& tx) { return duties_of(tx, call.actor, call.clock.now()); });
    wire::Duties shown;
    for (access::Duty& d : all)
        shown.items.push_back({std::move(d.kind), std::move(d.args), d.by, d.by && *d.by < today, std::move(d.object_kind), std::move(d.object_id)});
    return shown;
}

}    // namespace

void add_duty_routes(access::Api& api) {
    api.read<wire::Duties>({http::Method::get, "/api/duties", access::Operation::list_my_duties,
                            "What waits for the caller: kind and arguments of its sentence, the last day, what to open."},
                           list);
}

}    // namespace cs::server
