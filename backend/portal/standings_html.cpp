#include <charconv>

#include "platform/i18n.hpp"
#include "portal/board.hpp"

namespace cs::portal {
namespace {

using assessment::Standing;
using report::StandingPlace;
using report::StandingRow;

constexpr std::size_t page_size = 50;

Html choice(const char* name, const char* label, const char* all, const std::vector<std::pair<std::string, std::string>>& options, const std::string& chosen) {
    Html list = tag("option", {{"value", ""}}, all);
    for (const auto& [value, text] : options) list += tag("option", {{"value", value}, {"selected", value == chosen ? "selected" : "-"}}, text);
    return tag("div", {{"class", "field"}}, tag("label", {{"for", name}}, label) + tag("select", {{"id", name}, {"name", name}}, list));
}

Html form(Tx& tx, const BoardQuestion& question, const Query& query) {
    std::vector<std::pair<std::string, std::string>> standings, places;
    for (const Standing s : all_of<Standing>()) standings.emplace_back(word_of(s), standing_name(s));
    for (const StandingPlace p : all_of<StandingPlace>()) places.emplace_back(word_of(p), say("standing_place." + std::string(word_of(p))));
    const Html words = tag("div", {{"class", "field field-wide"}},
                           tag("label", {{"for", "q"}}, "Tên đơn vị hoặc khu dân cư") +
                               empty_tag("input", {{"id", "q"}, {"name", "q"}, {"type", "search"}, {"value", value_of(query, "q")}, {"autocomplete", "off"}}) +
                               tag("small", "Gõ không dấu cũng được."));
    return tag("form", {{"class", "search"}, {"action", "/danh-hieu"}, {"method", "get"}, {"role", "search"}},
               words + choice("standing", "Danh hiệu", "Tất cả", standings, value_of(query, "standing")) +
                   choice("place", "Hiệu lực", "Tất cả", places, value_of(query, "place")) + question_fields(tx, question) +
                   tag("button", {{"class", "button button-primary"}}, icon("search") + Html::text("Tìm")));
}

Html row(const StandingRow& standing, const assessment::Recognition& r, const org::Forest& forest, Day on) {
    std::string name = r.area.empty() ? "" : r.area + ", ";
    Html place;
    if (standing.place != StandingPlace::in_force) place = empty_tag("br", {}) + Html::text(say("standing_place." + std::string(word_of(standing.place))));
    for (const UnitId& id : standing.became)
        if (const org::UnitVersion* now = forest.near(id, on); now && id != standing.unit->unit)
            place += Html::text("; nay là ") + link("/don-vi/" + id.text(), now->state.name);
    return tag("tr", tag("th", {{"scope", "row"}}, Html::text(name) + link("/don-vi/" + standing.unit->unit.text(), standing.unit->state.name)) +
                         tag("td", {{"data-label", "Danh hiệu"}}, tag("span", Html::text(standing_name(r.standing)) + place)) +
                         tag("td", {{"data-label", "Năm"}, {"class", "num"}}, std::to_string(r.year)) +
                         tag("td", {{"data-label", "Quyết định"}}, tag("span", decision(r))));
}

std::size_t offset_of(const Query& query) {
    const std::string text = value_of(query, "after");
    std::size_t n = 0;
    std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
}

}    // namespace

std::string standing_name(Standing standing) { return say("standing." + std::string(word_of(standing))); }

Html decision(const assessment::Recognition& r) {
    const bool number = r.decision.number != "unknown", signer = r.decision.signer != "unknown";
    std::string text = number ? "Số " + r.decision.number : "Số chưa rõ";
    text += r.decision.day ? ", ngày " + to_vietnamese(*r.decision.day) : ", ngày chưa rõ";
    if (signer) text += ", người ký " + r.decision.signer;
    Html shown = Html::text(text + ".");
    if (!r.source.empty()) shown += Html::text(" Nguồn: ") + source_of(r.source);
    return shown;
}

Html source_of(const std::string& source) {
    if (!source.starts_with("http://") && !source.starts_with("https://")) return Html::text(source);
    const std::size_t end = std::min(source.find(' '), source.size()), host = source.find("//") + 2;
    const std::string site = source.substr(host, std::min(source.find('/', host), end) - host);
    return link(source.substr(0, end), site) + Html::text(source.substr(end));
}

Result<Page> standings_page(Tx& tx, const Query& query, Day today) {
    CS_TRY(const BoardQuestion question, read_board_question(tx, query, today));
    CS_TRY(const report::StandingFilter filter, read_standing_filter(query));
    const report::Counted counted = report::count(tx, question.asked);
    const auto all = report::standings_of(counted.census, filter);
    const std::size_t from = std::min(offset_of(query), all.size()), until = std::min(from + page_size, all.size());
    std::vector<const report::Holding*> wanted;
    for (std::size_t i = from; i < until; ++i) wanted.push_back(all[i].holding);
    const auto whole = report::recognitions_behind(tx, wanted);
    Html rows, head;
    for (std::size_t i = from; i < until; ++i) rows += row(all[i], whole.at(all[i].holding->recognition), *counted.forest, question.asked.on);
    for (const char* title : {"Đơn vị", "Danh hiệu", "Năm", "Quyết định"}) head += tag("th", {{"scope", "col"}}, title);
    Query again = {{"scope", question.scope}, {"on", to_text(question.asked.on)}, {"standing", value_of(query, "standing")},
                   {"place", value_of(query, "place")}, {"q", value_of(query, "q")}};
    Html body = tag("h1", "Danh hiệu nông thôn mới") + form(tx, question, query) +
                tag("p", {{"class", "result-count"}}, fmt::format("{} danh hiệu: {}", whole_number(static_cast<std::int64_t>(all.size())),
                                                                  asked_line(question, *counted.forest)));
    const auto save = [&](const char* path, const char* text) {
        return tag("a", {{"class", "button"}, {"href", address(path, again)}}, icon("download") + Html::text(text));
    };
    if (all.empty())
        body += tag("div", {{"class", "notice"}}, icon("info") + tag("p", "Chưa có quyết định nào khớp trong hệ thống."));
    else
        body += tag("div", {{"class", "toolbar"}}, save("/danh-hieu.csv", "Lưu tệp CSV") + save("/danh-hieu.json", "Lưu tệp JSON")) +
                tag("table", {{"class", "list"}}, tag("caption", "Theo tên đơn vị") + tag("thead", tag("tr", head)) + tag("tbody", rows));
    if (until < all.size()) {
        again["after"] = std::to_string(until);
        body += tag("nav", {{"class", "pager"}, {"aria-label", "Trang"}},
                    tag("a", {{"class", "button"}, {"href", address("/danh-hieu", again)}, {"rel", "next"}}, "Trang sau"));
    }
    return Page{"Danh hiệu nông thôn mới", "Đơn vị đã được công nhận đạt chuẩn nông thôn mới, nâng cao, kiểu mẫu, với quyết định công nhận.", "/danh-hieu", {}, body};
}

}    // namespace cs::portal
