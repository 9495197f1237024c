#pragma once
// The C++ request and reply types are the contract: BOOST_DESCRIBE_STRUCT plus a table of rules gives reading with
// error paths, writing and JSON Schema. Included by *_http files and server only (a heavy header).
//
//     namespace cs::org {
//     struct NewPerson { std::string login; std::string name; std::optional<Day> from; };
//     BOOST_DESCRIBE_STRUCT(NewPerson, (), (login, name, from))       // all fields, in the order declared
//     }
//     template <>                                                     // outside cs::org: C++ wants an enclosing namespace
//     inline const cs::json::Rules<cs::org::NewPerson> cs::json::rules<cs::org::NewPerson> = {
//         {"login", {.min_length = 3, .max_length = 64, .pattern = "^[a-z0-9._-]+$"}}, {"name", {.min_length = 1}}};
//
// Field types: std::string (NFC on reading, no control characters but tab and new line), bool, int, std::int64_t (travels
// as text), Day ("2025-06-30"), Instant, Decimal (text), Id<T> (text), enums (the enumerator's name, base/words.hpp),
// std::optional<T> (null or absent), std::vector<T>, std::map<std::string, T> (an object), described structs, also derived
// ones, Json (anything, passed through). Unknown fields are refused.
// A name that is a word of C++ takes an underscore at its end, which does not travel: `new_` is "new".
// A struct template describes itself inside: BOOST_DESCRIBE_CLASS(Page, (), (items, total), (), ()).
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <map>
#include <string>
#include <type_traits>
#include <typeindex>
#include <vector>

#include "base/decimal.hpp"
#include "base/id.hpp"
#include "base/result.hpp"

namespace cs::json {

using Json = boost::json::value;

// Lengths count characters of a text and items of a list; the other rules of a list hold for each of its items.
struct Rule {
    int min_length = 0;
    int max_length = 10'000;
    const char* pattern = nullptr;    // regular expression (ICU), the whole text
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
using Rules = std::vector<FieldRule<T>>;    // a rule for a field that is not there is a bug (CS_CHECK)
template <class T>
inline const Rules<T> rules = {};

// Refuses json.refused with every fault and its path ("members[2].code"): json.missing, json.type, json.unknown_field,
// json.too_short, json.too_long, json.too_few, json.too_many, json.pattern, json.minimum, json.maximum, json.control_character,
// json.not_a_day, json.not_an_instant, json.not_an_id, json.not_a_number, json.not_a_choice.
template <class T>
Result<T> read(const Json& value);
template <class T>
Result<T> read_text(std::string_view text);    // json.malformed besides
Result<Json> parse(std::string_view text);     // json.malformed

template <class T>
Json write(const T& value);    // every field, an empty optional as null, in the order described

// Names every struct and enum under components/schemas once and returns {"$ref": …} for it. In a reply every
// field is required; in a request an optional one may be absent. A struct that differs so gets a second name (…Input or
// …Reply). Two types of one name are a bug (CS_CHECK).
class SchemaBook {
public:
    template <class T>
    Json schema(bool for_reply);
    const boost::json::object& components() const { return components_; }

private:
    template <class T>
    void fill(boost::json::object& schema, bool for_reply);
    // The name of the type's schema, and whether it is new and has to be filled and settled.
    std::pair<std::string, bool> enter(const std::type_info& type, bool for_reply);
    std::string settle(const std::type_info& type, bool for_reply, boost::json::object filled);

    boost::json::object components_;
    std::map<std::pair<std::type_index, bool>, std::string> names_;    // by type and direction
};

std::string to_text(const Json& value);      // compact, keys in the order written
std::string to_pretty(const Json& value);    // two spaces, for committed files

}    // namespace cs::json

#include "platform/json/json_impl.hpp"
