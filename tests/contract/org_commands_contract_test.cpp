// The commands of org on both engines, with their refusals.
#include "contract/org_fixture.hpp"

using namespace cs;
using namespace cs::test;

TEST_CASE("a reorganisation closes and opens states, is journalled once, and a dry run writes nothing") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        const auto before = sizes(db);
        const Draft draft = rename("t1", 2026y / 2 / 1, "09193", "Xã Yên Phong Mới");
        REQUIRE(db.write([&](Tx& tx) { return reorganise(tx, clock.now(), program, draft, true); }));
        CHECK(sizes(db) == before);
        const auto done = db.write([&](Tx& tx) { return reorganise(tx, clock.now(), program, draft, false); });
        REQUIRE(done);
        db.read([&](Tx& tx) {
            const UnitId id = id_of(tx, "09193", 2026y / 2 / 1);
            CHECK(UnitStore(tx).state(id, 2026y / 1 / 31)->name == "Xã Yên Phong");
            CHECK(UnitStore(tx).state(id, 2026y / 2 / 1)->name == "Xã Yên Phong Mới");
            CHECK(audit::history(tx, "unit", id.text(), 10).entries.size() == 2);  // its birth in the seed, and this
            CHECK(audit::history(tx, "reorganisation", done->plan.change.id.text(), 10).entries.size() == 1);
            return true;
        });
        const auto after = sizes(db);
        const auto twice = db.write([&](Tx& tx) { return reorganise(tx, clock.now(), program, draft, false); });
        REQUIRE_FALSE(twice);
        CHECK(twice.error().code == "org.already_applied");
        CHECK(sizes(db) == after);
    });
}

TEST_CASE("of several reorganisations all are applied or none") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        const auto before = sizes(db);
        const std::vector<Draft> drafts = {rename("a", 2026y / 2 / 1, "09193", "Xã Một"),
                                           rename("b", 2026y / 2 / 2, "99999", "Xã Hai")};
        const auto no = db.write([&](Tx& tx) { return reorganise_all(tx, clock.now(), program, drafts, false); });
        REQUIRE_FALSE(no);
        CHECK(no.error().code == "org.reorganisation_faulty");
        CHECK(no.error().faults.front().code == "org.unit_unknown");
        CHECK(sizes(db) == before);
    });
}

TEST_CASE("a wrong reorganisation is taken back; its rows stay readable; it may be applied again") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        Merge merge{"09193", true, {}, {{"09193", Part::full, {}}, {"09205", Part::full, {}}}};
        merge.state.name = "Xã Nhầm";
        merge.state.kind = UnitKind::commune;
        merge.state.parent = "24";
        const Draft wrong = one_line("wrong", 2026y / 3 / 1, merge);
        const auto done = db.write([&](Tx& tx) { return reorganise(tx, clock.now(), program, wrong, false); });
        REQUIRE(done);
        const ChangeId id = done->plan.change.id;
        CHECK(db.read([](Tx& tx) { return total(tx, "24", 2026y / 3 / 1, std::nullopt); }) == 98);

        const auto silent =
            db.write([&](Tx& tx) { return counter_reorganisation(tx, clock.now(), program, id, " ", ""); });
        REQUIRE_FALSE(silent);
        CHECK(silent.error().code == "org.reason_missing");

        const auto back =
            db.write([&](Tx& tx) { return counter_reorganisation(tx, clock.now(), program, id, "ghi nhầm", "BB 01"); });
        REQUIRE(back);
        db.read([&](Tx& tx) {
            CHECK(total(tx, "24", 2026y / 3 / 1, std::nullopt) == 99);
            CHECK(UnitStore(tx).state(id_of(tx, "09193", 2026y / 3 / 1), 2026y / 3 / 1)->name == "Xã Yên Phong");
            const auto rows = ReorganisationStore(tx).rows(id);
            CHECK(rows.opened.size() == 1);
            CHECK(rows.closed.size() == 2);
            CHECK(rows.links.size() == 2);
            CHECK(ReorganisationStore(tx).find(id)->countered_by == back->counter.id);
            CHECK(UnitStore(tx).after(id_of(tx, "09205", 2026y / 3 / 1)).empty());
            return true;
        });
        const auto twice =
            db.write([&](Tx& tx) { return counter_reorganisation(tx, clock.now(), program, id, "lại", ""); });
        CHECK(twice.error().code == "org.already_countered");
        const auto of_counter = db.write(
            [&](Tx& tx) { return counter_reorganisation(tx, clock.now(), program, back->counter.id, "lại", ""); });
        CHECK(of_counter.error().code == "org.counter_of_counter");
        CHECK(db.write([&](Tx& tx) { return reorganise(tx, clock.now(), program, wrong, false); }));
    });
}

TEST_CASE("a reorganisation on which later ones rest cannot be taken back") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        const auto first = db.write([&](Tx& tx) {
            return reorganise(tx, clock.now(), program, rename("1", 2026y / 1 / 1, "09193", "Xã Một"), false);
        });
        REQUIRE(first);
        REQUIRE(db.write([&](Tx& tx) {
            return reorganise(tx, clock.now(), program, rename("2", 2026y / 2 / 1, "09193", "Xã Hai"), false);
        }));
        const auto before = sizes(db);
        const auto no = db.write([&](Tx& tx) {
            return counter_reorganisation(tx, clock.now(), program, first->plan.change.id, "nhầm", "");
        });
        REQUIRE_FALSE(no);
        CHECK(no.error().code == "org.later_change_depends");
        CHECK(sizes(db) == before);
    });
}

TEST_CASE("an import is all or nothing and names the row") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        const std::string header = "unit,code,name,kind,parent,rural,region,from,until\n";
        const auto before = sizes(db);
        const auto no = db.write([&](Tx& tx) {
            return import_units(tx, clock.now(), program,
                                header +
                                    "a,90001,Xã Minh Họa A,commune,258,,DBSH,2023-01-01,2025-07-01\nb,90002,Xã Minh "
                                    "Họa B,commune,99999,,,2023-01-01,\n",
                                false);
        });
        REQUIRE_FALSE(no);
        CHECK(no.error().code == "org.import_faulty");
        REQUIRE(no.error().faults.size() == 1);
        CHECK(no.error().faults.front().code == "org.parent_unknown");
        CHECK(no.error().faults.front().line == 3);
        CHECK(sizes(db) == before);
        const std::string good = header +
                                 "h,,Huyện Minh Họa,district,27,,,2023-01-01,2025-07-01\n"
                                 "a,90001,Xã Minh Họa A,commune,h,,DBSH,2023-01-01,2025-07-01\n";
        REQUIRE(db.write([&](Tx& tx) { return import_units(tx, clock.now(), program, good, true); }));
        CHECK(sizes(db) == before);
        REQUIRE(db.write([&](Tx& tx) { return import_units(tx, clock.now(), program, good, false); }));
        CHECK(db.read([](Tx& tx) { return total(tx, "27", 2023y / 6 / 1, UnitKind::commune); }) == 71);
    });
}

TEST_CASE("a cluster has members and a head of its own each year") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        const auto units = db.read([](Tx& tx) {
            return std::vector<UnitId>{id_of(tx, "09193", 2022y / 12 / 7), id_of(tx, "09196", 2022y / 12 / 7),
                                       id_of(tx, "09193", 2025y / 12 / 7)};
        });
        const auto add = [&](const std::string& name) {
            return *db.write([&](Tx& tx) { return add_cluster(tx, clock.now(), program, ClusterKind::cluster, name); });
        };
        const ClusterId first = add("Cụm số 1"), second = add("Cụm số 2");
        const auto save = [&](const ClusterId& id, int year, const ClusterDraft& draft) {
            return db.write([&](Tx& tx) { return save_cluster(tx, clock.now(), program, id, year, draft); });
        };
        const auto saved = save(first, 2023, {"Cụm số 1", units[0], {units[0], units[1]}});
        REQUIRE(saved);
        CHECK(saved->members.size() == 2);
        REQUIRE(save(first, 2024, {"Cụm số 1", units[1], {units[1]}}));
        db.read([&](Tx& tx) {
            CHECK(ClusterStore(tx).find(first, 2023)->head == units[0]);
            CHECK(ClusterStore(tx).find(first, 2024)->head == units[1]);
            return true;
        });
        const auto no = save(second, 2023, {"Cụm số 2", units[1], {units[0], units[0], units[2]}});
        REQUIRE_FALSE(no);
        std::set<std::string> codes;
        for (const Fault& f : no.error().faults) codes.insert(f.code);
        CHECK(codes == std::set<std::string>{"org.member_twice", "org.member_elsewhere", "org.member_not_that_year",
                                             "org.head_no_member"});
        CHECK(save(ClusterId(id_from("none")), 2023, {"x", {}, {}}).error().code == "org.cluster_unknown");
        CHECK(save(second, 1999, {"x", {}, {}}).error().code == "org.year_unknown");
        CHECK(save(second, 2023, {" ", {}, {}}).error().code == "org.name_missing");
        CHECK_FALSE(db.read([&](Tx& tx) { return ClusterStore(tx).find(second, 2023); }));
        CHECK(db.write([&](Tx& tx) { return add_cluster(tx, clock.now(), program, ClusterKind::block, " "); })
                  .error()
                  .code == "org.name_missing");
    });
}

TEST_CASE("roles follow the one successor of their level; the rest is listed for a decision") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        const Day today = legal_day(clock.now()), day = 2026y / 3 / 1;
        const auto unit = [&](const std::string& code) {
            return db.read([&](Tx& tx) { return id_of(tx, code, 2026y / 1 / 1); });
        };
        const UnitId yen_phong = unit("09193"), yen_trung = unit("09205"), van_mon = unit("09238");
        const auto install = [&](const std::string& login, const UnitId& held) {
            const access::InstalledPerson person{
                login, login, "", "hash", false, {{access::Role::unit_clerk, held, access::Scope::own, {today, {}}}}};
            REQUIRE(db.write([&](Tx& tx) { return access::install_person(tx, clock.now(), person, "test"); }));
        };
        install("lan", yen_phong);
        install("minh", van_mon);
        Merge merge{"09205", false, {}, {{"09193", Part::full, {}}}};
        const Draft joined = one_line("join", day, merge);
        const Draft gone = one_line("gone", day, Dissolve{"09238", "24"});
        const auto tried = db.read([&](Tx& tx) { return reorganise(tx, clock.now(), program, joined, true); });
        REQUIRE(tried);
        CHECK(tried->followed == 1);
        const auto held = [&](const UnitId& in, Day on) {
            return db.read([&](Tx& tx) { return access::grants_without_home(tx, in, on).size(); });
        };
        CHECK(held(yen_trung, day) == 0);
        const auto done = db.write([&](Tx& tx) {
            return reorganise_all(tx, clock.now(), program, {joined, gone}, false);
        });
        REQUIRE(done);
        CHECK(done->front().followed == 1);
        CHECK(done->front().undecided.empty());
        CHECK(held(yen_trung, day) == 1);
        CHECK(held(yen_phong, day) == 0);
        CHECK(done->back().followed == 0);
        REQUIRE(done->back().undecided.size() == 1);
        CHECK(done->back().undecided.front().unit == van_mon);
        CHECK(held(van_mon, day) == 1);  // waits for somebody's decision
    });
}

TEST_CASE(
    "the seed stands in the journal: the file it came from, and each reorganisation in the history of its units") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        db.read([](Tx& tx) {
            const auto entries = audit::history(tx, "unit", id_from("unit:2022:259"), 10).entries;
            CHECK(entries.size() == 2);  // thị xã in 2023, the end of the level in 2025
            CHECK(audit::history(tx, "unit_import", "units_2022", 10).entries.size() == 1);
            CHECK_FALSE(audit::verify(tx).first_fault);
            return true;
        });
    });
}
