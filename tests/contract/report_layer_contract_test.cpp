// A map layer: codes matched on the day from which it is valid, kept with its source, drawn instead of the tiles.
#include "contract/access_fixture.hpp"
#include "contract/org_fixture.hpp"
#include "report/map.hpp"

using namespace cs;
using namespace cs::report;
using namespace cs::test;

namespace {

Outline square(const std::string& code, int place) {
    const std::int32_t west = 106'000'000 + place % 10 * 10'000, south = 21'000'000 + place / 10 * 10'000;
    return {code, {{{west, south}, {west + 9'000, south}, {west + 9'000, south + 9'000}, {west, south + 9'000}, {west, south}}}};
}

struct Office {
    Database& db;
    FrozenClock& clock;
    UnitId root;
    access::Actor coordinator;
    Office(Database& d, FrozenClock& c) : db(d), clock(c), root("") {
        seed(db, clock);
        root = db.read([](Tx& tx) { return id_of(tx, "27", 2022y / 12 / 7); });
        People people{db, clock};
        coordinator = people.actor(people.add("dieuphoi", access::Role::province_coordinator, root, access::Scope::subtree));
    }
    LayerFile file(std::vector<std::string> codes) {
        LayerFile f{root, 2021y / 2 / 1, {}, std::string(64, 'a'), "Bản đồ của tỉnh", "MIT"};
        for (const std::string& code : codes) f.outlines.push_back(square(code, static_cast<int>(f.outlines.size())));
        return f;
    }
    Result<LayerDrawn> add(const LayerFile& f) {
        return db.write([&](Tx& tx) { return add_layer(tx, clock.now(), coordinator, UnitTree(tx), f); });
    }
    std::string no(const LayerFile& f) {
        const auto result = add(f);
        REQUIRE_FALSE(result);
        std::string all = result.error().code;
        for (const Fault& fault : result.error().faults) all += " " + fault.code + (fault.where.starts_with("features") ? "@" + fault.where : "");
        CHECK(db.read([&](Tx& tx) { return LayerStore(tx).of_root(root).size(); }) == 0);
        return all;
    }
    MapView map(Day on) {
        return db.read([&](Tx& tx) {
            const auto asked = ask(*org::UnitStore(tx).forest(), on, "as_reported", root, 2022y / 12 / 7);
            REQUIRE(asked);
            const auto view = make_map(tx, *asked, count(tx, *asked));
            REQUIRE(view);
            return *view;
        });
    }
};

std::size_t tiles(const MapView& view) {
    std::size_t n = 0;
    for (const Block& block : view.blocks) n += block.spots.size();
    return n;
}

}    // namespace

TEST_CASE("without a layer every commune is a tile in the block of its district") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const MapView view = office.map(2022y / 12 / 7);
        CHECK_FALSE(view.layer);
        CHECK(view.groups.size() == 8);
        CHECK(tiles(view) == 126);
        CHECK(view.groups[0].parent->state.name == "Huyện Gia Bình");
        const auto& units = view.groups[0].units;
        CHECK(std::is_partitioned(units.begin(), units.end(), [](const MapUnit& u) { return !u.urban; }));    // xã first
    });
}

TEST_CASE("a layer draws what it has and leaves the rest as tiles; a later file of the same day replaces it and keeps it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const auto first = office.add(office.file({"09352", "09349", "09280"}));
        REQUIRE(first);
        CHECK(first->missing.size() == 123);
        MapView view = office.map(2022y / 12 / 7);
        REQUIRE(view.layer);
        CHECK(view.shapes.size() == 3);
        CHECK(tiles(view) == 123);
        CHECK(view.shapes[0].path.starts_with("M"));
        CHECK(office.map(2021y / 2 / 1).layer);

        const auto second = office.add(office.file({"09352", "09349"}));
        REQUIRE(second);
        CHECK(second->layer.sequence == 2);
        CHECK(office.map(2022y / 12 / 7).shapes.size() == 2);
        const auto kept = db.read([&](Tx& tx) { return LayerStore(tx).of_root(office.root); });
        REQUIRE(kept.size() == 2);
        CHECK(kept[1].shapes == 3);
        CHECK(kept[0].licence == "MIT");
        const auto past = db.read([&](Tx& tx) { return audit::history(tx, "unit", office.root.text(), 5); });
        CHECK(past.entries.at(0).entry.event == audit::Event::map_layer_added);
        CHECK(past.entries.at(0).entry.note == "Bản đồ của tỉnh");
    });
}

TEST_CASE("a layer of districts is drawn above the tiles of the communes") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        REQUIRE(office.add(office.file({"256", "258", "259"})));
        const MapView view = office.map(2022y / 12 / 7);
        CHECK(view.shapes.size() == 3);
        CHECK(tiles(view) == 126);
        CHECK(view.shapes[2].unit.urban);    // Thành phố Bắc Ninh
    });
}

TEST_CASE("a layer with a wrong code, two levels, or without source and licence is refused at each place") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        CHECK(office.no(office.file({"09352", "99999", "09352", "27", "07210", "256"})) ==
              "report.layer_faulty report.layer_code_unknown@features[1] report.layer_code_twice@features[2] "
              "report.layer_wrong_level@features[3] report.layer_code_outside@features[4] report.layer_two_levels@features[5]");
        LayerFile bare = office.file({"09352"});
        bare.source = " ", bare.licence = "";
        CHECK(office.no(bare) == "report.layer_faulty report.layer_source_missing report.layer_licence_missing");
        LayerFile early = office.file({"09352"});
        early.valid_from = 2020y / 1 / 1;
        CHECK(office.no(early) == "org.before_records");
        People people{db, clock};
        office.coordinator = people.actor(people.add("tinh.khac", access::Role::province_coordinator,
                                                     db.read([](Tx& tx) { return id_of(tx, "24", 2022y / 12 / 7); }), access::Scope::subtree));
        CHECK(office.no(office.file({"09352"})) == "access.not_your_unit");
    });
}

TEST_CASE("a territory with more communes than a page can hold asks for a province") {
    for_each_database([](Database& db, FrozenClock& clock) {
        seed(db, clock);
        const auto view = db.read([&](Tx& tx) {
            const auto asked = ask(*org::UnitStore(tx).forest(), 2022y / 12 / 7, "as_reported", std::nullopt, 2022y / 12 / 7);
            return make_map(tx, *asked, count(tx, *asked));
        });
        REQUIRE_FALSE(view);
        CHECK(view.error().code == "report.map_too_wide");
    });
}

TEST_CASE("a layer of the Plan's area after the merger is matched to what its units became") {
    for_each_database([](Database& db, FrozenClock& clock) {
        clock.travel_to(2026y / 1 / 2);
        seed(db, clock);
        db.read([&](Tx& tx) {
            LayerFile file{id_of(tx, "27", 2022y / 12 / 7), 2025y / 7 / 1, {square("09343", 0), square("09400", 1)}, std::string(64, 'a'), "s", "l"};
            const auto drawn = draw_layer(tx, file);
            REQUIRE(drawn);
            CHECK(drawn->missing.size() == 39);    // of 41
            file.outlines.push_back(square("07210", 2));    // Phường Bắc Giang
            CHECK(draw_layer(tx, file).error().faults.at(0).code == "report.layer_code_outside");
            return 0;
        });
    });
}
