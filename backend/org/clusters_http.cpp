#include "org/commands.hpp"
#include "org/org_http.hpp"
#include "org/query_http.hpp"
#include "org/wire_http.hpp"

namespace cs::org {
namespace {

using access::Action;
using access::Call;
using access::Operation;
using access::Role;

struct ClusterMember {
    UnitId unit_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ClusterMember, (), (unit_id, name))

struct Cluster {
    ClusterId id;
    std::string name;
    ClusterKind kind;
    int year;
    std::optional<UnitId> head_unit_id;
    std::vector<ClusterMember> members;
    std::int64_t version;  // of this year; send it back in If-Match
    std::vector<Action> actions;
};
BOOST_DESCRIBE_STRUCT(Cluster, (), (id, name, kind, year, head_unit_id, members, version, actions))

struct Clusters {
    std::vector<Cluster> items;
    std::vector<Action> actions;
};
BOOST_DESCRIBE_STRUCT(Clusters, (), (items, actions))

struct ClusterInput {
    std::string name;
    ClusterKind kind;
};
BOOST_DESCRIBE_STRUCT(ClusterInput, (), (name, kind))

struct NewCluster {
    ClusterId id;
};
BOOST_DESCRIBE_STRUCT(NewCluster, (), (id))

struct ClusterYearInput {
    std::string name;
    std::optional<UnitId> head_unit_id;
    std::vector<UnitId> member_ids;
};
BOOST_DESCRIBE_STRUCT(ClusterYearInput, (), (name, head_unit_id, member_ids))

Action saving(const Call& call) {
    return access::action(Operation::save_cluster, may(call.actor, Operation::save_cluster));
}

Cluster shown(const Call& call, const ClusterYear& c) {
    Cluster out{c.id, c.name, c.kind, c.year, c.head, {}, c.version, {saving(call)}};
    for (std::size_t i = 0; i < c.members.size(); ++i) out.members.push_back({c.members[i], c.member_names[i]});
    return out;
}

Result<Clusters> list(Call& call) {
    CS_TRY(const int year, call.query_int("year", static_cast<int>(call.today().year()), 1900, 2200));
    return call.db.read([&](Tx& tx) -> Result<Clusters> {
        Clusters all{{},
                     {access::action(Operation::add_cluster, may(call.actor, Operation::add_cluster)), saving(call)}};
        for (const ClusterYear& c : ClusterStore(tx).of_year(year)) all.items.push_back(shown(call, c));
        return all;
    });
}

Result<NewCluster> add(Call& call, const ClusterInput& input) {
    CS_TRY(const Role role, may(call.actor, Operation::add_cluster));
    return call.db.write([&](Tx& tx) -> Result<NewCluster> {
        CS_TRY(ClusterId id, add_cluster(tx, call.clock.now(), call.actor.by(role), input.kind, input.name));
        return NewCluster{std::move(id)};
    });
}

Result<Cluster> save(Call& call, const ClusterYearInput& input) {
    CS_TRY(const Role role, may(call.actor, Operation::save_cluster));
    const auto id = ClusterId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "org.cluster_unknown");
    const std::string year_text = call.param("year");
    const bool digits = year_text.size() == 4 && year_text.find_first_not_of("0123456789") == std::string::npos;
    const int year = digits ? std::stoi(year_text) : 0;  // 0 is refused with the years that may stand there
    return call.db.write([&](Tx& tx) -> Result<Cluster> {
        CS_TRY(const ClusterYear saved,
               save_cluster(tx, call.clock.now(), call.actor.by(role), *id, year,
                            {input.name, input.head_unit_id, input.member_ids, call.if_match()}));
        return shown(call, saved);
    });
}

}  // namespace

void add_cluster_routes(access::Api& api) {
    using enum Operation;
    using http::Method;
    api.read<Clusters>({Method::get,
                        "/api/clusters",
                        list_clusters,
                        "Clusters and blocks of a year.",
                        {{"year", "This year when absent."}}},
                       list);
    api.write<ClusterInput, NewCluster>({Method::post,
                                         "/api/clusters",
                                         Operation::add_cluster,
                                         "A new cluster or block, without members yet.",
                                         {},
                                         201},
                                        add);
    api.write<ClusterYearInput, Cluster>({Method::put, "/api/clusters/{id}/years/{year}", Operation::save_cluster,
                                          "Name, members and head of one year, whole."},
                                         save);
}

}  // namespace cs::org
