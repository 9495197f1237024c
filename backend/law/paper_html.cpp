#include "law/paper_html.hpp"

#include <fmt/core.h>

#include <array>

namespace cs::law {
namespace {

using html::Html;
using html::tag;

Html lines(const std::vector<std::string>& texts, std::string_view name) {
    Html all;
    for (const std::string& text : texts) all += tag("p", {{"class", std::string(name)}}, text);
    return all;
}

Html head(const Paper& p) {
    const std::string number = p.number.empty() ? fmt::format("Số: ........../{}", p.symbol) : "Số: " + p.number;
    const Html agency = (p.above.empty() ? Html() : tag("p", {{"class", "above"}}, p.above)) + lines(p.agency, "agency") +
                        tag("p", {{"class", "rule short"}}, "") + tag("p", {{"class", "number"}}, number);
    const Html nation = tag("p", {{"class", "nation"}}, "Cộng hòa xã hội chủ nghĩa Việt Nam") +
                        tag("p", {{"class", "motto"}}, tag("span", "Độc lập - Tự do - Hạnh phúc")) +
                        tag("p", {{"class", "place"}}, p.place + ", " + long_day(p.day));
    return tag("header", {{"class", "head"}}, tag("div", agency) + tag("div", nation));
}

Html signature(const Signature& s) {
    return tag("div", {{"class", "signature"}},
               lines(s.authority, "authority") + tag("p", {{"class", "room"}}, "") + tag("p", {{"class", "signer"}}, s.name));
}

Html foot(const Paper& p) {
    Html left;
    if (!p.recipients.empty()) {
        Html items;
        for (const std::string& to : p.recipients) items += tag("p", "- " + to + ";");
        left = tag("div", {{"class", "recipients"}}, tag("p", {{"class", "to"}}, "Nơi nhận:") + items + tag("p", "- Lưu: VT."));
    }
    Html signatures;
    for (const Signature& s : p.signatures) signatures += signature(s);
    return tag("footer", {{"class", "foot"}}, left + signatures);
}

Html annex(const Annex& a, std::size_t number, std::size_t of) {
    constexpr std::array<std::string_view, 5> roman = {"I", "II", "III", "IV", "V"};
    const std::string name = of == 1 ? "Phụ lục" : fmt::format("Phụ lục {}", roman.at(number));
    return tag("section", {{"class", "annex"}},
               tag("p", {{"class", "kind"}}, name) + tag("p", {{"class", "abstract"}}, a.title) +
                   tag("p", {{"class", "attached"}}, "(" + a.attached_to + ")") + a.body);
}

constexpr std::array<std::string_view, 9> kinds = {"Thành phố ", "Thị xã ", "Thị trấn ", "Phường ", "Huyện ", "Quận ", "Tỉnh ", "Thôn ", "Xã "};

}    // namespace

std::string render(const Paper& p, bool demo) {
    const Html title = tag("h1", {{"class", "kind"}}, p.kind) + tag("p", {{"class", "abstract"}}, p.abstract) +
                       tag("p", {{"class", "rule short"}}, "");
    Html page = (demo ? tag("p", {{"class", "demo"}}, "Số liệu minh họa") : Html()) + head(p) + title +
                tag("div", {{"class", "body"}}, p.body) + foot(p);
    for (std::size_t i = 0; i < p.annexes.size(); ++i) page += annex(p.annexes[i], i, p.annexes.size());
    const Html head = html::empty_tag("meta", {{"charset", "utf-8"}}) +
                      html::empty_tag("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
                      tag("title", p.kind + " · " + p.abstract) +
                      html::empty_tag("link", {{"rel", "stylesheet"}, {"href", std::string(paper_style)}});
    const Html hint = tag("p", {{"class", "hint"}}, "Bản in theo thể thức văn bản hành chính: nhấn Ctrl+P, chọn khổ giấy A4.");
    return "<!doctype html>\n" +
           tag("html", {{"lang", "vi"}}, tag("head", head) + tag("body", hint + tag("main", {{"class", "paper"}}, page))).markup() + "\n";
}

html::Html paragraph(std::string_view text) { return tag("p", text); }
html::Html heading(std::string_view text) { return tag("h2", text); }

html::Html row(const std::vector<std::string>& cells, std::string_view name) {
    Html all;
    for (std::size_t i = 0; i < cells.size(); ++i) all += i == 0 ? tag("th", {{"scope", "row"}}, cells[i]) : tag("td", cells[i]);
    return name.empty() ? tag("tr", all) : tag("tr", {{"class", std::string(name)}}, all);
}

html::Html table(const std::vector<std::string>& heads, const Html& rows) {
    Html head;
    for (const std::string& name : heads) head += tag("th", {{"scope", "col"}}, name);
    return tag("table", tag("thead", tag("tr", head)) + tag("tbody", rows));
}

html::Html present(std::string_view side) {
    const Html dots = tag("p", {{"class", "blank"}}, fmt::format("Ông (bà): {:.<44} Chức vụ: {:.<34}", "", ""));
    return paragraph(side) + dots + dots;
}

std::string long_day(const std::optional<Day>& day) {
    if (!day) return "ngày ...... tháng ...... năm ..........";
    const auto d = static_cast<unsigned>(day->day()), m = static_cast<unsigned>(day->month());
    return fmt::format("ngày {:02} tháng {} năm {}", d, m < 3 ? fmt::format("{:02}", m) : std::to_string(m), static_cast<int>(day->year()));
}

std::string place_of(const std::string& unit_name) {
    for (const std::string_view kind : kinds)
        if (unit_name.starts_with(kind)) return unit_name.substr(kind.size());
    return unit_name;
}

// Every kind of unit begins with a Latin letter, so its small form is one byte too.
std::string in_a_sentence(const std::string& unit_name) {
    std::string text = unit_name;
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

}    // namespace cs::law
