#include "portal/query.hpp"

#include <fmt/core.h>

#include "base/text.hpp"

namespace cs::portal {
namespace {

std::optional<Day> read_day(std::string_view text) {
    if (text.size() == 10 && text[2] == '/' && text[5] == '/')
        return parse_day(fmt::format("{}-{}-{}", text.substr(6), text.substr(3, 2), text.substr(0, 2)));
    return parse_day(text);
}

}    // namespace

std::string value_of(const Query& query, const std::string& name) {
    const auto at = query.find(name);
    return at == query.end() ? std::string() : std::string(trim(at->second));
}

std::string address(std::string path, const Query& query) {
    char mark = '?';
    for (const auto& [name, value] : query) {
        if (value.empty()) continue;
        path += fmt::format("{}{}={}", mark, name, url_part(value));
        mark = '&';
    }
    return path;
}

Result<Day> day_asked(const Query& query, Day otherwise) {
    const std::string on = value_of(query, "on");
    if (on.empty()) return otherwise;
    const auto day = read_day(on);
    if (!day) return refuse(Problem::bad_input, "portal.bad_day", {{"given", on}});
    return *day;
}

}    // namespace cs::portal
