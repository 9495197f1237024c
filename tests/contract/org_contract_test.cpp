// Units on both engines: the seed and what is read from it.
#include "contract/org_fixture.hpp"

using namespace cs;
using namespace cs::test;

TEST_CASE("the seeded country answers as it was on any day") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        db.read([](Tx& tx) {
            using enum UnitKind;
            CHECK(total(tx, "27", 2022y / 12 / 7, commune) == 89);
            CHECK(total(tx, "27", 2023y / 4 / 11, commune) == 70);
            CHECK(total(tx, "27", 2025y / 3 / 1, commune) == 66);
            CHECK(total(tx, "24", 2025y / 7 / 1, commune) == 66);
            CHECK(total(tx, "24", 2025y / 7 / 1, std::nullopt) == 99);
            CHECK(total(tx, "27", 2022y / 12 / 7, std::nullopt) == 134);
            CHECK(total(tx, "27", 2024y / 12 / 31, district) == 8);
            CHECK(total(tx, "24", 2026y / 1 / 1, district) == 0);
            CHECK(UnitStore(tx).list({2022y / 10 / 1, {}, commune, ""}, std::nullopt, 1)->total == 8248);
            CHECK(id_of(tx, "24", 2025y / 6 / 30) != id_of(tx, "24", 2025y / 7 / 1));
            return true;
        });
    });
}

TEST_CASE("the stored country is the forest it was made from, on both engines the same ids") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        db.read([](Tx& tx) {
            const auto stored = UnitStore(tx).forest();
            const UnitId yen_phong(id_from("unit:2022:258"));
            REQUIRE(stored->on(yen_phong, 2022y / 12 / 7));
            CHECK(stored->on(yen_phong, 2022y / 12 / 7)->state.name == "Huyện Yên Phong");
            CHECK(stored->history(yen_phong).size() == 1);
            CHECK(stored->history(UnitId(id_from("unit:2022:259"))).size() == 2);
            CHECK(stored == UnitStore(tx).forest());  // kept, not read again
            const auto plan = read_boundary(*stored, "plan_547", std::nullopt, 2026y / 1 / 15);
            REQUIRE(plan);
            CHECK(members(*stored, *plan, 2026y / 1 / 15).size() == 41);
            return true;
        });
        const auto again = db.write([&](Tx& tx) { return seed_country(tx, clock.now()); });
        REQUIRE_FALSE(again);
        CHECK(again.error().code == "org.not_empty");
    });
}

TEST_CASE("pages follow each other in Vietnamese order and lose nobody") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        db.read([](Tx& tx) {
            const UnitStore units(tx);
            const UnitFilter filter{2022y / 12 / 7, id_of(tx, "27", 2022y / 12 / 7), {}, ""};
            std::vector<std::string> names;
            std::set<UnitId> seen;
            std::optional<UnitCursor> after;
            do {
                const auto page = units.list(filter, after, 50);
                REQUIRE(page);
                CHECK(page->total == 134);
                for (const UnitRow& row : page->rows) names.push_back(row.state.name), seen.insert(row.id);
                after = page->next;
            } while (after);
            CHECK(names.size() == 134);
            CHECK(seen.size() == 134);
            const auto at = [&](const std::string& name) {
                return std::find(names.begin(), names.end(), name) - names.begin();
            };
            CHECK(at("Xã Dũng Liệt") < at("Xã Đại Bái"));  // D before Đ, whatever the bytes say
            CHECK(at("Xã An Thịnh") < at("Xã Bằng An"));
            return true;
        });
    });
}

TEST_CASE("a search finds names without diacritics, codes, and takes % and _ as themselves") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        db.read([](Tx& tx) {
            CHECK(total(tx, "27", 2022y / 12 / 7, std::nullopt, "que vo") == 1);
            CHECK(total(tx, "27", 2022y / 12 / 7, std::nullopt, "QUẾ VÕ") == 1);
            CHECK(total(tx, "27", 2022y / 12 / 7, std::nullopt, "09247") == 1);
            CHECK(total(tx, "27", 2022y / 12 / 7, std::nullopt, "%") == 0);
            CHECK(total(tx, "27", 2022y / 12 / 7, std::nullopt, "_") == 0);
            CHECK(total(tx, "27", 2022y / 12 / 7, UnitKind::ward, "vu ninh") == 1);
            return true;
        });
    });
}

TEST_CASE("a unit tells its states, its path, its children and who it came from") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        db.read([](Tx& tx) {
            const UnitStore units(tx);
            const UnitId que_vo = id_of(tx, "259", 2022y / 12 / 7);
            const auto history = units.history(que_vo);
            REQUIRE(history.size() == 2);
            CHECK(history[0].version.state.name == "Huyện Quế Võ");
            CHECK(history[1].version.state.name == "Thị xã Quế Võ");
            CHECK(history[1].version.period == Period{2023y / 4 / 10, Day(2025y / 7 / 1)});
            CHECK(history[1].parent_name == "Tỉnh Bắc Ninh");
            const auto after = units.after(que_vo);
            REQUIRE(after.size() == 1);
            CHECK(after[0].change_kind == ChangeKind::arrange);
            CHECK(after[0].part == Part::full);
            REQUIRE(units.before(que_vo).size() == 1);  // Hán Quảng: its successor is not named, its ground lies here
            CHECK(units.before(que_vo)[0].name == "Xã Hán Quảng");
            CHECK(units.before(que_vo)[0].part == Part::unknown);
            CHECK(units.children(que_vo, 2022y / 12 / 7).size() == 21);
            const auto path = units.path(id_of(tx, "09253", 2022y / 12 / 7), 2022y / 12 / 7);
            REQUIRE(path.size() == 3);
            CHECK(path.front().second == "Tỉnh Bắc Ninh");
            CHECK(path.back().second == "Xã Đại Xuân");
            CHECK(units.before(id_of(tx, "09400", 2025y / 7 / 1)).size() == 4);
            CHECK(units.children(std::nullopt, 2022y / 12 / 7).size() == 63);
            CHECK(units.children(std::nullopt, 2022y / 12 / 7).front().child_count > 0);
            return true;
        });
    });
}

TEST_CASE("what the records cannot answer is refused with the reason") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        db.read([](Tx& tx) {
            const UnitStore units(tx);
            CHECK(units.with_code("27", 2021y / 1 / 31).error().code == "org.before_records");
            CHECK(units.with_code("27", 2025y / 7 / 1).error().code == "org.code_not_on_day");
            CHECK(units.with_code("", 2022y / 7 / 1).error().code == "org.code_not_on_day");
            CHECK(units.list({2021y / 1 / 31, {}, {}, ""}, std::nullopt, 1).error().code == "org.before_records");
            CHECK(units.state(UnitId(id_from("nobody")), 2022y / 1 / 1).error().code == "org.unit_unknown_id");
            const UnitId ninh(id_from("unit:2022:27"));
            CHECK(units.state(ninh, 2025y / 7 / 1).error().code == "org.unit_not_on_day");
            CHECK(ReorganisationStore(tx).find(ChangeId(id_from("none"))).error().code == "org.reorganisation_unknown");
            return true;
        });
    });
}

TEST_CASE("the tree answers who stands under whom on a day") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        db.read([](Tx& tx) {
            const UnitTree tree(tx);
            const UnitId xa = id_of(tx, "09193", 2022y / 12 / 7), huyen = id_of(tx, "258", 2022y / 12 / 7),
                         tinh = id_of(tx, "27", 2022y / 12 / 7), other = id_of(tx, "24", 2022y / 12 / 7);
            CHECK(tree.under(xa, huyen, 2022y / 12 / 7));
            CHECK(tree.under(xa, tinh, 2022y / 12 / 7));
            CHECK(tree.under(tinh, tinh, 2022y / 12 / 7));
            CHECK_FALSE(tree.under(xa, other, 2022y / 12 / 7));
            CHECK_FALSE(tree.under(tinh, xa, 2022y / 12 / 7));
            CHECK_FALSE(tree.under(xa, tinh, 2025y / 7 / 1));
            CHECK(tree.name(huyen, 2022y / 12 / 7) == "Huyện Yên Phong");
            return true;
        });
    });
}
