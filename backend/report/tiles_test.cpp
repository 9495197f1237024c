#include "report/tiles.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace cs::report;

TEST_CASE("each tile has a place of its own, no block is wider than a phone or longer than a screen") {
    const std::vector<std::size_t> sizes = {1, 5, 13, 24, 41, 97};
    std::vector<std::set<std::size_t>> placed(sizes.size());
    for (const Block& block : lay_out(sizes)) {
        CHECK(block.columns <= tiles_across);
        CHECK(block.spots.size() <= tiles_in_block);
        std::set<std::pair<int, int>> places;
        for (const Spot& spot : block.spots) {
            CHECK(spot.column < block.columns);
            CHECK(spot.row < block.rows);
            CHECK(places.emplace(spot.column, spot.row).second);
            CHECK(placed[block.group].insert(spot.item).second);
        }
    }
    for (std::size_t i = 0; i < sizes.size(); ++i) CHECK(placed[i].size() == sizes[i]);
}

TEST_CASE("a long list becomes blocks of nearly equal length, the same for every reader") {
    const auto blocks = lay_out({41});
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].spots.size() == 21);
    CHECK(blocks[1].spots.size() == 20);
    CHECK(blocks[1].spots.front().item == 21);
    CHECK(lay_out({0}).empty());
}

TEST_CASE("a tile carries the name without its kind, in lines that fit") {
    CHECK(tile_label("Xã Tân Chi") == std::vector<std::string>{"Tân Chi"});
    CHECK(tile_label("Xã Đại Đồng Thành") == std::vector<std::string>{"Đại Đồng", "Thành"});
    CHECK(tile_label("Phường Phương Liễu") == std::vector<std::string>{"Phương", "Liễu"});
    CHECK(tile_label("Thị trấn Nhân Thắng") == std::vector<std::string>{"Nhân Thắng"});
    CHECK(tile_label("Xã Minh Họa Đông Bắc") == std::vector<std::string>{"Minh Họa", "Đông Bắc"});
    CHECK(tile_label("Xã KrôngPắcEaKnuếc") == std::vector<std::string>{"KrôngPắcEaKnuếc"});    // nowhere to break
}
