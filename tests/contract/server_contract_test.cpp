// Each invariant of `verify` can fail: a row written behind the program's back is found and named.
#include "contract/assessment_fixture.hpp"
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
        breaks("update target_figure set sequence = 3 where year = 2024 and kind = 'actual'",
               "a corrected value of a target follows the one it corrects");
        breaks("insert into reading_choice (id, root_unit, target, reading, denominator_id, number, day, note, recorded_at, recorded_by) "
               "select 'x', root_unit, 'model_communes', 'of_all', id, '1', '2024-01-01', '', 0, null from assigned_denominator",
               "a chosen reading names a denominator of its own target and territory");
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

TEST_CASE("each way of breaking a review or a cover is named") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        review.sent(review.clerk);
        review.sent(review.other_clerk, "TH12");
        REQUIRE(review.check(review.district, {{"1.1", ItemAction::send_back, {}, "Thiếu biểu", Day(2024y / 12 / 20)}}));
        const access::Delegation cover{review.clerk.grants.at(0).id, "chu.tich", Period{review.today(), plus_days(review.today(), 5)}, "1/UQ", review.today()};
        review.must([&](Tx& tx) { return access::delegate_role(tx, review.now(), review.clerk, UnitTree(tx), cover); });
        CHECK(broken(db).empty());
        const auto breaks = [&](const std::string& sql, const std::string& sentence, const std::string& mend) {
            script(db, sql);
            const auto found = broken(db);
            CHECK_MESSAGE(std::find(found.begin(), found.end(), sentence) != found.end(), sentence);
            script(db, mend);
            CHECK(broken(db).empty());
        };
        const std::string id = review.sheet("TH12").text();
        breaks("update role_grant set valid_until = null where delegated_from is not null",
               "a role is covered by another person, from one's own, until a day",
               "update role_grant set valid_until = '2024-12-15' where delegated_from is not null");
        breaks("insert into receipt (year, number, kind, object_id, content, digest, at) values (2024, 4, 'sheet', 'x', '', '', 0)",
               "receipts of a year have no gaps", "delete from receipt where number = 4");
        breaks("insert into appraised_result (sheet_id, sequence, verdict, met, criteria, provisional, content, report, digest, paper_number, "
               "paper_day, note, given_at) values ('" + id + "', 1, 'met', 1, 1, 0, '', '', '', '', '', '', 0)",
               "an appraised sheet has exactly one result in force, any other none", "delete from appraised_result");
        breaks("update assessment_item set state = 'open' where state = 'returned'",
               "an item is returned until a day while its sheet is, and a returned sheet has one",
               "update assessment_item set state = 'returned' where indicator = '1.1'");
        breaks("update assessment_sheet set state = 'checked' where id = '" + id + "'", "a sheet's state is what its last journal entry says",
               "update assessment_sheet set state = 'submitted' where id = '" + id + "'");
    });
}
