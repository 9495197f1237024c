#pragma once
// The seeded country and the smallest drafts, for the tests of org.
#include <set>

#include "access/commands.hpp"
#include "contract/databases.hpp"
#include "org/boundary.hpp"
#include "org/commands.hpp"
#include "org/country.hpp"
#include "org/tree.hpp"
#include "platform/sql/sql.hpp"

namespace cs::test {

using namespace cs::org;
using namespace std::chrono_literals;

inline constexpr audit::By program{};

inline void seed(Database& db, const Clock& clock) {
    REQUIRE(db.write([&](Tx& tx) { return seed_country(tx, clock.now()); }));
}

inline UnitId id_of(Tx& tx, const std::string& code, Day on) {
    const auto id = UnitStore(tx).with_code(code, on);
    REQUIRE(id);
    return *id;
}

inline std::int64_t total(Tx& tx, const std::string& under, Day on, std::optional<UnitKind> kind,
                          const std::string& words = "") {
    const auto page = UnitStore(tx).list({on, id_of(tx, under, on), kind, words}, std::nullopt, 1);
    REQUIRE(page);
    return page->total;
}

inline Draft one_line(const std::string& key, Day day, decltype(Line::what) what) {
    return {key, day, "Một thay đổi", "unknown", "test", "", {}, law::Confidence::unknown, {{1, std::move(what)}}};
}

inline Draft rename(const std::string& key, Day day, const std::string& code, const std::string& name) {
    NewState state;
    state.name = name;
    return one_line(key, day, Alter{ChangeKind::rename, code, state});
}

// How many rows each table holds: a refused command must leave them all as they were.
inline std::vector<std::int64_t> sizes(Database& db) {
    return db.read([](Tx& tx) {
        const auto forest = UnitStore(tx).forest();
        return std::vector<std::int64_t>{
            static_cast<std::int64_t>(forest->versions().size()), static_cast<std::int64_t>(forest->links().size()),
            static_cast<std::int64_t>(ReorganisationStore(tx).all().size()), audit::verify(tx).entries};
    });
}

}  // namespace cs::test
