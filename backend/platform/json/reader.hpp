#pragma once
// Reading of single values, where nothing depends on the type of a struct (reader.cpp).
#include <span>
#include <string_view>

#include "platform/json/json.hpp"

namespace cs::json::detail {

// Reads one value after another and keeps every fault with the path where it stands.
class Reader {
public:
    std::vector<Fault> faults;

    void fault(const char* code, Args args = {});
    std::optional<std::string> text(const Json& value, const Rule& rule);
    std::optional<bool> flag(const Json& value);
    std::optional<std::int64_t> number(const Json& value, const Rule& rule, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> number_text(const Json& value, const Rule& rule);
    std::optional<Decimal> decimal(const Json& value, const Rule& rule);
    std::optional<Day> day(const Json& value);
    std::optional<Instant> instant(const Json& value);
    std::optional<std::string> id(const Json& value);
    std::optional<std::size_t> choice(const Json& value, std::span<const std::string_view> words);
    const boost::json::array* list(const Json& value, const Rule& rule);
    const boost::json::object* object(const Json& value);
    void refuse_unknown(const boost::json::object& object, std::span<const std::string_view> known);

    class Inside {    // a step of the path, for as long as it lives
    public:
        Inside(Reader& reader, std::string_view field);
        Inside(Reader& reader, std::size_t index);
        ~Inside() { reader_.path_.resize(length_); }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;

    private:
        Reader& reader_;
        std::size_t length_;
    };

private:
    const boost::json::string* plain_text(const Json& value);    // or a fault json.type
    std::optional<std::int64_t> within(std::int64_t n, std::int64_t least, std::int64_t most);
    std::string path_;
};

}    // namespace cs::json::detail
