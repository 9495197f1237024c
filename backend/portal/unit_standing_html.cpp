#include "platform/i18n.hpp"
#include "portal/board.hpp"

namespace cs::portal {
namespace {

using assessment::Recognition;

Html line(const org::Forest& forest, const Recognition& r, bool with_unit) {
    std::string what = standing_name(r.standing);
    if (!r.area.empty()) what += ": " + r.area;
    if (!r.field.empty()) what += ", lĩnh vực " + r.field;
    Html text = tag("p", Html::text("Từ ") + time_of(r.counts_from));
    if (with_unit) {
        const org::UnitVersion* unit = forest.near(r.unit, r.counts_from);
        text += tag("p", link("/don-vi/" + r.unit.text(), unit ? unit->state.name : ""));
    }
    text += tag("p", what + fmt::format(" (năm {})", r.year)) + tag("p", {{"class", "muted"}}, decision(r));
    if (r.withdrawal)
        text += tag("p", Html::text("Quyết định công nhận bị thu hồi, không còn tính từ ") + time_of(r.withdrawal->ends_on));
    return tag("li", text);
}

Html list(const org::Forest& forest, const std::vector<Recognition>& all, bool with_unit) {
    Html items;
    for (const Recognition& r : all) items += line(forest, r, with_unit);
    return tag("ol", {{"class", "timeline"}}, items);
}

}    // namespace

Html unit_standing(Tx& tx, const UnitId& unit, Day day) {
    const auto forest = org::UnitStore(tx).forest();
    const org::UnitVersion* state = forest->near(unit, day);
    if (!state || !(org::is_commune_level(state->state.kind) || state->state.kind == org::UnitKind::district)) return {};
    const auto found = report::standing_of(tx, unit, day);
    if (!found) return {};
    Html body = tag("h2", "Danh hiệu nông thôn mới");
    if (found->standing && found->place == report::StandingPlace::in_force)
        body += tag("p", mark("ok", "seal", standing_name(found->standing->standing)) + Html::text(fmt::format(" Theo dữ liệu ngày {}.", to_vietnamese(day))));
    else if (found->standing)
        body += tag("p", mark("", "history", standing_name(found->standing->standing)) +
                             Html::text(" " + say("standing_place." + std::string(word_of(found->place))) + "."));
    else if (found->own.empty())
        body += tag("p", {{"class", "muted"}}, "Chưa có quyết định trong hệ thống.");
    if (!found->own.empty()) body += list(*forest, found->own, false);
    if (!found->predecessors.empty())
        body += tag("h3", "Của các đơn vị trước sắp xếp") +
                tag("p", {{"class", "muted"}}, "Là lịch sử: đơn vị mới chỉ có danh hiệu khi có quyết định mới.") +
                list(*forest, found->predecessors, true);
    return body;
}

}    // namespace cs::portal
