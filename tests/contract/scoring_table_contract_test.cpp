// Scoring tables in storage: bound to a paper, versions kept for ever, each command journalled once.
#include "contract/org_fixture.hpp"
#include "contract/probe.hpp"
#include "scoring/table_commands.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::test;

namespace {

const std::string country = "unit,code,name,kind,parent,rural,region,from,until\n"
                            ",MH,Tỉnh Minh Họa,province,,,,2021-02-01,\n,MH1,Huyện Minh Họa,district,MH,,,2021-02-01,\n";

std::string yaml(const std::string& max, const std::string& from, int year = 2024, const std::string& number = "12/HD-UBND") {
    return "schema_version: 1\nid: minh_hoa\ntitle: Bảng minh họa\nyear: " + std::to_string(year) + "\nscale: " + max +
           "\npaper: {number: " + number + ", issuer: UBND huyện Minh Họa, issued: 2024-01-10, applies_from: " + from +
           "}\nitems:\n  - {id: a, title: Mục A, max: " + max + "}\n";
}

std::string told(const Refusal& refusal) {
    std::string all = refusal.code;
    for (const Fault& fault : refusal.faults) all += " " + fault.where + "=" + fault.code;
    return all;
}

struct Tables {
    Database& db;
    FrozenClock& clock;
    std::optional<UnitId> district = std::nullopt;

    Tables(Database& d, FrozenClock& c) : db(d), clock(c) {
        clock.travel_to(2024y / 12 / 10);
        REQUIRE(db.write([&](Tx& tx) { return org::import_units(tx, clock.now(), {}, country, false); }));
        district = db.read([&](Tx& tx) { return id_of(tx, "MH1", 2024y / 12 / 10); });
    }
    TableLoading load(const std::string& text) {
        auto loaded = db.write([&](Tx& tx) { return load_table(tx, clock.now(), program, text, "ghi chú", district); });
        if (!loaded) MESSAGE(told(loaded.error()));
        REQUIRE(loaded);
        return *std::move(loaded);
    }
    // Refused alike by the dry run and the deed; nothing is written.
    std::string no(const std::string& text, const std::optional<UnitId>& unit) {
        const auto before = count(db, "scoring_table_version") + count(db, "scoring_table") + count(db, "journal");
        const auto planned = db.read([&](Tx& tx) { return plan_table(tx, clock.now(), text, unit); });
        const auto loaded = db.write([&](Tx& tx) { return load_table(tx, clock.now(), program, text, "", unit); });
        REQUIRE_FALSE(planned);
        REQUIRE_FALSE(loaded);
        CHECK(told(planned.error()) == told(loaded.error()));
        CHECK(before == count(db, "scoring_table_version") + count(db, "scoring_table") + count(db, "journal"));
        return told(loaded.error());
    }
    std::optional<std::int64_t> in_force(Day day, int year = 2024) {
        return db.read([&](Tx& tx) -> std::optional<std::int64_t> {
            const auto found = TableStore(tx).in_force("minh_hoa", year, day);
            return found ? std::optional(found->version.number) : std::nullopt;
        });
    }
};

}    // namespace

TEST_CASE("a later paper makes a new version, which applies from its day; the old one stays readable") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Tables t(db, clock);
        const TableLoading first = t.load(yaml("100", "2024-02-01"));
        CHECK(first.loaded.version.number == 1);
        CHECK_FALSE(first.before);
        const TableLoading second = t.load(yaml("110", "2024-07-01", 2024, "30/HD-UBND"));
        CHECK(second.loaded.version.number == 2);
        REQUIRE(second.before);
        CHECK(second.before->table->scale == Score::hundredths(10'000));
        CHECK(t.in_force(2024y / 1 / 31) == std::nullopt);
        CHECK(t.in_force(2024y / 6 / 30) == 1);
        CHECK(t.in_force(2024y / 7 / 1) == 2);
        const StandingTable old = db.read([&](Tx& tx) { return TableStore(tx).version(first.loaded.version.id).value(); });
        CHECK(old.version.yaml == yaml("100", "2024-02-01"));
        CHECK(old.version.paper_number == "12/HD-UBND");
        CHECK(old.version.paper_issued == Day(2024y / 1 / 10));
        CHECK(old.table->scale == Score::hundredths(10'000));
        const auto listed = db.read([](Tx& tx) { return TableStore(tx).versions(); });
        REQUIRE(listed.size() == 2);
        CHECK(listed.front().number == 2);
        CHECK(listed.front().yaml.empty());
        CHECK(db.read([&](Tx& tx) { return audit::history(tx, "scoring_table", first.loaded.version.table.id.text(), 10).entries.size(); }) == 2);
    });
}

TEST_CASE("of two versions from the same day the later counts; a version of another year is no version of this one") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Tables t(db, clock);
        t.load(yaml("100", "2024-02-01"));
        t.load(yaml("90", "2024-02-01"));
        CHECK(t.in_force(2024y / 2 / 1) == 2);
        const TableLoading next_year = t.load(yaml("90", "2023-12-01", 2025));
        CHECK(next_year.loaded.version.number == 3);
        CHECK_FALSE(next_year.before);
        CHECK(t.in_force(2024y / 12 / 31) == 2);
        CHECK(t.in_force(2024y / 12 / 31, 2025) == 3);
    });
}

TEST_CASE("no version without its paper, holder and a change; none that applies before the one before it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Tables t(db, clock);
        const std::string bare = "schema_version: 1\nid: minh_hoa\ntitle: B\nyear: 2024\nscale: 10\nitems:\n  - {id: a, title: A, max: 10}\n";
        CHECK(t.no(bare, t.district) == "scoring.table_refused paper.number=scoring.paper_missing paper.applies_from=scoring.applies_from_missing");
        CHECK(t.no(bare + "paper: {number: 1/HD, applies_from: 2025-01-01, issued: 2025-01-02}\n", t.district) ==
              "scoring.table_refused paper.issued=scoring.paper_in_future");
        CHECK(t.no("scale: many\n", t.district).starts_with("scoring.table_refused "));
        CHECK(t.no(yaml("100", "2024-02-01"), std::nullopt) == "scoring.holder_missing");
        CHECK(t.no(yaml("100", "2024-02-01"), UnitId("019a0000-0000-7000-8000-00000000000f")) == "org.unit_unknown_id");
        t.load(yaml("100", "2024-02-01"));
        CHECK(t.no(yaml("100", "2024-02-01"), t.district) == "scoring.same_version");
        CHECK(t.no(yaml("90", "2024-01-31"), t.district) == "scoring.applies_before");
        CHECK(t.no(yaml("90", "2024-03-01"), db.read([](Tx& tx) { return id_of(tx, "MH", 2024y / 12 / 10); })) == "scoring.other_holder");
        const auto unknown = db.read([](Tx& tx) { return TableStore(tx).version(TableVersionId("019a0000-0000-7000-8000-00000000000f")); });
        REQUIRE_FALSE(unknown);
        CHECK(unknown.error().code == "scoring.version_unknown");
    });
}
