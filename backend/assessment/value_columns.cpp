#include "assessment/value_columns.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"

namespace cs::assessment {
namespace {

struct Spelling {
    std::string_view plain;
    ColumnRole role;
};

// How the heads of columns are spelt in practice, folded.
constexpr std::array<Spelling, 38> spellings = {{
    {"ma don vi", ColumnRole::unit_code},
    {"ma xa", ColumnRole::unit_code},
    {"ma so", ColumnRole::unit_code},
    {"ma dvhc", ColumnRole::unit_code},
    {"ma", ColumnRole::unit_code},
    {"ma don vi hanh chinh", ColumnRole::unit_code},
    {"don vi", ColumnRole::unit_name},
    {"ten don vi", ColumnRole::unit_name},
    {"xa", ColumnRole::unit_name},
    {"ten xa", ColumnRole::unit_name},
    {"xa, phuong", ColumnRole::unit_name},
    {"xa, phuong, thi tran", ColumnRole::unit_name},
    {"xa/phuong", ColumnRole::unit_name},
    {"dia phuong", ColumnRole::unit_name},
    {"ten dia phuong", ColumnRole::unit_name},
    {"xa/thi tran", ColumnRole::unit_name},
    {"huyen", ColumnRole::parent_name},
    {"ten huyen", ColumnRole::parent_name},
    {"huyen, thi xa, thanh pho", ColumnRole::parent_name},
    {"quan, huyen", ColumnRole::parent_name},
    {"huyen/thi xa", ColumnRole::parent_name},
    {"thuoc huyen", ColumnRole::parent_name},
    {"chi tieu", ColumnRole::line},
    {"ma chi tieu", ColumnRole::line},
    {"so hieu", ColumnRole::line},
    {"so hieu chi tieu", ColumnRole::line},
    {"gia tri", ColumnRole::value},
    {"so lieu", ColumnRole::value},
    {"ket qua", ColumnRole::value},
    {"ket qua thuc hien", ColumnRole::value},
    {"ket qua dat duoc", ColumnRole::value},
    {"thuc hien", ColumnRole::value},
    {"ghi chu", ColumnRole::note},
    {"giai trinh", ColumnRole::note},
    {"unit", ColumnRole::unit_code},
    {"indicator", ColumnRole::line},
    {"value", ColumnRole::value},
    {"note", ColumnRole::note},
}};

// "nam" for men and "năm" for a year fold alike, so sexes are looked for with their diacritics.
ColumnRole sex_in(const std::vector<FileTitle>& titles) {
    for (const FileTitle& title : titles) {
        const std::string shown = fold_case(title.shown);
        const auto is_or_ends = [&](std::string_view word) {
            return shown == word || shown.ends_with(" " + std::string(word));
        };
        if (is_or_ends("nam") || shown == "value_male") return ColumnRole::male;
        if (is_or_ends("nữ") || shown == "value_female") return ColumnRole::female;
    }
    return ColumnRole::value;
}

bool is_part_of_number(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '#'; }

// "14.1", "chi tieu 14.1", "14.1. ty le ...": the line whose number stands at the beginning, and nothing longer.
bool has_number(std::string_view plain, std::string_view no) {
    for (const std::string_view before : {"chi tieu ", "tieu chi ", "tc ", "ct "})
        if (plain.starts_with(before)) plain.remove_prefix(before.size());
    if (!plain.starts_with(no)) return false;
    std::string_view rest = plain.substr(no.size());
    if (rest.starts_with('.')) rest.remove_prefix(1);
    return rest.empty() || !is_part_of_number(rest.front());
}

// A line with its number and name folded once: they are held against every title of forty rows.
struct FoldedLine {
    const LineName* line;
    std::string no, name;
};

std::vector<FoldedLine> folded(const std::vector<LineName>& lines) {
    std::vector<FoldedLine> all;
    for (const LineName& line : lines) all.push_back({&line, fold(line.no), fold(line.name)});
    return all;
}

const LineName* line_in(const std::vector<FileTitle>& titles, const std::vector<FoldedLine>& lines) {
    for (const FileTitle& title : titles) {
        if (title.plain.empty()) continue;
        for (const FoldedLine& each : lines)
            if (has_number(title.plain, each.no) || title.plain == each.name) return each.line;
    }
    return nullptr;
}

ColumnUse use_of(std::uint32_t column, const std::vector<FileTitle>& titles, const std::vector<FoldedLine>& lines) {
    if (titles.empty()) return {column};
    if (const LineName* line = line_in(titles, lines))
        return {column, line->both_sexes ? sex_in(titles) : ColumnRole::value, line->no};
    for (const FileTitle& title : titles)
        for (const Spelling& spelling : spellings)
            if (title.plain == spelling.plain) return {column, spelling.role};
    const ColumnRole sex = sex_in({titles.front()});
    return {column, sex == ColumnRole::value ? ColumnRole::skip : sex};
}

bool names_a_unit(const ColumnUse& use) {
    return use.role == ColumnRole::unit_code || use.role == ColumnRole::unit_name;
}

// What two columns claim is left to a person. Without a column that says the line, a value without a line says nothing.
void drop_doubtful(std::vector<ColumnUse>& uses) {
    std::map<std::pair<ColumnRole, std::string>, int> claims;
    for (const ColumnUse& use : uses) ++claims[{use.role, use.line}];
    const bool is_long = claims.contains({ColumnRole::line, ""});
    for (ColumnUse& use : uses) {
        const bool doubtful = use.role != ColumnRole::skip && claims[{use.role, use.line}] > 1;
        const bool of_no_line = !is_long && use.line.empty() &&
                                (use.role == ColumnRole::value || use.role == ColumnRole::male ||
                                 use.role == ColumnRole::female || use.role == ColumnRole::note);
        if (doubtful || of_no_line) use = {use.column};
    }
}

std::string shown_title(const std::vector<FileTitle>& titles) {
    std::string all;
    for (auto title = titles.rbegin(); title != titles.rend(); ++title)
        all += (all.empty() ? "" : " · ") + title->shown;
    return all;
}

}    // namespace

std::string column_letter(std::uint32_t column) {
    std::string letters;
    for (std::uint32_t n = column + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

GuessedColumns guess_columns(const ValueFile& file, const std::vector<LineName>& lines) {
    const std::vector<FoldedLine> known = folded(lines);
    GuessedColumns best;
    std::ptrdiff_t most = 0;
    for (const HeadingRow& heading : file.headings) {
        std::vector<ColumnUse> uses;
        for (std::uint32_t column = 0; column < heading.titles.size(); ++column)
            uses.push_back(use_of(column, heading.titles[column], known));
        drop_doubtful(uses);
        const auto understood =
            std::count_if(uses.begin(), uses.end(), [](const ColumnUse& use) { return use.role != ColumnRole::skip; });
        if (understood <= most || std::none_of(uses.begin(), uses.end(), names_a_unit)) continue;
        most = understood;
        best = {heading.row, heading.first_row, {}, std::move(uses)};
        for (const auto& titles : heading.titles) best.titles.push_back(shown_title(titles));
    }
    if (best.heading > 0 || file.headings.empty()) return best;
    const HeadingRow& first = file.headings.front();
    best.first_row = first.row;
    for (std::uint32_t column = 0; column < first.titles.size(); ++column) {
        best.titles.emplace_back();
        best.uses.push_back({column});
    }
    return best;
}

}    // namespace cs::assessment
