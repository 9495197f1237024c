#include "base/shown.hpp"
#include "platform/i18n.hpp"
#include "portal/board.hpp"
#include "report/naming_html.hpp"

namespace cs::portal {
namespace {

using movement::PlanTarget;
using report::BoardRow;
using report::Line;
using report::Outcome;

constexpr auto percent_sign = "\u00a0%";    // stays with its number

std::string target_name(PlanTarget target) { return say("plan_target." + std::string(word_of(target))); }

// The way a share is decided, or the whole of all communes while nobody has chosen.
const Line& leading(const BoardRow& row) {
    const auto chosen = std::find_if(row.lines.begin(), row.lines.end(), [](const Line& l) { return l.chosen; });
    return chosen == row.lines.end() ? row.lines.front() : *chosen;
}

std::string percent(const Line& line, const BoardRow& row) {
    const auto text = report::percent_text(line.share, row.goal);
    return text ? decimal_comma(*text) + percent_sign : "–";
}

// A bar of the share with a stroke where the goal lies; the figures stand beside it as text.
Html bar(const std::string& share, const std::optional<Decimal>& goal) {
    Html inside = tag("rect", {{"width", "100"}, {"height", "8"}}, "") + tag("rect", {{"class", "done"}, {"width", share}, {"height", "8"}}, "");
    if (goal) inside += tag("rect", {{"class", "goal"}, {"x", goal->text()}, {"width", "0.8"}, {"height", "8"}}, "");
    return tag("svg", {{"class", "bar"}, {"viewBox", "0 0 100 8"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}}, inside);
}

Html outcome(const BoardRow& row) {
    if (row.outcome == Outcome::met) return mark("ok", "check", say("outcome.met"));
    if (row.outcome == Outcome::no_units) return mark("", "dash", say("outcome.no_units"));
    if (row.outcome == Outcome::no_goal)
        return tag("p", {{"class", "muted"}}, movement::row_of(row.target).goal.empty() ? "Kế hoạch không giao con số." : "Ngày này Kế hoạch chưa ban hành.");
    return mark("", "clock", "Đang thực hiện");    // a public page counts what was decided; it passes no verdict
}

Html other_line(const Line& line, const BoardRow& row) {
    if (line.assigned)
        return tag("li", Html::text(fmt::format("Theo mẫu số {} được giao: {}. Nguồn: ", line.share.whole, percent(line, row))) + source_of(line.assigned->source));
    return tag("li", fmt::format("{}/{} {}: {}", row.count, line.share.whole, say("reading." + std::string(word_of(line.reading))), percent(line, row)));
}

Html told_apart(const BoardRow& row) {
    Html items;
    const auto item = [&](bool there, const std::string& text) { if (there) items += tag("li", text); };
    item(row.target == PlanTarget::advanced_communes, fmt::format("Kiểu mẫu được tính trong nâng cao: {} xã.", row.models));
    for (const Line& line : row.lines)
        if (&line != &leading(row)) items += other_line(line, row);
    const bool districts = row.target == PlanTarget::advanced_districts;
    item(row.urban > 0, districts ? fmt::format("{} huyện đã được công nhận, nay là thị xã, thành phố: tính riêng.", row.urban)
                                  : fmt::format("{} xã đã được công nhận, nay là phường, thị trấn: tính riêng.", row.urban));
    item(row.towns > 0, fmt::format("{} thị xã, thành phố hoàn thành nhiệm vụ: tính riêng.", row.towns));
    item(row.history > 0, fmt::format("{} danh hiệu của đơn vị trước sắp xếp: lịch sử.", row.history));
    return items.empty() ? Html() : tag("ul", {{"class", "apart"}}, items);
}

Html figure(const BoardRow& row) {
    if (row.lines.empty()) {
        const std::string goal = row.goal ? fmt::format("mục tiêu từ {}", row.goal->text()) : "";
        const bool counted = row.outcome != Outcome::no_units;
        return tag("p", tag("span", {{"class", "figure"}}, counted ? whole_number(row.count) : "–") + Html::text(goal));
    }
    const Line& line = leading(row);
    Html text = tag("span", {{"class", "figure"}}, fmt::format("{}/{}", row.count, line.share.whole)) + Html::text(percent(line, row));
    if (row.goal) text += Html::text(fmt::format(" · mục tiêu {}{}", decimal_comma(row.goal->text()), percent_sign));
    const auto share = report::percent_text({std::min(line.share.part, line.share.whole), line.share.whole}, row.goal);
    return tag("p", text) + (share ? bar(*share, row.goal) : Html());
}

const char* standing_of_target(PlanTarget target) {
    switch (target) {
        case PlanTarget::advanced_communes:
        case PlanTarget::advanced_districts: return "advanced";
        case PlanTarget::model_communes: return "model";
        case PlanTarget::standard_communes: return "standard";
        case PlanTarget::model_areas: return "model_area";
    }
    CS_CHECK(false);
}

Html card(const BoardRow& row, const BoardQuestion& question) {
    const Query list = {{"scope", question.scope}, {"on", to_text(question.asked.on)}, {"standing", standing_of_target(row.target)}};
    return tag("li", {{"class", "card"}}, tag("h2", target_name(row.target)) + figure(row) + outcome(row) + told_apart(row) +
                                              tag("p", link(address("/danh-hieu", list), "Danh sách và quyết định")));
}

Html downloads(const BoardQuestion& question) {
    const Query query = {{"scope", question.scope}, {"on", to_text(question.asked.on)}};
    const auto save = [&](const char* path, const char* text) {
        return tag("a", {{"class", "button"}, {"href", address(path, query)}}, icon("download") + Html::text(text));
    };
    return tag("div", {{"class", "toolbar"}},
               Html::raw("<button class=\"button\" type=\"button\" data-print hidden>") + icon("print") + Html::text("In trang này") +
                   Html::raw("</button>") + save("/chi-tieu.csv", "Lưu tệp CSV") + save("/chi-tieu.json", "Lưu tệp JSON"));
}

Html scope_options(Tx& tx, const BoardQuestion& question) {
    Html options;
    const auto option = [&](const std::string& value, const std::string& name) {
        options += tag("option", {{"value", value}, {"selected", value == question.scope ? "selected" : "-"}}, name);
    };
    for (const org::NamedBoundary& named : org::named_boundaries()) option(std::string(named.key), say("boundary." + std::string(named.key) + ".name"));
    bool listed = question.asked.boundary != "as_reported";
    for (const org::UnitRow& province : org::UnitStore(tx).children(std::nullopt, question.asked.on))
        if (province.state.kind == org::UnitKind::province) {
            listed = listed || province.id.text() == question.scope;
            option(province.id.text(), province.state.name);
        }
    if (!listed) option(question.scope, report::root_name(question.asked, *org::UnitStore(tx).forest()));
    return options;
}

}    // namespace

Html question_fields(Tx& tx, const BoardQuestion& question) {
    return tag("div", {{"class", "field field-wide"}},
               tag("label", {{"for", "scope"}}, "Phạm vi") + tag("select", {{"id", "scope"}, {"name", "scope"}}, scope_options(tx, question))) +
           tag("div", {{"class", "field"}},
               tag("label", {{"for", "on"}}, "Tính đến ngày") +
                   empty_tag("input", {{"id", "on"}, {"name", "on"}, {"value", to_vietnamese(question.asked.on)}, {"inputmode", "numeric"},
                                       {"placeholder", "dd/mm/yyyy"}, {"autocomplete", "off"}}));
}

std::string asked_line(const BoardQuestion& question, const org::Forest& forest) {
    const std::string root = report::root_name(question.asked, forest), boundary = report::boundary_name(question.asked);
    if (question.asked.boundary == "as_reported") return fmt::format("{}, {}", root, boundary);
    return fmt::format("{} ({}), tính đến ngày {}", boundary, root, to_vietnamese(question.asked.on));
}

Result<Page> board_page(Tx& tx, const Query& query, Day today) {
    CS_TRY(const BoardQuestion question, read_board_question(tx, query, today));
    const report::Counted counted = report::count(tx, question.asked);
    Html cards;
    for (const BoardRow& row : report::make_board(counted.census, counted.readings)) cards += card(row, question);
    const auto map = report::make_map(tx, question.asked, counted);
    Html body = tag("h1", "Chỉ tiêu của phong trào") +
                tag("p", {{"class", "lead"}}, asked_line(question, *counted.forest) + ".") +
                tag("form", {{"class", "search"}, {"action", "/chi-tieu"}, {"method", "get"}},
                    question_fields(tx, question) + tag("button", {{"class", "button button-primary"}}, "Xem")) +
                tag("div", {{"class", "notice"}},
                    icon("info") + tag("p", "Chỉ tính quyết định công nhận đã ghi trong hệ thống; đơn vị chưa có quyết định ở đây không có "
                                            "nghĩa là chưa được công nhận.")) +
                downloads(question) + tag("ul", {{"class", "cards targets"}}, cards);
    if (counted.census.unassigned > 0)
        body += tag("p", fmt::format("{} đơn vị cấp xã nằm ở cả trong và ngoài phạm vi: không tính vào số nào.", counted.census.unassigned));
    if (map) body += standing_map(*map, question.asked.on);
    return Page{"Chỉ tiêu của phong trào", "Chỉ tiêu, danh hiệu đã công nhận và bản đồ của phong trào thi đua xây dựng nông thôn mới.", "/chi-tieu", {}, body};
}

}    // namespace cs::portal
