#include <doctest/doctest.h>

#include "platform/json/json.hpp"

namespace cs::json_test {

enum class Colour : unsigned char { red, template_ };

struct Inner {
    std::string code;
    std::optional<int> count;
    bool operator==(const Inner&) const = default;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (code, count))

struct Whole {
    std::string name;
    bool flag;
    int small;
    std::int64_t large;
    Day day;
    Instant at;
    Decimal measured;
    UnitId unit;
    Colour colour;
    std::optional<std::string> note;
    std::vector<Inner> members;
    std::map<std::string, Decimal> by_region;
    json::Json anything;
};
BOOST_DESCRIBE_STRUCT(Whole, (),
                      (name, flag, small, large, day, at, measured, unit, colour, note, members, by_region, anything))

struct Bounded {
    Decimal share;
    std::int64_t money;
    std::vector<std::string> codes;
    std::string new_;
};
BOOST_DESCRIBE_STRUCT(Bounded, (), (share, money, codes, new_))

struct Row {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Row, (), (name))
struct RowWithCount : Row {
    int child_count;
};
BOOST_DESCRIBE_STRUCT(RowWithCount, (Row), (child_count))

template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;
    BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};

struct Branch {
    std::string name;
    std::vector<Branch> below;
};
BOOST_DESCRIBE_STRUCT(Branch, (), (name, below))

struct Swapped {
    int a, b;
};
BOOST_DESCRIBE_STRUCT(Swapped, (), (b, a))

struct RuledWrongly {
    int a;
};
BOOST_DESCRIBE_STRUCT(RuledWrongly, (), (a))

namespace elsewhere {
struct Inner {
    int other;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (other))
}    // namespace elsewhere

}    // namespace cs::json_test

using namespace cs;
using namespace cs::json_test;

template <>
inline const json::Rules<Inner> cs::json::rules<Inner> = {
    {"code", {.min_length = 2, .max_length = 5, .pattern = "[0-9đ]+", .description = "as printed"}},
    {"count", {.minimum = 0, .maximum = 9}}};
template <>
inline const json::Rules<Bounded> cs::json::rules<Bounded> = {
    {"share", {.minimum = 0, .maximum = 100}}, {"money", {.minimum = 1, .maximum = 9'000'000'000}},
    {"codes", {.min_length = 1, .max_length = 2, .pattern = "[a-z]+"}}};
template <>
inline const json::Rules<RuledWrongly> cs::json::rules<RuledWrongly> = {{"no_such_field", {.minimum = 1}}};

namespace {

constexpr const char* whole = R"({"name":"Hòa","flag":true,"small":-7,"large":"9007199254740993","day":"2025-06-30",)"
                              R"("at":"2025-06-30T17:00:00.250000Z","measured":"97.5",)"
                              R"("unit":"0197c1d0-0000-7000-8000-000000000001","colour":"template","note":null,)"
                              R"("members":[{"code":"27","count":3},{"code":"đ4","count":null}],)"
                              R"("by_region":{"DBSH":"59"},"anything":{"a":[1,true,null]}})";

// "path: code" for each fault.
template <class T>
std::vector<std::string> faults(std::string_view text) {
    const Result<T> result = json::read_text<T>(text);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == "json.refused");
    CHECK(result.error().problem == Problem::bad_input);
    std::vector<std::string> all;
    for (const Fault& fault : result.error().faults) all.push_back(fault.where + ": " + fault.code);
    return all;
}
using Lines = std::vector<std::string>;

std::string with(std::string field, std::string value) {
    boost::json::object object = json::parse(whole)->as_object();
    object[field] = *json::parse(value);
    return json::to_text(object);
}

}    // namespace

TEST_CASE("every type comes back as it was written") {
    const Result<Whole> read = json::read_text<Whole>(whole);
    REQUIRE(read.has_value());
    CHECK(json::to_text(json::write(*read)) == whole);
    CHECK(read->large == 9007199254740993);
    CHECK(read->colour == Colour::template_);
    CHECK(read->members[1] == Inner{"đ4", std::nullopt});
    CHECK(read->at == Instant(std::chrono::sys_days(2025y / 6 / 30) + 17h + 250ms));
    CHECK(read->by_region.at("DBSH") == Decimal::whole(59));
}

TEST_CASE("text is brought to NFC on reading") {
    CHECK(json::read_text<Row>("{\"name\":\"Hoa\xCC\x80\"}")->name == "Hoà");
    CHECK(faults<Row>(R"({"name":"a\u0000b"})") == Lines{"name: json.control_character"});
    CHECK(json::read_text<Row>(R"({"name":"hai\ndòng"})").has_value());
}

TEST_CASE("an optional field may be null or absent, any other may not") {
    CHECK(json::read_text<Inner>(R"({"code":"27"})")->count == std::nullopt);
    CHECK(json::read_text<Inner>(R"({"code":"27","count":null})")->count == std::nullopt);
    CHECK(faults<Inner>(R"({"count":1})") == Lines{"code: json.missing"});
    CHECK(faults<Inner>(R"({"code":null})") == Lines{"code: json.type"});
    CHECK(faults<Whole>("{}").size() == 12);    // all but the note
}

TEST_CASE("an unknown field is refused where it stands") {
    CHECK(faults<Inner>(R"({"code":"27","kount":1})") == Lines{"kount: json.unknown_field"});
    CHECK(faults<Whole>(with("members", R"([{"code":"27","x":1}])")) == Lines{"members[0].x: json.unknown_field"});
}

TEST_CASE("every fault is told, each with its path") {
    CHECK(faults<Whole>(with("members", R"([{"code":"27"},{"code":"1"},{"code":"123456"},{"code":"ab","count":10},{"count":-1}])")) ==
          Lines{"members[1].code: json.too_short", "members[2].code: json.too_long", "members[3].code: json.pattern",
                "members[3].count: json.maximum", "members[4].code: json.missing", "members[4].count: json.minimum"});
    CHECK(faults<Whole>(with("by_region", R"({"DBSH":"x","TNB":7})")) ==
          Lines{"by_region.DBSH: json.not_a_number", "by_region.TNB: json.type"});
}

TEST_CASE("each type refuses what it is not") {
    const auto one = [](const char* field, const char* value) { return faults<Whole>(with(field, value)).front(); };
    CHECK(one("name", "7") == "name: json.type");
    CHECK(one("flag", "1") == "flag: json.type");
    CHECK(one("small", "1.5") == "small: json.type");
    CHECK(one("small", "\"1\"") == "small: json.type");
    CHECK(one("small", "3000000000") == "small: json.maximum");
    CHECK(one("large", "7") == "large: json.type");
    CHECK(one("large", "\"7x\"") == "large: json.not_a_number");
    CHECK(one("large", "\"99999999999999999999\"") == "large: json.not_a_number");
    CHECK(one("day", "\"2025-02-29\"") == "day: json.not_a_day");
    CHECK(one("day", "\"30/06/2025\"") == "day: json.not_a_day");
    for (const char* bad : {"\"2025-06-30T24:00:00Z\"", "\"2025-06-30 17:00:00Z\"", "\"2025-06-30T17:00:00.Z\"",
                            "\"2025-06-30T17:00:00+07:00\"", "\"2025-06-30T17:00:00.1234567Z\"", "\"2025-06-30T1a:00:00Z\""})
        CHECK_MESSAGE(one("at", bad) == "at: json.not_an_instant", bad);
    CHECK(one("measured", "\"1.000.000\"") == "measured: json.not_a_number");
    CHECK(one("measured", "97.5") == "measured: json.type");
    CHECK(one("unit", "\"27\"") == "unit: json.not_an_id");
    CHECK(one("colour", "\"template_\"") == "colour: json.not_a_choice");
    CHECK(one("members", "{}") == "members: json.type");
    CHECK(one("by_region", "[]") == "by_region: json.type");
    CHECK(faults<Whole>("[]") == Lines{": json.type"});
}

TEST_CASE("limits hold for decimals, large numbers and the items of a list") {
    CHECK(json::read_text<Bounded>(R"({"share":"100","money":"9000000000","codes":["a"],"new":""})").has_value());
    CHECK(faults<Bounded>(R"({"share":"100.01","money":"9000000001","codes":[],"new":""})") ==
          Lines{"share: json.maximum", "money: json.maximum", "codes: json.too_few"});
    CHECK(faults<Bounded>(R"({"share":"-0.1","money":"0","codes":["a","B","c"],"new":""})") ==
          Lines{"share: json.minimum", "money: json.minimum", "codes: json.too_many", "codes[1]: json.pattern"});
}

TEST_CASE("what is no JSON is refused with the place") {
    for (const char* bad : {"", "{", "{\"a\":1,}", "nul", "{} {}", "{\"name\":\"\xFF\"}"}) {
        const Result<Row> result = json::read_text<Row>(bad);
        REQUIRE_FALSE(result.has_value());
        CHECK_MESSAGE(result.error().code == "json.malformed", bad);
    }
    CHECK(json::parse("{\"a\":1,}").error().args == Args{{"at", "8"}});
    CHECK_FALSE(json::parse(std::string(100, '[') + std::string(100, ']')).has_value());    // no stack is filled
}

TEST_CASE("a derived struct carries the fields of its base, a page the fields of its template") {
    CHECK(json::to_text(json::write(RowWithCount{{"Xã Minh Họa A"}, 3})) == R"({"name":"Xã Minh Họa A","child_count":3})");
    CHECK(json::read_text<RowWithCount>(R"({"name":"A","child_count":3})")->child_count == 3);
    CHECK(json::to_text(json::write(Page<Row>{{{"A"}}, {}})) == R"({"items":[{"name":"A"}],"next":null})");
    CHECK(json::read_text<Branch>(R"({"name":"A","below":[{"name":"B","below":[]}]})")->below.front().name == "B");
}

TEST_CASE("a description out of order and a rule for no field are bugs, not wrong data") {
    CHECK_THROWS_AS((void)json::read_text<Swapped>(R"({"a":1,"b":2})"), std::logic_error);
    CHECK_THROWS_AS((void)json::read_text<RuledWrongly>(R"({"a":1})"), std::logic_error);
}

TEST_CASE("the schema says what reading demands") {
    json::SchemaBook book;
    CHECK(json::to_text(book.schema<Page<Inner>>(true)) == R"({"$ref":"#/components/schemas/PageInner"})");
    CHECK(json::to_text(book.schema<Inner>(false)) == R"({"$ref":"#/components/schemas/InnerInput"})");
    CHECK(json::to_text(book.components().at("Inner")) ==
          R"({"type":"object","properties":{"code":{"type":"string","description":"as printed","minLength":2,"maxLength":5,)"
          R"("pattern":"^(?:[0-9đ]+)$"},"count":{"type":["integer","null"],"minimum":0,"maximum":9}},)"
          R"("required":["code","count"],"additionalProperties":false})");
    CHECK(json::to_text(book.components().at("InnerInput").at("required")) == R"(["code"])");
    CHECK(json::to_text(book.components().at("PageInner").at("properties").at("items")) ==
          R"({"type":"array","items":{"$ref":"#/components/schemas/Inner"}})");
    (void)book.schema<Whole>(true);
    CHECK(json::to_text(book.components().at("Whole").at("properties")) ==
          R"({"name":{"type":"string"},"flag":{"type":"boolean"},"small":{"type":"integer"},)"
          R"("large":{"type":"string","pattern":"^-?[0-9]{1,19}$"},"day":{"type":"string","format":"date"},)"
          R"("at":{"type":"string","format":"date-time"},"measured":{"type":"string","pattern":"^[+-]?[0-9]+([.,][0-9]{1,9})?$"},)"
          R"("unit":{"type":"string","format":"uuid"},"colour":{"$ref":"#/components/schemas/Colour"},)"
          R"("note":{"type":["string","null"]},"members":{"type":"array","items":{"$ref":"#/components/schemas/Inner"}},)"
          R"("by_region":{"type":"object","additionalProperties":{"type":"string","pattern":"^[+-]?[0-9]+([.,][0-9]{1,9})?$"}},"anything":{}})");
    CHECK(json::to_text(book.components().at("Colour")) == R"({"type":"string","enum":["red","template"]})");
}

TEST_CASE("what reads alike as request and reply has one schema, and two types never share a name") {
    json::SchemaBook book;
    CHECK(book.schema<Row>(true) == book.schema<Row>(false));
    CHECK(book.schema<Branch>(true).at("$ref") == "#/components/schemas/Branch");
    CHECK(book.components().size() == 2);
    (void)book.schema<Inner>(true);
    CHECK_THROWS_AS((void)book.schema<elsewhere::Inner>(true), std::logic_error);
}

TEST_CASE("pretty text has two spaces a step") {
    CHECK(json::to_pretty(*json::parse(R"({"a":[1,{}],"b":[]})")) == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}\n");
}
