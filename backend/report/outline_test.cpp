#include "report/outline.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace cs::report;

namespace {

constexpr std::int32_t degree = 1'000'000;

// A box of degrees with `steps` points on each side, its eastern border waving.
Outline box(const std::string& code, double west, double south, int steps, double wave = 0) {
    const auto at = [&](double x, double y) {
        return Point{static_cast<std::int32_t>((west + x) * degree), static_cast<std::int32_t>((south + y) * degree)};
    };
    Ring ring;
    const auto bend = [&](int i) { return i % 2 ? wave : 0.0; };
    for (int i = 0; i < steps; ++i) ring.push_back(at(static_cast<double>(i) / steps, 0));
    for (int i = 0; i < steps; ++i) ring.push_back(at(1 + bend(i), static_cast<double>(i) / steps));
    for (int i = 0; i < steps; ++i) ring.push_back(at(1 - static_cast<double>(i) / steps, 1));
    for (int i = 0; i < steps; ++i) ring.push_back(at(0 + (west > 106 ? bend(steps - i) : 0.0), 1 - static_cast<double>(i) / steps));
    ring.push_back(ring.front());
    return {code, {ring}};
}

// The corners of a path "M1 2l3 4-5 6z".
std::set<std::pair<int, int>> corners(const std::string& path) {
    std::set<std::pair<int, int>> points;
    int x = 0, y = 0;
    std::size_t at = 0;
    bool relative = false;
    const auto number = [&] {
        while (path[at] == ' ') ++at;
        std::size_t used = 0;
        const int n = std::stoi(path.substr(at), &used);
        at += used;
        return n;
    };
    while (at < path.size() && path[at] != 'z') {
        if (path[at] == 'M') ++at;
        if (path[at] == 'l') ++at, relative = true;
        const int dx = number(), dy = number();
        x = relative ? x + dx : dx, y = relative ? y + dy : dy;
        points.emplace(x, y);
    }
    return points;
}

}    // namespace

TEST_CASE("a drawing fills its width, keeps its proportions and the north is up") {
    const Drawing drawing = draw({box("a", 106, 21, 4)}, 10'000);
    CHECK(drawing.width == 1000);
    CHECK(drawing.height > 1050);    // a degree of latitude is longer than one of longitude at 21.5°
    CHECK(drawing.height < 1090);
    CHECK(corners(drawing.paths[0]) == std::set<std::pair<int, int>>{{0, 0}, {1000, 0}, {0, drawing.height}, {1000, drawing.height}});
}

TEST_CASE("a border that two units share is drawn alike on both sides, however coarse") {
    const std::vector<Outline> two = {box("west", 106, 21, 60, 0.01), box("east", 107, 21, 60, 0.01)};
    for (const std::size_t budget : {100'000u, 300u, 100u}) {
        const Drawing drawing = draw(two, budget);
        const auto west = corners(drawing.paths[0]), east = corners(drawing.paths[1]);
        std::set<std::pair<int, int>> of_west, of_east;
        for (const auto& p : west)
            if (p.first > 490) of_west.insert(p);
        for (const auto& p : east)
            if (p.first < 510) of_east.insert(p);
        CHECK(of_west == of_east);
        CHECK(of_west.size() >= 2);
    }
}

TEST_CASE("the budget of bytes is kept, and the finest drawing within it is taken") {
    const std::vector<Outline> two = {box("west", 106, 21, 200, 0.02), box("east", 107, 21, 200, 0.02)};
    const std::size_t fine = draw(two, 1'000'000).bytes();
    CHECK(fine > 600);
    CHECK(draw(two, 300).bytes() <= 300);
    CHECK(draw(two, fine).bytes() == fine);
}

TEST_CASE("a unit too small for the grid is still there, an island begins at the same point wherever the file began") {
    Outline tiny = box("tiny", 110, 15, 3);
    for (Point& p : tiny.rings[0]) p.x = 110 * degree + (p.x - 110 * degree) / 100'000, p.y = 15 * degree + (p.y - 15 * degree) / 100'000;
    const Drawing drawing = draw({box("big", 106, 21, 4), tiny}, 10'000);
    CHECK_FALSE(drawing.paths[1].empty());
    Outline turned = box("a", 106, 21, 8);
    Ring& ring = turned.rings[0];
    ring.pop_back();
    std::rotate(ring.begin(), ring.begin() + 13, ring.end());
    ring.push_back(ring.front());
    CHECK(draw({turned}, 10'000).paths == draw({box("a", 106, 21, 8)}, 10'000).paths);
}
