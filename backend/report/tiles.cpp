#include "report/tiles.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/shown.hpp"

namespace cs::report {
namespace {

constexpr std::size_t one_line = 10;    // letters that fit a tile

std::size_t parts(std::size_t whole, std::size_t most) { return (whole + most - 1) / most; }

}    // namespace

std::vector<Block> lay_out(const std::vector<std::size_t>& sizes) {
    std::vector<Block> blocks;
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        const std::size_t count = parts(sizes[group], tiles_in_block);
        for (std::size_t b = 0, first = 0; b < count; ++b) {
            const std::size_t size = (sizes[group] - first + count - b - 1) / (count - b);
            const std::size_t rows = parts(size, tiles_across), columns = parts(size, rows);
            Block block{group, static_cast<int>(columns), static_cast<int>(rows), {}};
            for (std::size_t i = 0; i < size; ++i)
                block.spots.push_back({first + i, static_cast<int>(i % columns), static_cast<int>(i / columns)});
            blocks.push_back(std::move(block));
            first += size;
        }
    }
    return blocks;
}

std::vector<std::string> tile_label(const std::string& name) {
    std::string_view text = name;
    for (const std::string_view kind : {"Xã ", "Phường ", "Thị trấn "})
        if (text.starts_with(kind)) text.remove_prefix(kind.size());
    if (letters(text) <= one_line) return {std::string(text)};
    // At the space that leaves the longer line shortest.
    std::size_t best = std::string_view::npos, longest = letters(text);
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const std::size_t longer = std::max(letters(text.substr(0, at)), letters(text.substr(at + 1)));
        if (longer < longest) best = at, longest = longer;
    }
    if (best == std::string_view::npos) return {std::string(text)};
    return {std::string(text.substr(0, best)), std::string(text.substr(best + 1))};
}

}    // namespace cs::report
