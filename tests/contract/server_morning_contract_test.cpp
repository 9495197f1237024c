#include "access/letters_mail.hpp"
#include "contract/mail_server.hpp"
#include "contract/periodic_fixture.hpp"
#include "server/mailing.hpp"
#include "server/morning.hpp"

using namespace cs;
using namespace cs::test;

namespace {

void wants(Reports& all, const access::Actor& who, const std::string& mail, bool digest = true) {
    REQUIRE(all.db.write([&](Tx& tx) { return access::save_my_mail(tx, all.clock.now(), who, mail, digest); }));
}

std::string letters(Database& db) {
    std::string found;
    db.read([&](Tx& tx) {
        const auto rows = query(tx, "select p.mail, l.kind, count(n.line) as n from letter l join person p on p.id = l.person_id left join letter_line n on n.letter_id = l.id "
                                    "group by p.mail, l.kind order by p.mail, l.kind");
        for (const sql::Row& row : *rows) found += row.text("mail") + " " + row.text("kind") + " " + std::to_string(row.integer("n")) + "; ";
        return true;
    });
    return found;
}

}    // namespace

TEST_CASE("once a working day everybody with an address has one letter of what waits, and one at once of what is due in three days") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        wants(all, all.clerk, "lan@vi.du");
        wants(all, all.other_clerk, "hanh@vi.du", false);    // no daily letter
        wants(all, all.secretary, "tung@vi.du");             // nothing waits for him
        clock.travel_to(2025y / 6 / 1);                      // a Sunday
        CHECK(server::write_morning_letters(db, clock) == 0);
        CHECK(letters(db).empty());
        clock.travel_to(2025y / 5 / 30);    // a Friday: not three days before the 5th yet
        CHECK(server::write_morning_letters(db, clock) == 3);
        CHECK(letters(db) == "lan@vi.du digest 1; ");
        clock.travel_to(2025y / 6 / 2);
        server::write_morning_letters(db, clock);
        server::write_morning_letters(db, clock);    // the server was started again
        CHECK(letters(db) == "hanh@vi.du due_soon 1; lan@vi.du digest 2; lan@vi.du due_soon 1; ");
        clock.travel_to(2025y / 6 / 3);
        server::write_morning_letters(db, clock);    // what is due soon is not told twice
        CHECK(letters(db) == "hanh@vi.du due_soon 1; lan@vi.du digest 3; lan@vi.du due_soon 1; ");
    });
}

TEST_CASE("the letter of the day says each thing as the screen does") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        MailServer house;
        wants(all, all.clerk, "lan@vi.du");
        clock.travel_to(2025y / 5 / 30);
        server::write_morning_letters(db, clock);
        CHECK(access::post_letters(db, clock, {house.server(), "nhac@vi.du", ""}).sent == 1);
        const auto letter = house.letter();
        CHECK(text_of(letter, "subject") == "Việc của tôi hôm nay: 1 việc");
        CHECK(text_of(letter, "text").find("- Lập và gửi báo cáo 6 tháng đầu năm 2025 của Xã Minh Họa A (hạn 05/06/2025)") != std::string::npos);
    });
}

TEST_CASE("the server's clockwork writes the letters of the day and sends them by itself") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        MailServer house;
        wants(all, all.clerk, "lan@vi.du");
        clock.travel_to(2025y / 5 / 30);
        clock.advance(std::chrono::hours(1));    // eight in the morning in Viet Nam
        {
            server::Mailing mailing(db, clock, {house.server(), "nhac@vi.du", ""}, 7);
            CHECK(text_of(house.letter(), "subject") == "Việc của tôi hôm nay: 1 việc");    // waits for it
        }
        CHECK(letters(db) == "lan@vi.du digest 1; ");
    });
}

TEST_CASE("mail is off until it is set up, and a half-made setting stops the start") {
    server::Settings settings;
    REQUIRE(server::post_office(settings));
    CHECK_FALSE(server::post_office(settings)->has_value());
    REQUIRE(settings.set("mail.host", "thu.vi.du"));
    CHECK(server::post_office(settings).error().code == "mail.from_missing");
    REQUIRE(settings.set("mail.from", "nhac viec"));
    CHECK(server::post_office(settings).error().code == "mail.from_form");
    REQUIRE(settings.set("mail.from", "nhac@vi.du"));
    REQUIRE(settings.set("mail.password_file", "no/such/file"));
    CHECK(server::post_office(settings).error().code == "mail.password_unreadable");
    REQUIRE(settings.set("mail.password_file", "tests/mail/server.py"));
    const auto office = server::post_office(settings);
    REQUIRE(office);
    CHECK((*office)->server.password == "#!/usr/bin/python3");
    CHECK((*office)->server.tls == mail::Tls::starttls);
    CHECK_FALSE(settings.set("mail.tls", "maybe"));
}
