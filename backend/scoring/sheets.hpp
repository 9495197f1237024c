#pragma once
// The score sheets of many units as a ranking takes them: what counts of each leaf, and the facts beside the points.
#include <optional>
#include <string>
#include <vector>

#include "scoring/points.hpp"

namespace cs::scoring {

// A knock-out or a hold of one unit: known to be so, known not to be, or not confirmed.
struct UnitFact {
    enum class Is : unsigned char { unsaid, unconfirmed, no, yes };
    Is is = Is::unsaid;
    std::string found;     // canonical: "1200000", "true"
    std::string reason;    // its words: “công trình …, chưa bố trí vốn … đồng”
};

// “điều chỉnh theo biên bản Hội đồng số …”: shown beside the computed place, which stays.
struct Adjustment {
    int place;
    std::string minutes;
};

struct UnitSheet {
    std::string unit, cluster;
    std::vector<Given> leaves = {};      // by index of Table::leaves: the last stage that scored each
    std::vector<UnitFact> facts = {};    // by index of Table::knock_outs
    int late_days = 0;
    std::optional<Score> last_year = {};      // total
    std::optional<int> council_place = {};    // the council's vote among equals, 1 first
    std::optional<Adjustment> adjustment = {};
};

}    // namespace cs::scoring
