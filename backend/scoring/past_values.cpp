#include <algorithm>

#include "assessment/store.hpp"
#include "base/csv.hpp"
#include "scoring/agreement_commands.hpp"

namespace cs::scoring {
namespace {

YearValues appraised(Tx& tx, const UnitId& unit, const Source& source) {
    YearValues all;
    for (const assessment::Sheet& sheet : assessment::SheetStore(tx).of_unit(unit)) {
        const auto round = assessment::RoundStore(tx).find(sheet.round);
        const auto results = assessment::SheetStore(tx).results(sheet.id);
        if (!round || round->set != source.set || results.empty() || results.back().head.reopened_at) continue;
        const auto csv = read_csv(results.back().content);
        if (!csv) continue;
        for (const CsvRow& row : csv->rows)
            if (row.cells.size() > 2 && row.cells[1] == source.indicator)
                if (const auto value = Decimal::parse(row.cells[2])) all.emplace_back(round->year, *value);
    }
    return all;
}

YearValues registered(const UnitId& unit, const AgreementIndicator& indicator, const std::vector<Agreement>& earlier) {
    YearValues all;
    for (const Agreement& a : earlier) {
        const AgreementMember* member = a.member(unit);
        if (member == nullptr) continue;
        for (const AgreementIndicator& same : a.indicators)
            for (const AgreementTarget& t : member->targets)
                if (same.title == indicator.title && same.unit == indicator.unit && t.line == same.line) all.emplace_back(a.year, t.value);
    }
    return all;
}

}    // namespace

YearValues past_values(Tx& tx, const UnitId& unit, const AgreementIndicator& indicator, const std::vector<Agreement>& earlier) {
    YearValues all = indicator.source ? appraised(tx, unit, *indicator.source) : registered(unit, indicator, earlier);
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<Agreement> earlier_than(Tx& tx, const Agreement& agreement) {
    constexpr Set<AgreementState> was_signed = {AgreementState::in_force, AgreementState::closed};
    std::vector<Agreement> all;
    for (const Agreement& head : AgreementStore(tx).all())
        if (head.year < agreement.year && was_signed.has(head.state)) all.push_back(AgreementStore(tx).find(head.id).value());
    return all;
}

}    // namespace cs::scoring
