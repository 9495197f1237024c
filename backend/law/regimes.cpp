#include "law/regimes.hpp"

#include <algorithm>

#include "law/tsv.hpp"

namespace cs::law {
namespace {

const std::string regimes_file = "law/regimes.tsv";

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t blank = text.find(' ');
        if (blank != 0) out.emplace_back(text.substr(0, blank));
        text.remove_prefix(blank == text.npos ? text.size() : blank + 1);
    }
    return out;
}

}    // namespace

Regimes Regimes::read(std::string_view regimes_tsv, const Clauses& clauses, const std::vector<KnownGap>& gaps,
                      std::vector<Fault>& faults) {
    Regimes regimes;
    regimes.gaps_ = gaps;
    std::vector<Dated> dated;
    const Columns columns = {"family", "key", "name", "from", "until", "instruments", "source", "confidence", "note"};
    read_tsv(regimes_file, regimes_tsv, columns, faults, [&](Row& row) {
        Regime r{row.key("family"), row.key("key"),   row.text("name"), row.period(), words(row.text("instruments")),
                 row.source(),      row.confidence(), row.cell("note"), row.line()};
        if (regimes.find(r.key) != nullptr) row.fault("law.key_twice", {{"key", r.key}});
        for (const std::string& instrument : r.instruments)
            if (clauses.find(instrument) == nullptr) row.fault("law.instrument_unknown", {{"key", instrument}});
        dated.push_back({r.family, r.period, r.line});
        regimes.rows_.push_back(std::move(r));
    });
    check_coverage(GapOf::regime, regimes_file, dated, gaps, faults);
    return regimes;
}

Result<Regime> Regimes::on(std::string_view family, Day day) const {
    bool known = false;
    for (const Regime& r : rows_) {
        if (r.family != family) continue;
        if (r.period.has(day)) return r;
        known = true;
    }
    const Args args = {{"family", std::string(family)}, {"day", to_vietnamese(day)}};
    if (const KnownGap* gap = find_gap(gaps_, GapOf::regime, family, day)) {
        const bool unseen = gap->kind == GapKind::not_known;
        return refuse(Problem::need_unmet, unseen ? "law.regime_not_known" : "law.regime_not_in_force",
                      {args[0], args[1], {"reason", gap->reason}});
    }
    if (known) return refuse(Problem::need_unmet, "law.regime_without_row", args);
    return refuse(Problem::not_found, "law.regime_family_unknown", {args[0]});
}

const Regime* Regimes::find(std::string_view key) const {
    const auto at = std::find_if(rows_.begin(), rows_.end(), [&](const Regime& r) { return r.key == key; });
    return at == rows_.end() ? nullptr : &*at;
}

}    // namespace cs::law
