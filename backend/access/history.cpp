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
    {"delegation", Operation::list_grants},
    {"recognition", Operation::list_recognitions},
    {"target", Operation::list_targets},
    {"denominator", Operation::list_readings},
    {"reading_choice", Operation::list_readings},
    {"map_layer", Operation::list_map_layers},
    {"recognition", Operation::list_recognitions},
    {"council", Operation::list_councils},
});

// Each name is asked for once; the journal itself keeps ids, so that an erased person has no name in it.
class Names {
public:
    explicit Names(Tx& tx) : tx_(tx) {}
    std::string of(const PersonId& person) {
        const auto [at, fresh] = known_.try_emplace(person.text());
        if (fresh) at->second = PersonStore(tx_).name(person);
        return at->second;
    }

private:
    Tx& tx_;
    std::map<std::string, std::string> known_;
};

std::optional<GrantRecord> delegation(Tx& tx, const std::string& id) {
    auto found = GrantStore(tx).find(GrantId(id));
    return found ? std::optional(*std::move(found)) : std::nullopt;
}

// One sees what happened to one's own account, and what was done in a role one gave or holds for somebody absent.
bool is_his_own(Tx& tx, const Actor& actor, std::string_view kind, const std::string& id) {
    if (kind == "person") return actor.person->text() == id;
    if (kind != "delegation") return false;
    const auto grant = delegation(tx, id);
    return grant && (grant->person == actor.person || grant->grant.delegated_by == actor.person);
}

Done may_see(Tx& tx, const Actor& actor, std::string_view kind, const std::string& id) {
    for (const Kind& k : kinds) {
        if (k.name != kind) continue;
        if (actor.person && is_his_own(tx, actor, kind, id)) return {};
        return pass(actor, k.shown_by);
    }
    return refuse(Problem::not_found, "access.history_kind_unknown", {{"kind", std::string(kind)}});
}

}    // namespace

Result<NamedHistory> history(Tx& tx, const Actor& actor, std::string_view kind, const std::string& id, int limit,
                             std::optional<std::pair<Day, std::int64_t>> before) {
    CS_TRY_DONE(may_see(tx, actor, kind, id));
    return history_unasked(tx, kind, id, limit, before);
}

NamedHistory history_unasked(Tx& tx, std::string_view kind, const std::string& id, int limit,
                             std::optional<std::pair<Day, std::int64_t>> before) {
    audit::HistoryPage page = audit::history(tx, kind, id, limit, before);
    Names names(tx);
    NamedHistory named{{}, page.next};
    for (audit::PastEntry& past : page.entries) {
        for (audit::Change& c : past.entry.changes)
            if (c.field == "person" && c.to) c.to = names.of(PersonId(*c.to));
        std::string name = past.by.person ? names.of(*past.by.person) : "";
        std::string covers_for;
        if (past.by.delegation)
            if (const auto grant = delegation(tx, *past.by.delegation)) covers_for = grant->delegated_by_name;
        named.entries.push_back({std::move(past), std::move(name), std::move(covers_for)});
    }
    return named;
}

}    // namespace cs::access
