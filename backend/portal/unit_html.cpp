#include "platform/i18n.hpp"
#include "portal/board.hpp"
#include "portal/pages_html.hpp"
#include "portal/told.hpp"

namespace cs::portal {
namespace {

std::string unit_href(const UnitId& unit) { return "/don-vi/" + unit.text(); }

Html fact(std::string_view name, const Html& value) { return tag("div", tag("dt", name) + tag("dd", value)); }

Html facts(const Told& told, Day today) {
    const org::UnitVersion& now = told.latest();
    Html list = fact("Mã đơn vị", Html::text(now.state.code.empty() ? "–" : now.state.code)) +
                fact("Loại", Html::text(kind_name(now.state.kind)));
    if (now.state.parent) list += fact("Thuộc", link(unit_href(*now.state.parent), told.states.back().parent_name));
    if (org::is_commune_level(now.state.kind))
        list += fact("Khu vực", Html::text(now.state.rural ? "Nông thôn" : "Đô thị"));
    if (now.state.region) list += fact("Vùng", Html::text(say(fmt::format("region.{}", word_of(*now.state.region)))));
    const bool ended = now.period.until && *now.period.until <= today;
    list += fact(ended ? "Tồn tại đến hết ngày" : "Hiệu lực từ",
                 time_of(ended ? plus_days(*now.period.until, -1) : now.period.from));
    return tag("dl", {{"class", "facts"}}, list);
}

Html timeline(const Told& told) {
    Html items;
    for (const org::VersionRow& row : told.states) {
        const org::UnitState& s = row.version.state;
        std::string what = s.name;
        if (!row.parent_name.empty()) what += ", " + row.parent_name;
        if (!s.code.empty()) what += ", mã " + s.code;
        items += tag("li", tag("p", Html::text("Từ ") + time_of(row.version.period.from)) + tag("p", what));
    }
    if (const auto& until = told.latest().period.until)
        items += tag("li", tag("p", Html::text("Đến hết ngày ") + time_of(plus_days(*until, -1))) +
                               tag("p", {{"class", "muted"}}, "Kết thúc"));
    return tag("ol", {{"class", "timeline"}}, items);
}

// "Toàn bộ nhập vào …": one whole sentence for each way and each part.
Html lineage_line(const org::LineageEnd& end, bool before) {
    const std::string key = fmt::format("lineage.{}.{}", before ? "before" : "after", word_of(end.part));
    return tag("li", icon("merge") + tag("p", Html::text(say(key) + " ") + link(unit_href(end.unit), end.name) +
                                                  Html::text(", ngày ") + time_of(end.day)));
}

Html lineage(const Told& told) {
    Html items;
    for (const org::LineageEnd& end : told.before) items += lineage_line(end, true);
    for (const org::LineageEnd& end : told.after) items += lineage_line(end, false);
    return items.empty() ? tag("p", {{"class", "muted"}}, "Không có sắp xếp nào được ghi nhận từ 01/02/2021.")
                         : tag("ul", {{"class", "lineage"}}, items);
}

Html toolbar(const UnitId& unit) {
    const auto save = [&](const char* ending, const char* text) {
        return tag("a", {{"class", "button"}, {"href", unit_href(unit) + ending}}, icon("download") + Html::text(text));
    };
    return tag("div", {{"class", "toolbar"}},
               Html::raw("<button class=\"button\" type=\"button\" data-print hidden>") + icon("print") +
                   Html::text("In trang này") + Html::raw("</button>") + save(".csv", "Lưu tệp CSV") +
                   save(".json", "Lưu tệp JSON"));
}

Html children(Tx& tx, const UnitId& unit, Day on) {
    const auto rows = org::UnitStore(tx).children(unit, on);
    if (rows.empty()) return {};
    Html items;
    for (const org::UnitRow& child : rows) {
        Html line = link(unit_href(child.id), child.state.name);
        if (child.child_count > 0) line += Html::text(fmt::format(" · {} đơn vị", whole_number(child.child_count)));
        items += tag("li", line);
    }
    return tag("h2", "Đơn vị trực thuộc") +
           tag("p", {{"class", "result-count"}},
               fmt::format("{} đơn vị theo địa giới ngày {}", whole_number(static_cast<std::int64_t>(rows.size())),
                           to_vietnamese(on))) +
           tag("ul", {{"class", "children"}}, items) +
           tag("p",
               link(fmt::format("/don-vi?under={}&on={}", unit.text(), to_text(on)), "Xem tất cả các cấp trực thuộc"));
}

// Today, the last day of a unit that is gone, the first day of one that is still to come.
Day day_shown(const Period& period, Day today) {
    if (period.has(today)) return today;
    return today < period.from ? period.from : plus_days(*period.until, -1);
}

std::string lead(const Period& period, Day today) {
    if (period.has(today)) return fmt::format("Theo địa giới ngày {}.", to_vietnamese(today));
    return today < period.from ? "Trạng thái mới nhất chưa đến ngày có hiệu lực."
                               : "Đơn vị này không còn; dưới đây là trạng thái cuối cùng.";
}

}    // namespace

Result<Told> tell(Tx& tx, const UnitId& unit) {
    const org::UnitStore units(tx);
    CS_TRY_DONE(units.known(unit));
    Told told{units.history(unit), units.before(unit), units.after(unit)};
    CS_CHECK(!told.states.empty());
    return told;
}

Result<Page> unit_page(Tx& tx, const UnitId& unit, Day today) {
    CS_TRY(const Told told, tell(tx, unit));
    const org::UnitVersion& latest = told.latest();
    const Day on = day_shown(latest.period, today);
    std::vector<Crumb> crumbs = {{"/don-vi", "Đơn vị"}};
    for (const auto& [id, name] : org::UnitStore(tx).path(unit, on))
        if (id != unit) crumbs.push_back({unit_href(id), name});
    const Html body = tag("h1", latest.state.name) +
                      tag("p", {{"class", "lead"}},
                          lead(latest.period, today)) +
                      facts(told, today) + toolbar(unit) + unit_standing(tx, unit, on) + tag("h2", "Thay đổi theo thời gian") + timeline(told) +
                      tag("h2", "Trước và sau sắp xếp") + lineage(told) + children(tx, unit, on);
    return Page{latest.state.name, fmt::format("{}: tên gọi, mã số và thay đổi theo thời gian.", latest.state.name),
                "/don-vi", crumbs, body};
}

}    // namespace cs::portal
