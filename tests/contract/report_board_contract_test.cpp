// The board as it is read: what is saved is shown, over the days on which the tree changed, on both engines.
#include <fstream>
#include <sstream>

#include "assessment/register.hpp"
#include "contract/access_fixture.hpp"
#include "contract/org_fixture.hpp"
#include "platform/list_file.hpp"
#include "report/asked.hpp"
#include "report/standings.hpp"

using namespace cs;
using namespace cs::report;
using namespace cs::test;
using assessment::Recognition;
using assessment::Standing;
using movement::PlanTarget;

namespace {

constexpr std::array nine = {"09352", "09349", "09280", "09481", "09499", "09415", "09412", "09433", "09421"};

struct Register {
    Database& db;
    FrozenClock& clock;
    Register(Database& d, FrozenClock& c) : db(d), clock(c) {
        clock.travel_to(2026y / 11 / 23);
        seed(db, clock);
        REQUIRE(db.write([&](Tx& tx) -> Done {
            for (const char* code : nine) CS_TRY_DONE(add(tx, code, Standing::advanced, 2021y / 12 / 31));
            return {};
        }));
    }
    Result<Recognition> add(Tx& tx, const char* code, Standing standing, Day from) {
        return assessment::add_recognition(tx, clock.now(), {},
                                           {assessment::RecognitionId::born(clock.now()), id_of(tx, code, from), "", standing, "",
                                            static_cast<int>(from.year()), {"unknown", std::nullopt, "unknown"}, from,
                                            "cs.standing_by_decision", "kiểm thử", law::Confidence::verified});
    }
    BoardRow row(PlanTarget target, Day on, const std::string& boundary = "plan_547") {
        return db.read([&](Tx& tx) {
            const auto asked = ask(*org::UnitStore(tx).forest(), on, boundary, std::nullopt, legal_day(clock.now()));
            REQUIRE(asked);
            const Counted counted = count(tx, *asked);
            return make_board(counted.census, counted.readings).at(static_cast<std::size_t>(target));
        });
    }
};

}    // namespace

TEST_CASE("the advanced communes of the Plan's area: 9 of 89, over 04/2023 5 of 70, over 07/2025 none of 21 and nine in history") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Register made(db, clock);
        const auto shown = [&](Day day) {
            const BoardRow row = made.row(PlanTarget::advanced_communes, day);
            return std::vector<std::int64_t>{row.count, row.of, row.urban, row.history};
        };
        CHECK(shown(2022y / 12 / 7) == std::vector<std::int64_t>{9, 89, 0, 0});
        CHECK(shown(2023y / 4 / 9) == std::vector<std::int64_t>{9, 89, 0, 0});
        CHECK(shown(2023y / 4 / 10) == std::vector<std::int64_t>{5, 70, 4, 0});
        CHECK(shown(2025y / 1 / 1) == std::vector<std::int64_t>{4, 66, 5, 0});
        CHECK(shown(2025y / 7 / 1) == std::vector<std::int64_t>{0, 21, 0, 9});
        CHECK(made.row(PlanTarget::advanced_communes, 2022y / 12 / 7, "as_reported").of == 8248);    // no root: the whole country
        const auto years = db.read([&](Tx& tx) {
            const auto asked = ask(*org::UnitStore(tx).forest(), 2025y / 12 / 31, "plan_547", std::nullopt, 2026y / 11 / 23);
            return board_by_year(count(tx, *asked), *asked, 2026y / 11 / 23);
        });
        REQUIRE(years.size() == 5);
        CHECK(years[0].rows[0].count == 9);
        CHECK(years[2].rows[0].of == 70);
        CHECK(years[4].day == Day(2025y / 12 / 31));
    });
}

TEST_CASE("what is saved is shown at the next reading, and what was rolled back never is") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Register made(db, clock);
        const auto counted = [&] { return made.row(PlanTarget::advanced_communes, 2022y / 12 / 7).count; };
        CHECK(counted() == 9);
        REQUIRE(db.write([&](Tx& tx) { return made.add(tx, "09322", Standing::model, 2022y / 1 / 19); }));
        CHECK(counted() == 10);
        CHECK(made.row(PlanTarget::model_communes, 2022y / 12 / 7).count == 1);
        const Done undone = db.write([&](Tx& tx) -> Done {
            CS_TRY_DONE(made.add(tx, "09325", Standing::advanced, 2022y / 1 / 19));
            CHECK(assessment::holdings(tx)->of(id_of(tx, "09325", 2022y / 1 / 19)).size() == 1);    // seen by its own transaction
            return refuse(Problem::bad_input, "org.reason_missing");
        });
        CHECK_FALSE(undone);
        CHECK(counted() == 10);
        REQUIRE(db.write([&](Tx& tx) -> Done {
            assessment::RegisterStore store(tx);
            const auto model = store.of_unit(id_of(tx, "09322", 2022y / 1 / 19)).at(0);
            store.withdraw(model.id, {{"9/QĐ", 2022y / 12 / 1, "unknown"}, 2022y / 12 / 2, ""}, {}, clock.now(), {});
            return {};
        }));
        CHECK(counted() == 9);
    });
}

TEST_CASE("a row recorded long before those already known is not missed") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Register made(db, clock);
        CHECK(made.row(PlanTarget::advanced_communes, 2022y / 12 / 7).count == 9);
        clock.travel_to(2026y / 1 / 1);    // ten months back: nothing new since the newest row
        REQUIRE(db.write([&](Tx& tx) { return made.add(tx, "09322", Standing::advanced, 2022y / 1 / 19); }));
        clock.travel_to(2026y / 11 / 23);
        CHECK(made.row(PlanTarget::advanced_communes, 2022y / 12 / 7).count == 10);
    });
}

TEST_CASE("a unit tells its standing, what it was given, and what those were given it was formed out of") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Register made(db, clock);
        const auto told = [&](const char* code, Day day) {
            return db.read([&](Tx& tx) { return standing_of(tx, id_of(tx, code, day), day); });
        };
        const auto then = told("09352", 2022y / 12 / 7);
        REQUIRE(then);
        CHECK(then->standing->standing == Standing::advanced);
        CHECK(then->place == StandingPlace::in_force);
        const auto ward = told("09280", 2023y / 4 / 10);
        CHECK(ward->place == StandingPlace::urban);
        const auto merged = told("09343", 2025y / 7 / 1);    // Xã Tân Chi, out of Tân Chi and Lạc Vệ
        CHECK_FALSE(merged->standing);
        CHECK(merged->own.empty());
        REQUIRE(merged->predecessors.size() == 1);
        CHECK(merged->predecessors[0].year == 2021);
        CHECK_FALSE(told("09322", 2022y / 12 / 7)->standing);
        db.read([&](Tx& tx) {
            CHECK(standing_of(tx, UnitId(new_uuid({})), 2022y / 12 / 7).error().code == "org.unit_unknown_id");
            CHECK(standing_of(tx, id_of(tx, "09352", 2022y / 12 / 7), 2020y / 1 / 1).error().code == "org.before_records");
            return 0;
        });
    });
}

TEST_CASE("the register is searched by words, standing and place, and its export counts and proves itself") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Register made(db, clock);
        db.read([&](Tx& tx) {
            const auto asked = ask(*org::UnitStore(tx).forest(), 2023y / 4 / 10, "plan_547", std::nullopt, 2026y / 11 / 23);
            const Counted counted = count(tx, *asked);
            CHECK(standings_of(counted.census, {}).size() == 9);
            CHECK(standings_of(counted.census, {std::nullopt, StandingPlace::urban, ""}).size() == 4);
            CHECK(standings_of(counted.census, {Standing::model, std::nullopt, ""}).empty());
            const auto found = standings_of(counted.census, {std::nullopt, std::nullopt, "phuong mao"});
            REQUIRE(found.size() == 1);
            CHECK(found[0].unit->state.name == "Phường Phượng Mao");
            const auto file = list_file(standings_list(tx, std::make_shared<const Counted>(count(tx, *asked)), {}, 2023y / 4 / 10), ListFormat::csv, Instant());
            REQUIRE(file);
            std::ostringstream whole;
            whole << std::ifstream(file->path).rdbuf();
            const std::string csv = whole.str();
            CHECK(csv.starts_with("code,name,kind,area,standing,place,year,number,decided_on,signer,counts_from,source\n"));
            CHECK(csv.find("\n# rows=9 sha256=") != std::string::npos);
            CHECK(csv.find("09280,Phường Phượng Mao,ward,,advanced,urban,2021,unknown,unknown,unknown,2021-12-31,") != std::string::npos);
            return 0;
        });
    });
}

TEST_CASE("a recognition of a commune that was merged since is entered by the coordinator of what it became") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Register made(db, clock);
        People people{db, clock};
        const auto enter = [&](const char* holder) {
            const UnitId unit = db.read([&](Tx& tx) { return id_of(tx, holder, 2026y / 11 / 23); });
            const auto actor = people.actor(people.add(std::string("tinh.") + holder, access::Role::province_coordinator, unit, access::Scope::subtree));
            return db.write([&](Tx& tx) {
                return assessment::enter_recognition(tx, clock.now(), actor, UnitTree(tx),
                                                     {assessment::RecognitionId::born(clock.now()), id_of(tx, "09355", 2022y / 12 / 31), "",
                                                      Standing::standard, "", 2022, {"unknown", std::nullopt, "unknown"}, 2022y / 12 / 31,
                                                      "cs.standing_by_decision", "kiểm thử", law::Confidence::verified});
            });
        };
        CHECK(enter("22").error().code == "access.not_your_unit");    // Quảng Ninh
        CHECK(enter("24"));
    });
}

TEST_CASE("a day before the records and an unknown boundary are refused") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        db.read([&](Tx& tx) {
            const auto forest = org::UnitStore(tx).forest();
            CHECK(ask(*forest, 2020y / 1 / 1, "plan_547", std::nullopt, 2022y / 12 / 7).error().code == "org.before_records");
            CHECK(ask(*forest, 2022y / 1 / 1, "plan_548", std::nullopt, 2022y / 12 / 7).error().code == "org.boundary_unknown");
            return 0;
        });
    });
}
