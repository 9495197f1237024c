#include "platform/i18n.hpp"
#include "portal/board.hpp"

namespace cs::portal {
namespace {

using assessment::Standing;
using report::MapUnit;
using report::MapView;

constexpr int tile_width = 78, tile_height = 44, gap = 4;

// One hue, no red; a letter beside the shade, so that print and eyes without colour read it too.
struct Look {
    const char* style;
    const char* letters;
};
Look look_of(const MapUnit& unit) {
    if (unit.urban) return {"urban", ""};
    if (!unit.holding) return {"none", ""};
    switch (unit.holding->standing) {
        case Standing::model: return {"model", "KM"};
        case Standing::advanced: return {"advanced", "NC"};
        default: return {"standard", "ĐC"};
    }
}

std::string told(const MapUnit& unit) {
    if (unit.holding) return standing_name(unit.holding->standing);
    return unit.urban ? "Đô thị, không thuộc diện xã" : "Chưa có quyết định trong hệ thống";
}

// For the mouse only: the table below is for the keyboard and for screen readers.
Html to_unit(const MapUnit& unit, const Html& drawn) {
    return tag("a", {{"href", "/don-vi/" + unit.unit->unit.text()}, {"tabindex", "-1"}},
               tag("title", unit.unit->state.name + ": " + told(unit)) + drawn);
}

Html tile(const MapUnit& unit, const report::Spot& spot) {
    const int x = spot.column * (tile_width + gap), y = spot.row * (tile_height + gap);
    const Look look = look_of(unit);
    const auto number = [](int n) { return std::to_string(n); };
    Html drawn = tag("rect", {{"x", number(x)}, {"y", number(y)}, {"width", number(tile_width)}, {"height", number(tile_height)}, {"rx", "3"}}, "");
    const auto label = report::tile_label(unit.unit->state.name);
    int line = y + (label.size() == 1 ? 27 : 19);
    for (const std::string& text : label) {
        drawn += tag("text", {{"x", number(x + 6)}, {"y", number(line)}}, text);
        line += 15;
    }
    if (*look.letters) drawn += tag("text", {{"class", "sign"}, {"x", number(x + tile_width - 5)}, {"y", number(y + 12)}}, look.letters);
    return to_unit(unit, tag("g", {{"class", look.style}}, drawn));
}

Html block_of(const report::Block& block, const report::MapGroup& group) {
    Html tiles;
    for (const report::Spot& spot : block.spots) tiles += tile(group.units[spot.item], spot);
    const int width = block.columns * (tile_width + gap) - gap, height = block.rows * (tile_height + gap) - gap;
    return tag("figure", {{"class", "block"}},
               tag("figcaption", group.parent ? group.parent->state.name : "") +
                   tag("svg", {{"viewBox", fmt::format("0 0 {} {}", width, height)}, {"width", std::to_string(width)}, {"aria-hidden", "true"}}, tiles));
}

Html shapes_of(const MapView& view) {
    Html shapes;
    for (const report::MapShape& shape : view.shapes)
        shapes += to_unit(shape.unit, tag("path", {{"class", look_of(shape.unit).style}, {"d", shape.path}}, ""));
    return tag("figure", {{"class", "shapes"}},
               tag("svg", {{"viewBox", fmt::format("-4 -4 {} {}", view.layer->width + 8, view.layer->height + 8)}, {"aria-hidden", "true"}}, shapes) +
                   tag("figcaption", {{"class", "muted"}},
                       fmt::format("Nguồn: {}. Giấy phép: {}. Không có giá trị pháp lý về địa giới.", view.layer->source, view.layer->licence)));
}

Html legend() {
    Html items;
    for (const auto& [style, text] : {std::pair{"model", "KM: kiểu mẫu"}, {"advanced", "NC: nâng cao"}, {"standard", "ĐC: đạt chuẩn"},
                                      {"none", "Chưa có quyết định trong hệ thống"}, {"urban", "Phường, thị trấn"}})
        items += tag("li", tag("svg", {{"viewBox", "0 0 20 14"}, {"width", "20"}, {"aria-hidden", "true"}},
                               tag("g", {{"class", style}}, tag("rect", {{"width", "20"}, {"height", "14"}, {"rx", "2"}}, ""))) +
                               Html::text(text));
    return tag("ul", {{"class", "legend"}}, items);
}

Html row(const MapUnit& unit, const std::string& parent) {
    return tag("tr", tag("th", {{"scope", "row"}}, link("/don-vi/" + unit.unit->unit.text(), unit.unit->state.name)) +
                         tag("td", {{"data-label", "Thuộc"}}, parent) + tag("td", {{"data-label", "Danh hiệu"}}, told(unit)));
}

Html twin(const MapView& view) {
    Html rows;
    for (const report::MapShape& shape : view.shapes) rows += row(shape.unit, "");
    std::size_t n = view.shapes.size();
    for (const report::MapGroup& group : view.groups)
        for (const MapUnit& unit : group.units) {
            rows += row(unit, group.parent ? group.parent->state.name : "");
            ++n;
        }
    Html head;
    for (const char* title : {"Đơn vị", "Thuộc", "Danh hiệu"}) head += tag("th", {{"scope", "col"}}, title);
    return tag("details", tag("summary", fmt::format("Bảng của bản đồ: {} đơn vị", whole_number(static_cast<std::int64_t>(n)))) +
                              tag("table", {{"class", "list"}},
                                  tag("caption", "Từng đơn vị trên bản đồ và danh hiệu") + tag("thead", tag("tr", head)) + tag("tbody", rows)));
}

}    // namespace

Html standing_map(const MapView& view, Day day) {
    if (view.shapes.empty() && view.groups.empty()) return {};
    Html blocks;
    for (const report::Block& block : view.blocks) blocks += block_of(block, view.groups[block.group]);
    return tag("h2", fmt::format("Bản đồ danh hiệu, ngày {}", to_vietnamese(day))) + legend() +
           tag("div", {{"class", "map"}}, (view.layer ? shapes_of(view) : Html()) + tag("div", {{"class", "blocks"}}, blocks)) + twin(view);
}

}    // namespace cs::portal
