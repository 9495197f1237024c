// Accounts: added, found, closed and erased, on both engines.
#include "contract/access_office.hpp"

using namespace cs;
using namespace cs::access;
using namespace cs::test;

TEST_CASE("people are added, found without diacritics in Vietnamese order, page by page") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const auto add = [&](const std::string& login, const std::string& name) {
            return db.write([&](Tx& tx) {
                return add_person(tx, office.now(), office.people.actor(office.an), {login, name, "Xã Đại Đồng"}, password_hash());
            });
        };
        REQUIRE(add("p.mot", "Đặng Thị Ánh"));
        REQUIRE(add("p.hai", "Dương Văn Ba"));
        REQUIRE(add("p.ba", "Ân Thị Bích"));
        db.read([&](Tx& tx) {
            const PersonStore store(tx);
            const PeoplePage first = store.list("dai dong", std::nullopt, 2);
            CHECK(first.total == 3);
            REQUIRE(first.people.size() == 2);
            CHECK(first.people[0].name == "Ân Thị Bích");
            CHECK(first.people[1].name == "Dương Văn Ba");
            CHECK(first.people[0].must_change_password);
            const PeoplePage second = store.list("dai dong", first.next, 2);
            REQUIRE(second.people.size() == 1);
            CHECK(second.people[0].name == "Đặng Thị Ánh");
            CHECK(!second.next);
            CHECK(store.list("DANG thi", std::nullopt, 2).total == 1);
            CHECK(store.list("%", std::nullopt, 2).total == 0);
            CHECK(store.list("_", std::nullopt, 2).total == 0);
            return true;
        });
        refused(office.people, "access.login_taken", [&](Tx& tx) {
            return add_person(tx, office.now(), office.people.actor(office.an), {"p.mot", "Ai khác", ""}, "x");
        });
        refused(office.people, "access.login_form", [&](Tx& tx) {
            return add_person(tx, office.now(), office.people.actor(office.an), {"P 1", "Ai khác", ""}, "x");
        });
        refused(office.people, "access.name_missing", [&](Tx& tx) {
            return add_person(tx, office.now(), office.people.actor(office.an), {"p.chin", " ", ""}, "x");
        });
        refused(office.people, "access.not_your_role", [&](Tx& tx) {
            return add_person(tx, office.now(), office.people.actor(office.clerk), {"p.chin", "Ai", ""}, "x");
        });
    });
}

TEST_CASE("closing an account ends its sessions and roles and is told with its reason") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const auto close = [&](const PersonId& by, const PersonId& whom, const std::string& reason) {
            return [&, by, whom, reason](Tx& tx) { return close_person(tx, office.now(), office.people.actor(by), whom, reason); };
        };
        refused(office.people, "access.reason_missing", close(office.an, office.clerk, " "));
        refused(office.people, "access.not_your_role", close(office.coordinator, office.clerk, "lý do"));
        const auto closed = db.write(close(office.an, office.clerk, "nghỉ việc"));
        REQUIRE(closed);
        CHECK(closed->closed);
        CHECK(office.people.actor(office.clerk).grants.empty());
        refused(office.people, "access.already_closed", close(office.an, office.clerk, "lý do"));
        db.read([&](Tx& tx) {
            const auto last = audit::history(tx, "person", office.clerk.text(), 1).entries.at(0);
            CHECK(last.entry.event == audit::Event::person_closed);
            CHECK(last.entry.note == "nghỉ việc");
            CHECK(last.by.role == "administrator");
            return true;
        });
    });
}

TEST_CASE("a closed account can be erased: names are gone everywhere, the journal proves, the id stays") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const auto erase = [&](Tx& tx) {
            return erase_person(tx, office.now(), office.people.actor(office.an), office.clerk, "đơn đề nghị");
        };
        refused(office.people, "access.not_closed", erase);
        REQUIRE(db.write([&](Tx& tx) { return close_person(tx, office.now(), office.people.actor(office.an), office.clerk, "nghỉ"); }));
        REQUIRE(db.write(erase));
        db.read([&](Tx& tx) {
            const auto person = PersonStore(tx).find(office.clerk);
            REQUIRE(person);
            CHECK(person->name == "(đã xóa)");
            CHECK(person->login.find("dung") == std::string::npos);
            CHECK(PersonStore(tx).list("dung", std::nullopt, 10).total == 0);
            CHECK(!PersonStore(tx).by_login("dung"));
            for (const auto& past : audit::history(tx, "person", office.clerk.text(), 50).entries)
                for (const auto& change : past.entry.changes) CHECK(change.to.value_or("").find("dung") == std::string::npos);
            CHECK(!audit::verify(tx).first_fault);
            return true;
        });
        CHECK(number(db, "select count(*) as n from journal_personal where value like '%dung%'") == 0);
        refused(office.people, "access.already_erased", erase);
    });
}

TEST_CASE("an administrator whose own role is running out cannot close the one who would remain") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const GrantId of_an = office.people.actor(office.an).grants.at(0).id;
        REQUIRE(office.end(office.coordinator, of_an, plus_days(office.people.today(), 5)));
        refused(office.people, "access.last_administrator", [&](Tx& tx) {
            return close_person(tx, office.now(), office.people.actor(office.an), office.binh, "lý do");
        });
    });
}

TEST_CASE("sessions are forgotten after two years") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Office office(db, clock);
        const auto enter = [&] { return sign_in(db, clock, {}, {"dung", password, std::nullopt, "::1", ""}); };
        REQUIRE(enter());
        clock.advance(std::chrono::days(730));
        REQUIRE(enter());
        CHECK(count(db, "session") == 2);
        clock.advance(std::chrono::microseconds(1));
        REQUIRE(enter());
        CHECK(count(db, "session") == 2);
    });
}
