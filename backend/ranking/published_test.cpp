#include "ranking/published.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::ranking;

namespace {

Place place(const std::string& label, std::optional<int> rank, const std::string& klass = "", bool on_hold = false) {
    return {UnitId(label), label, "Cụm 1", {}, {}, {}, Score::hundredths(9000), klass, klass, rank, !rank, on_hold};
}

std::string shown(const std::vector<Place>& places, const Shown& what) {
    std::string all;
    for (const PublicPlaces& cluster : published_places(places, what, 1)) {
        for (const PublicUnit& u : cluster.places) all += u.name + (u.rank ? "#" + std::to_string(*u.rank) : "") + (u.total.empty() ? "" : "=" + u.total) + (u.class_title.empty() ? "" : "(" + u.class_title + ")") + " ";
        all += "| ";
        for (const PublicUnit& u : cluster.others) all += u.name + " ";
    }
    return all;
}

const std::vector<Place> six = {place("Đ", 1, "tốt"), place("B", 2, "tốt"), place("C", 3, "tốt", true), place("A", 4, "khá"), place("E", 5), place("G", std::nullopt)};

}    // namespace

TEST_CASE("only the first places carry rank and total; the rest are names in their alphabet, whatever the cause") {
    CHECK(shown(six, {true, false, 2}) == "Đ#1=90.0 B#2=90.0 | A C E G ");
}

TEST_CASE("classes are told by name inside a class, so that their order is no ranking") {
    CHECK(shown(six, {false, true, 0}) == "B(tốt) Đ(tốt) A(khá) | C E G ");
}

TEST_CASE("a total without a shown place would tell the last ones: it is not shown") {
    CHECK(shown(six, {true, true, 1}) == "Đ#1=90.0(tốt) B(tốt) A(khá) | C E G ");
}

TEST_CASE("places may be public down to half of the smallest cluster") {
    CHECK(most_public_ranks(six) == 3);
    CHECK(most_public_ranks({place("A", 1)}) == 1);
    CHECK(most_public_ranks({}) == 0);
}
