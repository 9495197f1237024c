#include "access/history.hpp"

#include <array>
#include <map>

#include "access/permissions.hpp"
#include "access/store.hpp"

namespace cs::access {
namespace {

// The operation that lets one see an object lets one see its history.
struct Kind {
    std::string_view name;
    Operation shown_by;
};
constexpr auto kinds = std::to_array<Kind>({
    {"unit", Operation::show_unit},
    {"unit_import", Operation::list_units},
    {"reorganisation", Operation::show_reorganisation},
    {"cluster", Operation::list_clusters},
    {"criteria_set", Operation::list_confirmations},
    {"person", Operation::show_person},
    {"session", Operation::show_person},
    {"grant", Operation::list_grants},
});

Done may_see(const Actor& actor, std::string_view kind, const std::string& id) {
    for (const Kind& k : kinds) {
        if (k.name != kind) continue;
        if (kind == "person" && actor.person && actor.person->text() == id) return {};
        return pass(actor, k.shown_by);
    }
    return refuse(Problem::not_found, "access.history_kind_unknown", {{"kind", std::string(kind)}});
}

}    // namespace

Result<NamedHistory> history(Tx& tx, const Actor& actor, std::string_view kind, const std::string& id, int limit,
                             std::optional<std::pair<Day, std::int64_t>> before) {
    CS_TRY_DONE(may_see(actor, kind, id));
    audit::HistoryPage page = audit::history(tx, kind, id, limit, before);
    std::map<std::string, std::string> names;
    NamedHistory named{{}, page.next};
    for (audit::PastEntry& past : page.entries) {
        std::string name;
        if (past.by.person) {
            const auto [at, fresh] = names.try_emplace(past.by.person->text());
            if (fresh) at->second = PersonStore(tx).name(*past.by.person);
            name = at->second;
        }
        named.entries.push_back({std::move(past), std::move(name)});
    }
    return named;
}

}    // namespace cs::access
