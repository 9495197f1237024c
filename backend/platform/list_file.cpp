#include "platform/list_file.hpp"

#include <fstream>

#include "base/checksum.hpp"
#include "base/csv.hpp"
#include "platform/i18n.hpp"
#include "platform/sheet/write.hpp"

namespace cs {
namespace {

template <class... Fs>
struct Each : Fs... {
    using Fs::operator()...;
};

std::string harmless(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    return text;
}

std::string canonical(const ListValue& value) {
    return std::visit(Each{[](std::monostate) { return std::string(); }, [](const std::string& text) { return text; },
                           [](std::int64_t n) { return std::to_string(n); }, [](const Decimal& number) { return number.text(); },
                           [](Day day) { return to_text(day); }, [](bool yes) { return std::string(yes ? "true" : "false"); },
                           [](const ListWord& word) { return word.word; }},
                      value);
}

std::string shown(const ListWord& word) { return word.word.empty() ? "" : say(word.group + "." + word.word); }

// Counts and proves the rows of one file.
class Proof {
public:
    void add(const std::string& line) {
        sum_.add(line);
        ++rows_;
    }
    void end(ListFile& file) {
        file.rows = rows_;
        file.sha256 = sum_.hex();
    }

private:
    Sha256 sum_;
    std::int64_t rows_ = 0;
};

Result<ListFile> csv_file(const List& list) {
    const auto folder = std::make_shared<TemporaryFolder>();
    ListFile made{(folder->path() / "list.csv").string(), list.name + ".csv", "text/csv", 0, {}, folder};
    std::ofstream file(made.path, std::ios::binary);
    file.exceptions(std::ios::failbit | std::ios::badbit);    // a full disk is told at once
    std::vector<std::string> cells;
    for (const ListColumn& column : list.columns) cells.push_back(harmless(column.key));
    file << csv_line(cells);
    Proof proof;
    CS_TRY_DONE(list.rows([&](const ListRow& row) {
        CS_CHECK(row.size() == list.columns.size());
        cells.clear();
        for (const ListValue& value : row)
            cells.push_back(std::holds_alternative<std::string>(value) ? harmless(canonical(value)) : canonical(value));
        const std::string line = csv_line(cells);
        file << line;
        proof.add(line);
    }));
    proof.end(made);
    file << "# rows=" << made.rows << " sha256=" << made.sha256 << '\n';
    file.close();
    return made;
}

sheet::OutCell out_cell(const ListValue& value) {
    using Value = decltype(sheet::OutCell::value);
    return {std::visit(Each{[](std::monostate) { return Value(); }, [](std::int64_t n) { return Value(Decimal::whole(n)); },
                            [](const ListWord& word) { return Value(shown(word)); }, [](const auto& other) { return Value(other); }},
                       value)};
}

Result<ListFile> book_file(const List& list, Instant now) {
    if (list.columns.size() > sheet::most_columns)
        return refuse(Problem::bad_input, "access.list_too_wide", {{"columns", std::to_string(list.columns.size())}, {"most", std::to_string(sheet::most_columns)}});
    const auto title = say("list.title." + list.title);
    const auto book = std::make_shared<sheet::BookWriter>(sheet::BookOptions{title, now});
    std::vector<double> widths;
    std::vector<sheet::OutCell> heading;
    for (const ListColumn& column : list.columns) {
        widths.push_back(column.width);
        heading.push_back({column.title.empty() ? say("list.column." + column.key) : column.title, sheet::Look::header});
    }
    sheet::SheetWriter& sheet = book->add({.name = title, .widths = widths, .frozen_rows = 1, .landscape = true});
    sheet.row(heading);
    ListFile made{{}, list.name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 0, {}, book};
    Proof proof;
    std::vector<sheet::OutCell> cells;
    std::vector<std::string> texts;
    CS_TRY_DONE(list.rows([&](const ListRow& row) {
        CS_CHECK(row.size() == list.columns.size());
        cells.clear(), texts.clear();
        for (const ListValue& value : row) {
            cells.push_back(out_cell(value));
            const auto* word = std::get_if<ListWord>(&value);
            texts.push_back(word != nullptr ? shown(*word) : canonical(value));
        }
        sheet.row(cells);
        proof.add(csv_line(texts));
    }));
    proof.end(made);
    sheet.row({{say("list.end", {{"rows", std::to_string(made.rows)}, {"sha256", made.sha256}}), sheet::Look::line}});
    made.path = book->file().string();
    return made;
}

}    // namespace

Result<ListFile> list_file(const List& list, ListFormat format, Instant now) {
    return format == ListFormat::csv ? csv_file(list) : book_file(list, now);
}

}    // namespace cs
