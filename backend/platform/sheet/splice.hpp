#pragma once
// Changing an XML part by cutting and inserting at byte offsets, so that whatever is not touched keeps its bytes.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cs::sheet {

class Splice {
public:
    void replace(std::size_t begin, std::size_t end, std::string by) { cuts_.push_back({begin, end, std::move(by)}); }
    void insert(std::size_t at, std::string text) {
        if (!text.empty()) replace(at, at, std::move(text));
    }
    // Insertions at one place stand in the order they were made.
    std::string applied(std::string_view bytes) const;

private:
    struct Cut {
        std::size_t begin, end;
        std::string by;
    };
    std::vector<Cut> cuts_;
};

// ASCII only: what is beyond is written as a number, so the text fits any encoding a part may declare.
std::string escaped(std::string_view text);

// A start tag, from < to >, with its attribute set to the value, or without the attribute.
std::string with_attribute(std::string_view tag, std::string_view name, std::string_view value);
std::string without_attribute(std::string_view tag, std::string_view name);
// "x:" of "<x:row …>", or nothing.
std::string prefix_of(std::string_view tag);
bool closes_itself(std::string_view tag);

// The part with `inner` as the last thing inside its root. Refuses sheet.damaged, sheet.dtd.
Result<std::string> with_last_child(std::string_view bytes, std::string_view part, std::string_view inner);

}    // namespace cs::sheet
