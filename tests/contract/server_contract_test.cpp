// Each invariant of `verify` can fail: a row written behind the program's back is found and named.
#include "contract/databases.hpp"
#include "contract/probe.hpp"
#include "server/invariants.hpp"
#include "server/seeding.hpp"

using namespace cs;
using namespace cs::test;

namespace {

std::vector<std::string> broken(Database& db) {
    std::vector<std::string> sentences;
    for (const server::Invariant& invariant : server::invariants())
        if (db.read([&](Tx& tx) { return invariant.first_broken(tx); })) sentences.emplace_back(invariant.sentence);
    return sentences;
}

}    // namespace

TEST_CASE("a fresh world breaks no invariant, and each way of breaking one is named") {
    for_each_database([](Database& db, FrozenClock& clock) {
        clock.travel_to(2026y / 11 / 23);
        REQUIRE(db.write([&](Tx& tx) { return server::seed_world(tx, clock, "demo"); }));
        CHECK(broken(db).empty());
        const auto breaks = [&](const std::string& sql, const std::string& sentence) {
            script(db, sql);
            const auto found = broken(db);
            CHECK_MESSAGE(std::find(found.begin(), found.end(), sentence) != found.end(), sentence);
        };
        breaks("update unit_version set until_day = '2024-01-01' where code = '259' and from_day = '2021-02-01'",
               "a unit has at most one state on a day");
        breaks("update unit_version set code = '27' where code = '26' and from_day = '2021-02-01'",
               "a code belongs to one unit on a day");
        breaks("update unit_version set from_day = '2021-03-01' where code = '01' and from_day = '2021-02-01'",
               "a unit's parent exists on the day the state begins");
        breaks("update unit_version set until_day = '2022-01-01' where code = '01' and from_day = '2021-03-01'",
               "no child outlives its parent");
        breaks("update role_grant set proposed_by = person_id, decided_by = null where role = 'auditor'",
               "a role is granted by a second person");
        breaks("update role_grant set unit_id = 'nowhere' where role = 'inspector'",
               "a role is held in a unit that exists");
        breaks("update dossier set state = 'agreed' where state = 'with_province'",
               "a dossier stands where its last step led, on the day of that step");
        breaks("update recognition set dossier_id = null where dossier_id is not null",
               "a decided dossier has its recognition, a withdrawn recognition its decision");
        breaks("update dossier set state = 'before_council' where state = 'posted' or state = 'agreed'",
               "what is before the council is on the agenda of one session that is not over");
        breaks("update council_vote set member_id = (select min(id) from council_member), votes = 1;"
               "delete from council_attendance where member_id = (select min(id) from council_member)",
               "only who was present voted");
    });
}
