#pragma once
// The tile map: where no outlines may be drawn (communes before July 2025 have no freely licensed ones), each commune is one
// tile in a block of its district. Pure and the same for every reader: no block is wider than a phone, tiles fill rows from
// the left, a long list becomes several blocks of nearly equal length.
#include <string>
#include <vector>

namespace cs::report {

inline constexpr int tiles_across = 4, tiles_in_block = 24;

struct Spot {
    std::size_t item;    // index into the group's list
    int column, row;
};
struct Block {
    std::size_t group;
    int columns, rows;
    std::vector<Spot> spots;
};

// `sizes` are the numbers of tiles of each group, in the order of the groups.
std::vector<Block> lay_out(const std::vector<std::size_t>& sizes);

// A name on a tile: without the word of its kind ("Xã Đại Đồng Thành": "Đại Đồng", "Thành"), in one line or two.
std::vector<std::string> tile_label(const std::string& name);

}    // namespace cs::report
