#pragma once
// The official form of an administrative document (Nghị định 30/2020/NĐ-CP) as a page to be printed on A4: national title,
// agency, number, place and day, kind and abstract, body, recipients, signatures, annexes. No script; the measures stand in
// web/src/portal/paper.css. The program makes no numbers: what is not known yet is left blank to be written by hand.
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "platform/html.hpp"

namespace cs::law {

struct Signature {
    std::vector<std::string> authority;    // {"TM. Ủy ban nhân dân", "Chủ tịch"}
    std::string name;                      // "": room to sign and write it
};

struct Annex {
    std::string title, attached_to;    // "Kèm theo Báo cáo số …"
    html::Html body;
};

struct Paper {
    std::string above;                  // the agency over it; "" when there is none
    std::vector<std::string> agency;    // lines
    std::string number;                 // "15/BC-UBND"; "": blank
    std::string symbol;                 // "BC-UBND", printed after a blank number
    std::string place;
    std::optional<Day> day;
    std::string kind, abstract;
    html::Html body;
    std::vector<std::string> recipients;    // none: the form has no such list
    std::vector<Signature> signatures;      // one, beside the recipients; or two, side by side
    std::vector<Annex> annexes;
};

// `demo`: the page says that its figures are invented.
std::string render(const Paper& paper, bool demo);

html::Html paragraph(std::string_view text);
html::Html heading(std::string_view text);
// A row of a form, headed by its first cell; `name` is the class of its style ("criterion", "figure"), "" for a plain one.
html::Html row(const std::vector<std::string>& cells, std::string_view name = "");
html::Html table(const std::vector<std::string>& heads, const html::Html& rows);
// Who is present on one side of a meeting: two lines to be written by hand.
html::Html present(std::string_view side);
// "ngày 07 tháng 02 năm 2026", with dots where the day is not known.
std::string long_day(const std::optional<Day>& day);
// "Xã Minh Họa A" -> "Minh Họa A" and "xã Minh Họa A".
std::string place_of(const std::string& unit_name);
std::string in_a_sentence(const std::string& unit_name);

inline constexpr std::string_view paper_style = "/portal/paper.css";    // the portal answers it with the built file

}    // namespace cs::law
