#pragma once
// Outlines of units as a drawing: projected on a plane, cut to a grid of whole numbers, simplified until all paths together
// keep to a number of bytes. Borders that two units share stay shared: a border is simplified once, not once for each side.
// Drawing only; nothing here decides anything.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace cs::report {

struct Point {
    std::int32_t x, y;    // longitude and latitude in millionths of a degree; after projection, the grid of the drawing
    auto operator<=>(const Point&) const = default;
};
using Ring = std::vector<Point>;    // closed: the last point is the first

struct Outline {
    std::string code;
    std::vector<Ring> rings;
};

inline constexpr int drawing_width = 1000;

struct Drawing {
    int width = drawing_width, height = 0;
    std::vector<std::string> paths;    // one for each outline, in their order: "M1 2l3 4z"
    std::size_t bytes() const;
};

// `outlines` is not empty and no ring is. The budget is kept unless the coarsest drawing is still longer.
Drawing draw(const std::vector<Outline>& outlines, std::size_t budget);

}    // namespace cs::report
