#include "access/letters_mail.hpp"
#include "contract/access_fixture.hpp"
#include "contract/mail_server.hpp"
#include "platform/testing_folder.hpp"

using namespace cs;
using namespace cs::test;
using namespace cs::access;
using namespace std::chrono_literals;

namespace {

struct Letters {
    Database& db;
    FrozenClock& clock;
    People people;
    PersonId lan;

    Letters(Database& d, FrozenClock& c) : db(d), clock(c), people{d, c}, lan(people.add("can.bo.xa", Role::unit_clerk, commune, Scope::own)) {}

    Result<MailWish> wish(const PersonId& person, const std::optional<std::string>& mail, bool digest = true) {
        return db.write([&](Tx& tx) { return save_my_mail(tx, clock.now(), people.actor(person), mail, digest); });
    }
    PersonId with_mail(const std::string& login, const std::string& mail) {
        const PersonId id = people.add(login, Role::unit_head, commune, Scope::own);
        REQUIRE(wish(id, mail));
        return id;
    }
    static Duty line() { return {"sheet_returned", {{"unit", "Xã Minh Họa A"}, {"count", "2"}}, Day(2022y / 12 / 20), "sheet", "x"}; }
    void tell(const PersonId& person, const std::string& once = "returned 1") {
        REQUIRE(db.write([&](Tx& tx) -> Done { return access::tell(tx, clock.now(), person, LetterKind::returned, once, {line()}), Done{}; }));
    }
    std::int64_t count(LetterState state) {
        return db.read([&](Tx& tx) { return LetterStore(tx).count(state); });
    }
    std::vector<Letter> given_up() {
        return db.read([&](Tx& tx) { return LetterStore(tx).given_up(10); });
    }
    Posted post(const mail::Server& server) { return post_letters(db, clock, {server, "nhac@vi.du", "https://vi.du/van-phong"}); }
};

}    // namespace

TEST_CASE("a letter is written once, to whom gave an address, and not when what it tells of did not happen") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Letters all(db, clock);
        all.tell(all.lan);
        CHECK(all.count(LetterState::waiting) == 0);    // no address
        REQUIRE(all.wish(all.lan, "lan@vi.du"));
        all.tell(all.lan);
        all.tell(all.lan);
        CHECK(all.count(LetterState::waiting) == 1);
        const auto undone = db.write([&](Tx& tx) -> Done {
            access::tell(tx, clock.now(), all.lan, LetterKind::returned, "returned 2", {Letters::line()});
            return refuse(Problem::bad_input, "access.mail_form");
        });
        CHECK_FALSE(undone);
        CHECK(all.count(LetterState::waiting) == 1);
        all.tell(all.lan, "returned 3");
        CHECK(all.count(LetterState::waiting) == 2);
        REQUIRE(all.wish(all.lan, std::nullopt));    // he takes his address back
        CHECK(all.count(LetterState::waiting) == 0);
    });
}

TEST_CASE("everybody who holds the role in the unit is told, once") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Letters all(db, clock);
        REQUIRE(all.wish(all.lan, "lan@vi.du"));
        all.with_mail("chu.tich", "chutich@vi.du");
        REQUIRE(all.wish(all.people.add("noi.khac", Role::unit_clerk, province, Scope::own), "khac@vi.du"));
        REQUIRE(db.write([&](Tx& tx) -> Done { return tell_unit(tx, clock.now(), commune, {Role::unit_clerk}, LetterKind::returned, "r", Letters::line()), Done{}; }));
        CHECK(all.count(LetterState::waiting) == 1);
        REQUIRE(db.write([&](Tx& tx) -> Done { return tell_unit(tx, clock.now(), commune, {Role::unit_clerk, Role::unit_head}, LetterKind::returned, "r", Letters::line()), Done{}; }));
        CHECK(all.count(LetterState::waiting) == 2);
    });
}

TEST_CASE("a mail server receives the letter in Vietnamese") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Letters all(db, clock);
        MailServer server;
        REQUIRE(all.wish(all.lan, "lan@vi.du"));
        all.tell(all.lan);
        CHECK(all.post(server.server()).sent == 1);
        const auto letter = server.letter();
        CHECK(letter.at("to").as_array().front().as_string() == "lan@vi.du");
        CHECK(text_of(letter, "subject") == "Yêu cầu bổ sung, hoàn thiện");
        CHECK(text_of(letter, "sender") == "Chung Sức <nhac@vi.du>");
        const std::string text = text_of(letter, "text");
        CHECK(text.find("Kính gửi Người can.bo.xa") != text.npos);
        CHECK(text.find("(hạn 20/12/2022)") != text.npos);
        CHECK(text.find("https://vi.du/van-phong") != text.npos);
        CHECK(all.count(LetterState::sent) == 1);
        CHECK(all.post(server.server()).sent == 0);    // not again
        const auto kept = number(db, "select count(*) as n from letter_word where said like '%can.bo.xa%' or said like '%@%'");
        CHECK(kept == 0);    // neither his name nor his address
    });
}

TEST_CASE("what a server puts off is tried again later; what it refuses, and what nobody takes in the end, is given up in sight") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Letters all(db, clock);
        MailServer server;
        all.tell(all.with_mail("nguoi.mot", "flaky@vi.du"));
        all.tell(all.with_mail("nguoi.hai", "nobody@vi.du"));
        all.tell(all.with_mail("nguoi.ba", "busy@vi.du"));
        Posted first = all.post(server.server());
        CHECK(first.sent == 0);
        CHECK(first.put_off == 2);
        CHECK(first.given_up == 1);
        REQUIRE(all.given_up().size() == 1);
        CHECK(all.given_up().front().fault.starts_with("550 5.1.1"));
        CHECK(all.given_up().front().fault.find("nobody@") == std::string::npos);    // the address stays out of it
        CHECK(all.post(server.server()).put_off == 0);    // not before its time
        clock.advance(1min);
        CHECK(all.post(server.server()).sent == 1);
        CHECK(text_of(server.letter(), "subject") == "Yêu cầu bổ sung, hoàn thiện");
        for (int i = 0; i < 14; ++i) clock.advance(6h), all.post(server.server());
        CHECK(all.count(LetterState::waiting) == 0);
        REQUIRE(all.given_up().size() == 2);
        CHECK(all.given_up().front().attempts <= 8);
    });
}

TEST_CASE("no server, or one that would carry the letter in the open: it waits, then no longer holds") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Letters all(db, clock);
        REQUIRE(all.wish(all.lan, "lan@vi.du"));
        all.tell(all.lan);
        mail::Server closed{"127.0.0.1", 1, mail::Tls::none, "", "", "", 5s};
        CHECK(all.post(closed).put_off == 1);
        clock.advance(2min);
        MailServer open;
        mail::Server wants_tls = open.server();
        wants_tls.tls = mail::Tls::starttls;
        CHECK(all.post(wants_tls).put_off == 1);
        clock.advance(73h);
        CHECK(all.post(open.server()).given_up == 1);
        CHECK(all.given_up().front().fault == "stale");
        clock.advance(31 * 24h);
        CHECK(all.post(open.server()).given_up == 0);
        CHECK(all.count(LetterState::given_up) == 0);    // forgotten after mail.kept_days
    });
}

TEST_CASE("the letters of an erased or closed person are not sent") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Letters all(db, clock);
        MailServer server;
        const access::Actor admin = all.people.actor(all.people.add("quan.tri", Role::administrator));
        all.people.add("quan.tri.hai", Role::administrator);
        REQUIRE(all.wish(all.lan, "lan@vi.du"));
        all.tell(all.lan);
        REQUIRE(db.write([&](Tx& tx) { return close_person(tx, clock.now(), admin, all.lan, "thôi việc"); }));
        CHECK(all.post(server.server()).given_up == 1);
        all.tell(all.lan, "returned 2");
        CHECK(all.count(LetterState::waiting) == 0);
        REQUIRE(db.write([&](Tx& tx) { return erase_person(tx, clock.now(), admin, all.lan, "theo yêu cầu"); }));
        CHECK(number(db, "select count(*) as n from letter") == 0);
        CHECK(number(db, "select count(*) as n from person where mail is not null") == 0);
    });
}

TEST_CASE("a server that wants to be signed in at gets the password over STARTTLS only") {
    const TestFolder folder;
    const std::string key = folder.path + "/key.pem", cert = folder.path + "/cert.pem";
    const std::string made = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 -keyout " + key + " -out " + cert + " 2>/dev/null";
    REQUIRE(std::system(made.c_str()) == 0);
    MailServer house({"--tls", cert, key, "--login", "nhac", "bi-mat"});
    mail::Server server = house.server();
    server.tls = mail::Tls::starttls;
    server.ca_file = cert;
    server.user = "nhac";
    const mail::Message message{"Chung Sức", "nhac@vi.du", "lan@vi.du", "Việc", "Một dòng\n", "1", Instant{}};
    server.password = "sai";
    CHECK(mail::deliver(server, message).outcome == mail::Delivery::Outcome::later);    // the operator's to mend, not the letter's fault
    server.password = "bi-mat";
    CHECK(mail::deliver(server, message).outcome == mail::Delivery::Outcome::taken);
    const auto letter = house.letter();
    CHECK(letter.at("secure").as_bool());
    CHECK(letter.at("login").as_bool());
    server.ca_file.clear();    // a certificate nobody here trusts
    CHECK(mail::deliver(server, message).outcome == mail::Delivery::Outcome::later);
}

TEST_CASE("only an address is taken as an address") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Letters all(db, clock);
        for (const char* bad : {"lan", "lan@vidu", "lan@@vi.du", "lan@vi..du", "lan <lan@vi.du>", "lan@vi.du\r\nBcc: x@y.z", "lan@vi.du,x@y.vn", "@vi.du", "lan@.vi.du"})
            refused(all.people, "access.mail_form", [&](Tx& tx) { return save_my_mail(tx, clock.now(), all.people.actor(all.lan), bad, true); });
        const auto saved = all.wish(all.lan, "  lan.nguyen+viec@bacninh.gov.vn ", false);
        REQUIRE(saved);
        CHECK(saved->mail == "lan.nguyen+viec@bacninh.gov.vn");
        CHECK_FALSE(saved->digest);
    });
}
