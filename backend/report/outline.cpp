#include "report/outline.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace cs::report {
namespace {

using Wide = std::int64_t;

// An equirectangular plane, true to scale in the middle latitude, fitted to the width of the drawing.
struct Plane {
    Point low{INT32_MAX, INT32_MAX}, high{INT32_MIN, INT32_MIN};
    double scale = 0, squeeze = 1;

    explicit Plane(const std::vector<Outline>& outlines) {
        for (const Outline& o : outlines)
            for (const Ring& ring : o.rings)
                for (const Point& p : ring)
                    low = {std::min(low.x, p.x), std::min(low.y, p.y)}, high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        squeeze = std::cos((static_cast<double>(low.y) + high.y) / 2e6 * std::numbers::pi / 180);
        const double width = std::max((static_cast<double>(high.x) - low.x) * squeeze, 1.0);
        scale = drawing_width / width;
    }
    int height() const { return std::max(1, static_cast<int>(std::lround((static_cast<double>(high.y) - low.y) * scale))); }
    Point on(const Point& p) const {
        return {static_cast<std::int32_t>(std::lround((static_cast<double>(p.x) - low.x) * squeeze * scale)),
                static_cast<std::int32_t>(std::lround((static_cast<double>(high.y) - p.y) * scale))};
    }
};

Ring on_grid(const Plane& plane, const Ring& ring) {
    Ring out;
    for (const Point& p : ring)
        if (const Point q = plane.on(p); out.empty() || out.back() != q) out.push_back(q);
    if (out.size() > 1 && out.front() != out.back()) out.push_back(out.front());
    return out;
}

// The distance of p from the line through a and b; of the ends of a closed line, which are one point, from that point.
double off(const Point& p, const Point& a, const Point& b) {
    const double dx = b.x - a.x, dy = b.y - a.y, px = p.x - a.x, py = p.y - a.y;
    const double length = std::hypot(dx, dy);
    return length == 0 ? std::hypot(px, py) : std::abs(dx * py - dy * px) / length;
}

// Douglas and Peucker with a stack of its own: a file may hold any number of points. The ends stay.
std::vector<bool> corners(const Ring& line, double tolerance) {
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        std::size_t farthest = from;
        double most = tolerance;
        for (std::size_t i = from + 1; i < to; ++i)
            if (const double distance = off(line[i], line[from], line[to]); distance > most) most = distance, farthest = i;
        if (farthest == from) continue;
        kept[farthest] = true;
        open.emplace_back(from, farthest);
        open.emplace_back(farthest, to);
    }
    return kept;
}

Ring simplified(Ring line, double tolerance) {
    const bool turned = std::lexicographical_compare(line.rbegin(), line.rend(), line.begin(), line.end());
    if (turned) std::reverse(line.begin(), line.end());    // both neighbours see the border in the same direction
    const std::vector<bool> kept = corners(line, tolerance);
    Ring out;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i]) out.push_back(line[i]);
    if (turned) std::reverse(out.begin(), out.end());
    return out;
}

// Points where more than two borders meet: they stay whatever the tolerance.
std::set<Point> junctions(const std::vector<std::vector<Ring>>& shapes) {
    std::map<Point, std::set<Point>> beside;
    for (const auto& rings : shapes)
        for (const Ring& ring : rings)
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) beside[ring[i]].insert(ring[i + 1]), beside[ring[i + 1]].insert(ring[i]);
    std::set<Point> found;
    for (const auto& [point, neighbours] : beside)
        if (neighbours.size() > 2) found.insert(point);
    return found;
}

// A ring as borders between junctions, each simplified; an island begins at its lowest point, wherever the file began.
Ring simplified_ring(const Ring& ring, const std::set<Point>& fixed, double tolerance) {
    Ring open(ring.begin(), ring.end() - 1);
    auto start = std::find_if(open.begin(), open.end(), [&](const Point& p) { return fixed.contains(p); });
    if (start == open.end()) start = std::min_element(open.begin(), open.end());
    std::rotate(open.begin(), start, open.end());
    open.push_back(open.front());
    Ring out{open.front()};
    for (std::size_t from = 0, to = 1; to < open.size(); ++to) {
        if (to + 1 < open.size() && !fixed.contains(open[to])) continue;
        const Ring border = simplified(Ring(open.begin() + static_cast<std::ptrdiff_t>(from), open.begin() + static_cast<std::ptrdiff_t>(to) + 1), tolerance);
        out.insert(out.end(), border.begin() + 1, border.end());
        from = to;
    }
    return out;
}

std::string path_of(const Ring& ring) {
    const auto number = [](std::string& to, int n, bool first) {
        if (!first && n >= 0) to += ' ';    // a minus sign parts numbers by itself
        to += std::to_string(n);
    };
    std::string path = "M";
    number(path, ring.front().x, true);
    number(path, ring.front().y, false);
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        if (i == 1) path += 'l';
        number(path, ring[i].x - ring[i - 1].x, i == 1);
        number(path, ring[i].y - ring[i - 1].y, false);
    }
    return path + 'z';
}

std::string dot(const Point& p) { return "M" + std::to_string(p.x) + ' ' + std::to_string(p.y) + "h2v2h-2z"; }

std::vector<std::string> paths_at(const std::vector<std::vector<Ring>>& shapes, const std::set<Point>& fixed, double tolerance) {
    std::vector<std::string> paths;
    for (const auto& rings : shapes) {
        std::string path;
        for (const Ring& ring : rings)
            if (ring.size() > 3)
                if (const Ring drawn = simplified_ring(ring, fixed, tolerance); drawn.size() > 3) path += path_of(drawn);
        if (path.empty()) path = dot(rings.front().front());    // too small to be drawn is not too small to be there
        paths.push_back(std::move(path));
    }
    return paths;
}

}    // namespace

std::size_t Drawing::bytes() const {
    std::size_t sum = 0;
    for (const std::string& path : paths) sum += path.size();
    return sum;
}

Drawing draw(const std::vector<Outline>& outlines, std::size_t budget) {
    const Plane plane(outlines);
    std::vector<std::vector<Ring>> shapes;
    for (const Outline& outline : outlines) {
        std::vector<Ring>& rings = shapes.emplace_back();
        for (const Ring& ring : outline.rings) rings.push_back(on_grid(plane, ring));
    }
    const std::set<Point> fixed = junctions(shapes);
    Drawing drawing{drawing_width, plane.height(), paths_at(shapes, fixed, 0.5)};
    for (double tolerance = 1; drawing.bytes() > budget && tolerance <= 32; tolerance *= 1.5)
        drawing.paths = paths_at(shapes, fixed, tolerance);
    return drawing;
}

}    // namespace cs::report
