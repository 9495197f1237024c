#include "audit/canonical.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::audit;

namespace {

Entry person_added() {
    return {Event::person_added, "person", "p1",
            {{"login", std::nullopt, "lan"}, {"name", "Lan", "Lan Anh"}, {"position", std::nullopt, std::nullopt}},
            "theo công văn 12", {{"grant", "g1"}, {"unit", "u1"}}};
}

}    // namespace

TEST_CASE("a payload reads back as it was written, personal values sealed") {
    const Payload payload = encode(row_of(Event::person_added), person_added());
    const auto opened = decode(payload.text);
    REQUIRE(opened);
    CHECK(opened->note == erased_mark);
    REQUIRE(opened->changes.size() == 3);
    CHECK(opened->changes[0].field == "login");
    CHECK(!opened->changes[0].from);
    CHECK(opened->changes[0].to == std::string(erased_mark));
    CHECK(!opened->changes[2].to);
    CHECK(opened->also == person_added().also);
    CHECK(payload.text.find("Lan") == std::string::npos);
}

TEST_CASE("each sealed value has its commitment in the payload") {
    const Payload payload = encode(row_of(Event::person_added), person_added());
    const auto opened = decode(payload.text);
    REQUIRE(opened);
    REQUIRE(payload.personal.size() == 4);    // note, login, name before and after
    REQUIRE(opened->sealed.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(opened->sealed[i].place == payload.personal[i].place);
        CHECK(opened->sealed[i].commitment == commitment(payload.personal[i].salt, payload.personal[i].value));
    }
}

TEST_CASE("the same value is never committed to twice alike") {
    const Payload a = encode(row_of(Event::person_added), person_added());
    const Payload b = encode(row_of(Event::person_added), person_added());
    CHECK(a.text != b.text);
}

TEST_CASE("values that are nobody's stay readable") {
    const Entry entry{Event::cluster_added, "cluster", "c", {{"name", std::nullopt, "Cụm 1"}}, "quyết định 5"};
    const auto opened = decode(encode(row_of(Event::cluster_added), entry).text);
    REQUIRE(opened);
    CHECK(opened->changes[0].to == "Cụm 1");
    CHECK(opened->note == "quyết định 5");
    CHECK(opened->sealed.empty());
}

TEST_CASE("what is not a payload is not read as one") {
    const std::string good = encode(row_of(Event::signed_out), {Event::signed_out, "session", "s", {}, "x"}).text;
    REQUIRE(decode(good));
    CHECK(!decode(""));
    CHECK(!decode(good + "1:x,"));
    CHECK(!decode(good.substr(0, good.size() - 1)));
    CHECK(!decode("99999999999999999999:"));
    CHECK(!decode("1:-,0:,9999:"));
}

TEST_CASE("no two entries share their canonical bytes by moving a boundary between parts") {
    Link a{"p", "2025-01-01", 1, 5, "ev", "unit", "ab", "c", "", "", ""};
    Link b = a;
    b.object_id = "a";
    b.person = "bc";
    CHECK(entry_hash(a) != entry_hash(b));
    Link c = a;
    c.sequence = 15;
    c.at = 5;
    Link d = a;
    d.sequence = 1;
    d.at = 55;
    CHECK(entry_hash(c) != entry_hash(d));
}

TEST_CASE("every part of an entry and of a day changes its digest") {
    const Link base{"p", "2025-01-01", 1, 5, "ev", "unit", "id", "person", "role", "unit", "payload"};
    std::vector<Link> others(11, base);
    others[0].prev = "q";
    others[1].day = "2025-01-02";
    others[2].sequence = 2;
    others[3].at = 6;
    others[4].event = "ew";
    others[5].object_kind = "cluster";
    others[6].object_id = "ie";
    others[7].person = "";
    others[8].role = "";
    others[9].unit = "";
    others[10].payload = "payloae";
    for (const Link& other : others) CHECK(entry_hash(other) != entry_hash(base));
    CHECK(day_digest("p", "2025-01-01", 1, "h") != day_digest("p", "2025-01-01", 2, "h"));
    CHECK(day_digest("p", "2025-01-01", 1, "h") != day_digest("p", "2025-01-02", 1, "h"));
}

TEST_CASE("an event with personal fields and nobody to erase them for does not pass the proof") {
    const EventRow broken{Event::signed_in, "session", Subject::nobody, 2, {{"peer", DataClass::personal}}};
    static_assert(!personal_fields_belong_to_somebody(EventRow{Event::signed_in, "session", Subject::nobody, 2, {{"peer", DataClass::personal}}}));
    CHECK(!personal_fields_belong_to_somebody(broken));
    const EventRow wrong_subject{Event::cluster_changed, "cluster", Subject::object, 2, {{"name", DataClass::personal}}};
    CHECK(!personal_fields_belong_to_somebody(wrong_subject));
}
