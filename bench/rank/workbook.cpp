#include "workbook.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <stdexcept>

namespace bench {
namespace {

using namespace cs;
using namespace cs::scoring;

std::string column(int n) {
    std::string name;
    for (++n; n > 0; n = (n - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
    return name;
}

double number(const Decimal& value) { return std::stod(value.text()); }

// Columns: unit, cluster, then for each leaf `stages` cells of what is given (and as many of plans), what counts, points.
struct Columns {
    int first, plan, counts, counts_plan, points;
};

class Sheet {
public:
    Sheet(const Country& country, lxw_worksheet* sheet) : country_(country), table_(country.table), sheet_(sheet) {
        for (std::size_t n = 0; n < table_.leaves.size(); ++n) {
            const bool plan = table_.leaf(n).leaf->needs_plan();
            Columns c{next_, next_ + stages, 0, 0, 0};
            c.counts = c.plan + (plan ? stages : 0);
            c.counts_plan = c.counts + (plan ? 1 : 0);
            c.points = c.counts_plan + 1;
            next_ = c.points + 1;
            columns_.push_back(c);
        }
    }

    void row(std::size_t unit) {
        row_ = static_cast<int>(unit) + 1;
        text(0, country_.by_stage[0][unit].unit);
        text(1, country_.by_stage[0][unit].cluster);
        for (std::size_t n = 0; n < columns_.size(); ++n) leaf(unit, n);
        totals();
    }

private:
    void text(int at, const std::string& value) { worksheet_write_string(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(at), value.c_str(), nullptr); }
    void value(int at, double number) { worksheet_write_number(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(at), number, nullptr); }
    void formula(int at, const std::string& says) { worksheet_write_formula(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(at), ("=" + says).c_str(), nullptr); }
    std::string cell(int at) const { return column(at) + std::to_string(row_ + 1); }

    // The last stage that says something.
    std::string last(int first) const {
        std::string says = cell(first);
        for (int s = 1; s < stages; ++s) says = fmt::format("IF({0}<>\"\",{0},{1})", cell(first + s), says);
        return says;
    }

    void leaf(std::size_t unit, std::size_t n) {
        const Columns& c = columns_[n];
        const Item& item = table_.leaf(n);
        for (int s = 0; s < stages; ++s) {
            const Given& given = country_.by_stage[static_cast<std::size_t>(s)][unit].leaves[n];
            value(c.first + s, given.score ? number(given.score->decimal()) : number(*given.actual));
            if (given.plan) value(c.plan + s, number(*given.plan));
        }
        formula(c.counts, last(c.first));
        if (c.counts_plan != c.counts) formula(c.counts_plan, last(c.plan));
        formula(c.points, points(item, cell(c.counts), cell(c.counts_plan)));
    }

    static std::string points(const Item& item, const std::string& actual, const std::string& plan) {
        switch (item.leaf->rule) {
            case Rule::yes_no: return fmt::format("IF({}=1,10,0)", actual);
            case Rule::proportional: return fmt::format("MIN(10,ROUND({}/{}*10/0.5,0)*0.5)", actual, plan);
            case Rule::steps: return fmt::format("IF({0}>=90,10,IF({0}>=70,6,IF({0}>=50,3,0)))", actual);
            case Rule::per_case: return fmt::format("MAX(0,10-{}*1.5)", actual);
            default: return actual;
        }
    }

    // Total, its tie-breaks as one number, place in the cluster: what the office sorts by.
    void totals() {
        std::string all, first, second;
        for (std::size_t n = 0; n < columns_.size(); ++n) {
            const std::string one = cell(columns_[n].points);
            all += (all.empty() ? "" : "+") + one;
            if (n < 10) first += (first.empty() ? "" : "+") + one;
            if (n >= 10 && n < 20) second += (second.empty() ? "" : "+") + one;
        }
        const int total = next_, key = next_ + 1, place = next_ + 2;
        formula(total, all);
        formula(key, fmt::format("{}*1000000+({})*1000+({})", cell(total), first, second));
        const std::string last_row = std::to_string(country_.by_stage[0].size() + 1);
        formula(place, fmt::format("COUNTIFS($B$2:$B${0},{1},${2}$2:${2}${0},\">\"&{3})+1", last_row, cell(1), column(key), cell(key)));
    }

    const Country& country_;
    const Table& table_;
    lxw_worksheet* sheet_;
    std::vector<Columns> columns_;
    int next_ = 2, row_ = 0;
};

}    // namespace

void write_workbook(const Country& country, const std::string& path) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    Sheet sheet(country, workbook_add_worksheet(book, "Phieu"));
    for (std::size_t unit = 0; unit < country.by_stage[0].size(); ++unit) sheet.row(unit);
    if (workbook_close(book) != LXW_NO_ERROR) throw std::runtime_error("cannot write " + path);
}

}    // namespace bench
