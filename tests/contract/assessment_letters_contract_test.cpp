// What a unit is told at once by letter: its sheet or its dossier came back, its recognition was decided.
#include "access/letter.hpp"
#include "contract/assessment_fixture.hpp"
#include "contract/recognition_fixture.hpp"

using namespace cs;
using namespace cs::test;

namespace {

void give_address(Database& db, const Clock& clock, const access::Actor& who) {
    REQUIRE(db.write([&](Tx& tx) { return access::save_my_mail(tx, clock.now(), who, "hop.thu@vi.du", false); }));
}
std::int64_t letters(Database& db, const std::string& kind) {
    return number(db, "select count(*) as n from letter where kind = '" + kind + "' and state = 'waiting'");
}

}    // namespace

TEST_CASE("a unit is told once a day that indicators of its sheet came back") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock, 2025y / 12 / 10);
        NewRound r = review.request();
        r.year = 2025, r.units_on = r.opens_on = 2025y / 12 / 1, r.closes_on = 2026y / 1 / 15;
        review.open(r);
        review.charge("1", Stage::department, "TH", "TH-GT");
        review.charge("2", Stage::department, "TH", "TH-YT");
        review.sent(review.clerk);
        give_address(db, clock, review.clerk);
        give_address(db, clock, review.other_clerk);
        using enum ItemAction;
        REQUIRE(review.check(review.transport, {{"1.2", agree}}));
        CHECK(count(db, "letter") == 0);
        REQUIRE(review.check(review.transport, {{"1.1", send_back, {}, "Thiếu biên bản", Day(2025y / 12 / 20)}}));
        REQUIRE(review.check(review.health, {{"2.1", send_back, {}, "Thiếu biểu", Day(2025y / 12 / 22)}}));
        CHECK(letters(db, "returned") == 1);    // not the neighbour, not twice the same day
        CHECK(number(db, "select count(*) as n from letter_line where kind = 'sheet_returned' and by_day = '2025-12-20'") == 1);
        CHECK(number(db, "select count(*) as n from letter_word where said like '%Thiếu%'") == 0);
    });
}

TEST_CASE("a unit is told that its dossier came back, and that its recognition was decided") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        clock.travel_to(2023y / 1 / 31);
        all.result("MH0101", "xa-ntm-nang-cao-2021-2025", 2022);
        all.mark(Standing::advanced, 90);
        give_address(db, clock, all.clerk);
        const DossierId id = all.drafted();
        all.approved(id);
        CHECK(count(db, "letter") == 0);    // its own steps and those of offices are no letters
        REQUIRE(all.as(all.decider, [&](const Moment& m) { return decide_dossier(m, id, form(2023y / 1 / 10)); }));
        CHECK(letters(db, "decided") == 1);
    });
}

TEST_CASE("what is to be completed is told at once") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        clock.travel_to(2023y / 1 / 31);
        give_address(db, clock, all.clerk);
        const DossierId id = all.drafted();
        all.submitted(id);
        StepForm back = form(2022y / 12 / 18);
        back.requests = {"Bổ sung biên bản niêm yết"};
        back.due_on = 2022y / 12 / 25;
        REQUIRE(all.step(all.district, id, DossierAction::send_back, back));
        CHECK(letters(db, "returned") == 1);
        CHECK(number(db, "select count(*) as n from letter_line where kind = 'dossier_returned' and by_day = '2022-12-25'") == 1);
    });
}
