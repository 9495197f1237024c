#pragma once
// The C++ request and reply types are the contract: BOOST_DESCRIBE_STRUCT plus a table of rules gives reading with
// error paths, writing and JSON Schema. Included by *_http files and server only (a heavy header).
//
//     struct NewPerson { std::string login; std::string name; std::optional<Day> from; };
//     BOOST_DESCRIBE_STRUCT(NewPerson, (), (login, name, from))
//     template <> inline const json::Rules<NewPerson> json::rules<NewPerson> = {
//         {"login", {.min_length = 3, .max_length = 64, .pattern = "^[a-z0-9._-]+$"}}, {"name", {.min_length = 1}}};
//
// Field types: std::string (NFC on reading), bool, int, std::int64_t (travels as text), Day ("2025-06-30"), Instant,
// Decimal (text), Id<T> (text), described enums (their enumerator's name), std::optional<T> (null or absent),
// std::vector<T>, described structs, Json (anything, passed through). Unknown fields are refused.
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <string>
#include <type_traits>
#include <vector>

#include "base/decimal.hpp"
#include "base/id.hpp"
#include "base/result.hpp"

namespace cs::json {

using Json = boost::json::value;

struct Rule {
    int min_length = 0;
    int max_length = 10'000;
    const char* pattern = nullptr;    // ECMAScript regular expression, the whole text
    std::optional<std::int64_t> minimum = std::nullopt;
    std::optional<std::int64_t> maximum = std::nullopt;
    const char* description = nullptr;    // goes to the schema
};
template <class T>
struct FieldRule {
    const char* field;
    Rule rule;
};
template <class T>
using Rules = std::vector<FieldRule<T>>;
template <class T>
inline const Rules<T> rules = {};

// Every fault with its path ("members[2].code"): json.missing, json.type, json.unknown_field, json.too_short,
// json.too_long, json.pattern, json.minimum, json.maximum, json.not_a_day, json.not_a_number, json.not_a_choice.
template <class T>
Result<T> read(const Json& value);
template <class T>
Result<T> read_text(std::string_view text);    // json.malformed besides

template <class T>
Json write(const T& value);    // every field, an empty optional as null, in the order described

// Names every described struct under components/schemas once and returns {"$ref": …} for it.
class SchemaBook {
public:
    template <class T>
    Json schema(bool for_reply);
    const boost::json::object& components() const { return components_; }

private:
    boost::json::object components_;
};

std::string to_text(const Json& value);      // compact, keys in the order written
std::string to_pretty(const Json& value);    // two spaces, for committed files

}    // namespace cs::json

#include "platform/json/json_impl.hpp"
