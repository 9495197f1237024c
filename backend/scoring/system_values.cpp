#include "scoring/system_values.hpp"

#include "assessment/store.hpp"
#include "base/csv.hpp"
#include "base/text.hpp"

namespace cs::scoring {
namespace {

using assessment::AppraisedResult;

// The value of an indicator in the values file the result was judged on; yes and no count as 1 and 0.
std::optional<Decimal> value_in(const std::string& file, const std::string& indicator) {
    const auto csv = read_csv(file);
    if (!csv) return std::nullopt;
    for (const CsvRow& row : csv->rows) {
        if (row.cells.size() < 3 || row.cells[1] != indicator) continue;
        if (const auto number = Decimal::parse(trim(row.cells[2]))) return number;
        if (row.cells[2] == "true") return Decimal::whole(1);
        if (row.cells[2] == "false") return Decimal::whole(0);
    }
    return std::nullopt;
}

}    // namespace

std::optional<SystemValue> system_value(Tx& tx, const UnitId& unit, const Source& source, int year) {
    const assessment::SheetStore sheets(tx);
    const assessment::RoundStore rounds(tx);
    for (const assessment::Sheet& sheet : sheets.of_unit(unit)) {
        const auto round = rounds.find(sheet.round);
        if (!round || round->set != source.set || round->year > year) continue;
        for (const AppraisedResult& result : sheets.results(sheet.id)) {
            if (result.head.reopened_at) continue;
            const auto actual = source.indicator.empty() ? std::optional(Decimal::whole(result.head.met)) : value_in(result.content, source.indicator);
            if (actual) return SystemValue{*actual, round->year, round->year == year};
        }
    }
    return std::nullopt;
}

}    // namespace cs::scoring
