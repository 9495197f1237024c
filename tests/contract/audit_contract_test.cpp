#include "audit/canonical.hpp"
#include "audit/journal.hpp"
#include "base/result.hpp"
#include "contract/probe.hpp"

using namespace cs;
using namespace cs::audit;

namespace {

const PersonId lan("019a0000-0000-7000-8000-000000000001"), minh("019a0000-0000-7000-8000-000000000002");
const UnitId commune("019a0000-0000-7000-8000-00000000000a");

void write(Database& db, Instant at, const Entry& entry, const By& by = {lan, "unit_clerk", commune}) {
    REQUIRE(db.write([&](Tx& tx) -> Done { return record(tx, at, by, entry), Done(); }));
}

Entry renamed(const std::string& id, const std::string& from, const std::string& to) {
    return {Event::cluster_changed, "cluster", id, {{"name", from, to}}, "theo nghị quyết"};
}

Entry joined(const PersonId& id, const std::string& name) {
    return {Event::person_added, "person", id.text(), {{"login", std::nullopt, "l"}, {"name", std::nullopt, name}}, ""};
}

// Three days: 4 entries, 3 entries (two about people), 2 entries of the day still open.
void fill(Database& db, FrozenClock& clock) {
    for (int i = 0; i < 4; ++i) write(db, clock.now(), renamed("u" + std::to_string(i), "A", "B"));
    clock.advance(std::chrono::hours(24));
    write(db, clock.now(), joined(lan, "Nguyễn Thị Lan"));
    write(db, clock.now(), joined(minh, "Trần Văn Minh"));
    write(db, clock.now(), renamed("u1", "B", "C"));
    clock.advance(std::chrono::hours(48));
    write(db, clock.now(), renamed("u2", "B", "C"));
    write(db, clock.now(), renamed("u3", "B", "C"));
}

ChainProof proof(Database& db, std::optional<Day> from = std::nullopt) {
    return db.read([&](Tx& tx) { return verify(tx, from); });
}

// Somebody with the password of the database changes a row behind the program's back.
void tamper(Database& db, const std::string& sql) {
    test::script(db, sql);
}

void finds(Database& db, const char* day, std::int64_t sequence, const char* code) {
    const auto fault = proof(db).first_fault;
    REQUIRE(fault);
    CHECK(to_text(fault->day) == day);
    CHECK(fault->sequence == sequence);
    CHECK(fault->code == code);
}

}    // namespace

TEST_CASE("an untouched journal proves itself, whole and from any day") {
    test::for_each_database([](Database& db, FrozenClock& clock) {
        CHECK(!proof(db).first_fault);
        CHECK(!proof(db).last_day);
        fill(db, clock);
        const ChainProof whole = proof(db);
        CHECK(!whole.first_fault);
        CHECK(whole.entries == 9);
        CHECK(whole.last_hash == db.read([](Tx& tx) { return test::query(tx, "select hash from journal_head")->front().text("hash"); }));
        CHECK(to_text(*whole.last_day) == "2022-12-10");
        const ChainProof later = proof(db, parse_day("2022-12-08"));
        CHECK(!later.first_fault);
        CHECK(later.entries == 5);
        CHECK(proof(db, parse_day("2022-12-09")).entries == 2);
        const ChainProof future = proof(db, parse_day("2023-01-01"));
        CHECK(!future.first_fault);
        CHECK(future.entries == 0);
    });
}

TEST_CASE("a refused command leaves no entry") {
    test::for_each_database([](Database& db, FrozenClock& clock) {
        CHECK(!db.write([&](Tx& tx) -> Done {
            record(tx, clock.now(), {}, renamed("u", "A", "B"));
            return refuse(Problem::need_unmet, "test.no");
        }));
        CHECK(proof(db).entries == 0);
    });
}

TEST_CASE("history is newest first, in pages, with objects touched besides") {
    test::for_each_database([](Database& db, FrozenClock& clock) {
        fill(db, clock);
        Entry merger{Event::reorganisation_applied, "reorganisation", "r1", {{"kind", std::nullopt, "merge"}}, "", {{"cluster", "u1"}, {"cluster", "u2"}}};
        write(db, clock.now(), merger, {std::nullopt, "", std::nullopt});
        db.read([](Tx& tx) {
            const HistoryPage first = history(tx, "cluster", "u1", 2);
            REQUIRE(first.entries.size() == 2);
            CHECK(first.entries[0].entry.event == Event::reorganisation_applied);
            CHECK(!first.entries[0].by.person);
            CHECK(first.entries[1].entry.changes[0].from == "B");
            CHECK(first.entries[1].entry.changes[0].to == "C");
            CHECK(first.entries[1].by.person == lan);
            CHECK(first.entries[1].by.role == "unit_clerk");
            CHECK(first.entries[1].by.unit == commune);
            CHECK(first.entries[1].entry.note == "theo nghị quyết");
            REQUIRE(first.next);
            const HistoryPage second = history(tx, "cluster", "u1", 2, first.next);
            REQUIRE(second.entries.size() == 1);
            CHECK(second.entries[0].entry.changes[0].from == "A");
            CHECK(!second.next);
            CHECK(history(tx, "cluster", "nobody", 2).entries.empty());
            return true;
        });
    });
}

TEST_CASE("an altered payload, role, person or instant is named") {
    for (const char* change : {"payload = replace(payload, '1:B', '1:X')", "role = 'decider'", "person_id = null",
                               "at = at + 1", "object_id = 'u9'", "event = 'cluster_added'"}) {
        CAPTURE(change);
        for (sql::Engine engine : {sql::Engine::sqlite, sql::Engine::postgres}) {
            test::FreshDatabase fresh(engine);
            fill(fresh.db(), fresh.clock());
            tamper(fresh.db(), std::string("update journal set ") + change + " where day = '2022-12-08' and sequence = 3");
            finds(fresh.db(), "2022-12-08", 3, "journal.altered");
        }
    }
}

TEST_CASE("a deleted row is missing: inside, at the start, at the end of a closed day and at the open tail") {
    const auto gone = [](const char* day, int sequence) {
        const std::string where = std::string(" where day = '") + day + "' and sequence = " + std::to_string(sequence) + ";";
        return "delete from journal_object" + where + "delete from journal_personal" + where + "delete from journal" + where;
    };
    test::for_each_database([&](Database& db, FrozenClock& clock) {
        fill(db, clock);
        SUBCASE("inside") {
            tamper(db, gone("2022-12-07", 2));
            finds(db, "2022-12-07", 2, "journal.missing");
        }
        SUBCASE("the first") {
            tamper(db, gone("2022-12-08", 1));
            finds(db, "2022-12-08", 1, "journal.missing");
        }
        SUBCASE("the last of a closed day") {
            tamper(db, gone("2022-12-08", 3));
            finds(db, "2022-12-08", 3, "journal.missing");
        }
        SUBCASE("the last of all") {
            tamper(db, gone("2022-12-10", 2));
            finds(db, "2022-12-10", 2, "journal.missing");
        }
        SUBCASE("a whole closed day") {
            for (int i = 1; i <= 3; ++i) tamper(db, gone("2022-12-08", i));
            const auto fault = proof(db).first_fault;
            REQUIRE(fault);
            CHECK(to_text(fault->day) == "2022-12-08");
            CHECK(fault->code == "journal.missing");
        }
        SUBCASE("the whole open day") {
            for (int i = 1; i <= 2; ++i) tamper(db, gone("2022-12-10", i));
            CHECK(proof(db).first_fault);
        }
    });
}

TEST_CASE("two rows that changed places are found, and so is a row put somewhere else") {
    test::for_each_database([](Database& db, FrozenClock& clock) {
        fill(db, clock);
        tamper(db,
               "delete from journal_object;"
               "update journal set sequence = 99 where day = '2022-12-07' and sequence = 2;"
               "update journal set sequence = 2 where day = '2022-12-07' and sequence = 3;"
               "update journal set sequence = 3 where day = '2022-12-07' and sequence = 99");
        finds(db, "2022-12-07", 2, "journal.altered");
    });
}

TEST_CASE("a row replaced and hashed anew no longer fits its neighbour, and the last one no longer fits the head") {
    const auto forge = [](Database& db, const char* day, std::int64_t sequence) {
        const std::string where = std::string(" where day = '") + day + "' and sequence = " + std::to_string(sequence);
        const std::string hash = db.read([&](Tx& tx) {
            const auto rows = test::query(tx, "select * from journal" + where);
            const auto& r = rows->front();
            return entry_hash({r.text("prev"), day, sequence, r.integer("at"), r.text("event"), r.text("object_kind"),
                               r.text("object_id"), r.text("person_id"), "decider", r.text("unit_id"), r.text("payload")});
        });
        tamper(db, "update journal set role = 'decider', hash = '" + hash + "'" + where);
    };
    test::for_each_database([&](Database& db, FrozenClock& clock) {
        fill(db, clock);
        SUBCASE("inside a day") {
            forge(db, "2022-12-07", 2);
            finds(db, "2022-12-07", 3, "journal.order");
        }
        SUBCASE("the last of a closed day") {
            forge(db, "2022-12-07", 4);
            finds(db, "2022-12-07", 4, "journal.day_digest");
        }
        SUBCASE("the last of all") {
            forge(db, "2022-12-10", 2);
            finds(db, "2022-12-10", 2, "journal.order");
        }
    });
}

TEST_CASE("an altered day digest, count or last hash is found, and so is a day that was never closed") {
    test::for_each_database([](Database& db, FrozenClock& clock) {
        fill(db, clock);
        SUBCASE("digest") {
            tamper(db, "update journal_day set digest = 'x' where day = '2022-12-07'");
            const auto fault = proof(db).first_fault;
            REQUIRE(fault);
            CHECK(fault->code == "journal.day_digest");
        }
        SUBCASE("last hash") {
            tamper(db, "update journal_day set last_hash = 'x' where day = '2022-12-08'");
            finds(db, "2022-12-08", 3, "journal.day_digest");
        }
        SUBCASE("count") {
            tamper(db, "update journal_day set entries = 2 where day = '2022-12-08'");
            finds(db, "2022-12-08", 3, "journal.day_digest");
        }
        SUBCASE("not closed") {
            tamper(db, "delete from journal_day where day = '2022-12-08'");
            finds(db, "2022-12-08", 3, "journal.day_missing");
        }
    });
}

TEST_CASE("an altered or vanished personal value is found") {
    test::for_each_database([](Database& db, FrozenClock& clock) {
        fill(db, clock);
        SUBCASE("altered") {
            tamper(db, "update journal_personal set value = 'Ai khác' where place = 'name.to' and sequence = 2");
            finds(db, "2022-12-08", 2, "journal.personal_altered");
        }
        SUBCASE("row gone") {
            tamper(db, "delete from journal_personal where place = 'name.to' and sequence = 1");
            finds(db, "2022-12-08", 1, "journal.personal_altered");
        }
        SUBCASE("row added") {
            tamper(db, "insert into journal_personal (day, sequence, place, person_id, value, salt) "
                       "values ('2022-12-08', 3, 'name.to', 'x', 'y', 'z')");
            finds(db, "2022-12-08", 3, "journal.personal_altered");
        }
    });
}

TEST_CASE("a person's values are erased, the chain still proves, and the erasure is told") {
    test::for_each_database([](Database& db, FrozenClock& clock) {
        fill(db, clock);
        REQUIRE(db.write([&](Tx& tx) -> Result<std::int64_t> {
            const std::int64_t erased = erase_person(tx, clock.now(), {}, lan, "đơn ngày 01/12");
            CHECK(erased == 2);
            return erased;
        }));
        CHECK(!proof(db).first_fault);
        db.read([](Tx& tx) {
            const HistoryPage of_lan = history(tx, "person", lan.text(), 10);
            REQUIRE(of_lan.entries.size() == 2);
            CHECK(of_lan.entries[0].entry.event == Event::person_erased);
            CHECK(of_lan.entries[0].entry.changes[0].to == "2");
            CHECK(of_lan.entries[0].entry.note == "đơn ngày 01/12");
            CHECK(of_lan.entries[1].entry.changes[1].to == std::string(erased_mark));
            CHECK(history(tx, "person", minh.text(), 10).entries[0].entry.changes[1].to == "Trần Văn Minh");
            return true;
        });
        REQUIRE(db.write([&](Tx& tx) -> Result<std::int64_t> { return erase_person(tx, clock.now(), {}, lan); }));
        CHECK(!proof(db).first_fault);
    });
}

TEST_CASE("an entry of before midnight that arrives after it joins the open day and keeps its instant") {
    test::for_each_database([](Database& db, FrozenClock& clock) {
        const Instant before = clock.now();
        clock.advance(std::chrono::hours(24));
        write(db, clock.now(), renamed("u", "A", "B"));
        write(db, before, renamed("u", "B", "C"));
        CHECK(!proof(db).first_fault);
        db.read([&](Tx& tx) {
            const auto newest = history(tx, "cluster", "u", 1).entries.at(0);
            CHECK(to_text(newest.day) == "2022-12-08");
            CHECK(newest.sequence == 2);
            CHECK(newest.at == before);
            return true;
        });
    });
}

TEST_CASE("a field the catalogue does not know, or a wrong kind of object, is a bug and stores nothing") {
    test::for_each_database([](Database& db, FrozenClock& clock) {
        const auto attempt = [&](const Entry& entry) {
            static_cast<void>(db.write([&](Tx& tx) -> Done { return record(tx, clock.now(), {}, entry), Done(); }));
        };
        CHECK_THROWS(attempt({Event::cluster_changed, "cluster", "u", {{"colour", "a", "b"}}, ""}));
        CHECK_THROWS(attempt({Event::cluster_changed, "unit", "u", {}, ""}));
        CHECK_THROWS(attempt({Event::cluster_changed, "cluster", "", {}, ""}));
        CHECK_THROWS(attempt({Event::signed_in, "session", "s", {{"peer", std::nullopt, "::1"}}, ""}));
        CHECK(proof(db).entries == 0);
    });
}

TEST_CASE("personal values are emptied when their years are over, those kept for ever stay, and the chain proves") {
    test::for_each_database([](Database& db, FrozenClock& clock) {
        write(db, clock.now(), {Event::signed_in, "session", "s1", {{"peer", std::nullopt, "10.0.0.1"}}, ""});
        write(db, clock.now(), joined(minh, "Trần Văn Minh"));
        const auto kept = [&] { return test::number(db, "select count(*) as n from journal_personal where value is not null"); };
        clock.travel_to(Day(2024y / 12 / 7));
        write(db, clock.now(), renamed("u", "A", "B"));
        CHECK(kept() == 3);
        clock.travel_to(Day(2024y / 12 / 8));
        write(db, clock.now(), renamed("u", "B", "C"));
        CHECK(kept() == 2);
        CHECK(!proof(db).first_fault);
    });
}
