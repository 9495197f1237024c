#include "base/csv.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "base/text.hpp"

namespace cs {
namespace {

// Walks the bytes once; a fault is noted and reading goes on, so that a person sees every bad line at once.
class Reader {
public:
    Reader(std::string_view bytes, char separator) : in_(bytes), separator_(separator), ends_{separator, '\r', '\n'} {
        if (in_.substr(0, 3) == "\xEF\xBB\xBF") in_.remove_prefix(3);
    }

    std::vector<CsvRow> rows() {
        std::vector<CsvRow> all;
        while (at_ < in_.size()) {
            CsvRow row{line_, {}};
            read_row(row);
            if (row.cells.size() > 1 || !row.cells.front().empty()) all.push_back(std::move(row));
        }
        return all;
    }

    std::vector<Fault> faults;

private:
    void read_row(CsvRow& row) {
        for (;;) {
            row.cells.push_back(cell(row.line));
            if (at_ < in_.size() && in_[at_] == separator_) {
                ++at_;
                continue;
            }
            end_of_line();
            return;
        }
    }

    void end_of_line() {
        if (at_ < in_.size() && in_[at_] == '\r') ++at_;
        if (at_ < in_.size() && in_[at_] == '\n') ++at_;
        ++line_;
    }

    std::string cell(int line) {
        std::string raw = at_ < in_.size() && in_[at_] == '"' ? quoted(line) : plain();
        std::optional<std::string> text = nfc(raw);
        if (!text) faults.push_back({"csv.not_utf8", {}, {}, line});
        return text.value_or(std::string());
    }

    std::string plain() {
        const std::size_t end = std::min(in_.find_first_of(ends_, at_), in_.size());
        std::string text(in_.substr(at_, end - at_));
        at_ = end;
        return text;
    }

    std::string quoted(int line) {
        std::string text;
        for (++at_; at_ < in_.size(); ++at_) {
            if (in_[at_] != '"') {
                line_ += in_[at_] == '\n';
                text += in_[at_];
            } else if (at_ + 1 < in_.size() && in_[at_ + 1] == '"') {
                text += in_[at_++];
            } else {
                ++at_;
                if (!plain().empty()) faults.push_back({"csv.text_after_quote", {}, {}, line});
                return text;
            }
        }
        faults.push_back({"csv.unclosed_quote", {}, {}, line});
        return text;
    }

    std::string_view in_;
    char separator_;
    std::string ends_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}    // namespace

Result<Csv> read_csv(std::string_view bytes, const std::vector<std::string>& header, char separator) {
    Reader reader(bytes, separator);
    std::vector<CsvRow> rows = reader.rows();
    if (rows.empty()) return refuse("csv.refused", {Fault{"csv.empty", {}, {}, 1}});
    Csv csv{std::move(rows.front().cells), {}};
    if (!header.empty() && csv.header != header)
        reader.faults.push_back({"csv.header", {{"wanted", fmt::format("{}", fmt::join(header, ","))}}, {}, 1});
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].cells.size() != csv.header.size())
            reader.faults.push_back(
                {"csv.width",
                 {{"wanted", std::to_string(csv.header.size())}, {"found", std::to_string(rows[i].cells.size())}},
                 {},
                 rows[i].line});
        csv.rows.push_back(std::move(rows[i]));
    }
    if (!reader.faults.empty()) return refuse("csv.refused", std::move(reader.faults));
    return csv;
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ',';
        out += csv_cell(cells[i]);
    }
    return out + '\n';
}

}    // namespace cs
