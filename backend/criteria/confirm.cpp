#include <algorithm>

#include "access/permissions.hpp"
#include "audit/catalogue.hpp"
#include "base/text.hpp"
#include "criteria/commands.hpp"

namespace cs::criteria {
namespace {

using Faults = std::vector<Fault>;

void check(const Paper& paper, Day today, Faults& faults) {
    const auto wanted = [&](const std::string& text, const char* field) {
        if (trim(text).empty()) faults.push_back({"criteria.paper_missing", {{"field", field}}, field});
    };
    wanted(paper.instrument, "instrument");
    wanted(paper.number, "number");
    wanted(paper.signer, "signer");
    if (paper.day > today) faults.push_back({"criteria.paper_in_future", {{"day", to_vietnamese(paper.day)}}, "day"});
}

// A correction of a matrix names its cell; what has no matrix has no region and year to name.
void check_place(const Standing& of, const Indicator& indicator, const ConfirmThreshold& request, Faults& faults) {
    const Mode mode = indicator.threshold.mode;
    const bool by_year = mode == Mode::by_region_year, by_region = by_year || mode == Mode::by_region;
    const bool open = mode == Mode::unknown || mode == Mode::province_decides;    // may turn out to be a matrix in law
    if (request.region && !of.set->knows_region(*request.region))
        faults.push_back({"criteria.region_unknown", {{"found", *request.region}}, "region"});
    if (request.region && !by_region && !open) faults.push_back({"criteria.region_not_asked", {}, "region"});
    if (request.year && !by_year && !open) faults.push_back({"criteria.year_not_asked", {}, "year"});
    if (request.threshold && by_region && !request.region) faults.push_back({"criteria.region_needed", {}, "region"});
    if (request.threshold && by_year && !request.year) faults.push_back({"criteria.year_needed", {}, "year"});
}

void check_threshold(const Indicator& indicator, const ConfirmThreshold& request, Faults& faults) {
    if (!request.threshold) {
        const bool one_cell = request.region && (indicator.threshold.mode != Mode::by_region_year || request.year);
        const bool printed = one_cell ? indicator.threshold.at(*request.region, request.year.value_or(0)).has_value()
                                      : indicator.threshold.printed();
        if (!printed) faults.push_back({"criteria.nothing_printed", {{"indicator", indicator.no}}, "threshold"});
        return;
    }
    const auto amount = parse_amount(indicator, trim(*request.threshold));
    const Args args{{"found", *request.threshold}, {"kind", std::string(word(indicator.kind))}};
    const bool yes_no = indicator.kind == Kind::boolean, words = indicator.kind == Kind::text;
    const auto fault = [&](const char* code) { faults.push_back({code, args, "threshold"}); };
    if (!amount) return fault(words ? "criteria.word_not_in_scale" : "criteria.threshold_kind");
    if (yes_no && amount->text != "true") return fault("criteria.threshold_false");
    if (yes_no || words) return;
    const Decimal zero, hundred = Decimal::whole(100);
    if (indicator.bounded() && (*amount->number < zero || *amount->number > hundred)) fault("criteria.threshold_percent");
}

Result<Standing> confirmable(Tx& tx, const std::string& set) {
    CriteriaStore(tx).lock(set);
    CS_TRY(Standing of, standing(tx, set));
    if (of.set->document != Document::set) return refuse(Problem::need_unmet, "criteria.not_a_set", {{"set", set}});
    return of;
}

std::vector<audit::Change> paper_changes(const Paper& paper) {
    return {{"instrument", std::nullopt, paper.instrument}, {"number", std::nullopt, paper.number},
            {"day", std::nullopt, to_text(paper.day)}, {"signer", std::nullopt, paper.signer}};
}

std::string shown(const std::optional<std::string>& threshold) { return threshold.value_or("as printed"); }

void record(Tx& tx, Instant now, const audit::By& by, const Standing& of, const ConfirmationRecord& made) {
    std::vector<audit::Change> changes = paper_changes(made.paper);
    const auto add = [&](const char* field, std::optional<std::string> from, std::optional<std::string> to) {
        if (to) changes.push_back({field, std::move(from), std::move(to)});
    };
    const ConfirmationRecord* before = of.last_of(made.what.indicator);
    add("indicator", {}, made.what.indicator);
    add("threshold", before ? std::optional(shown(before->what.value)) : std::nullopt, shown(made.what.value));
    add("region", {}, made.what.region);
    add("year", {}, made.what.year ? std::optional(std::to_string(*made.what.year)) : std::nullopt);
    add("article", {}, made.article);
    add("version", {}, std::to_string(of.version.number));
    audit::record(tx, now, by, {audit::Event::threshold_confirmed, "criteria_set", of.version.set, std::move(changes), made.note});
}

// Indicators and preconditions; a sub-condition goes with its whole.
std::vector<const Indicator*> all_of(const CriteriaSet& set) {
    std::vector<const Indicator*> all;
    for (const Indicator& condition : set.preconditions) all.push_back(&condition);
    for (const Criterion& criterion : set.criteria)
        for (const Indicator& indicator : criterion.indicators) all.push_back(&indicator);
    return all;
}

void choose(const CriteriaSet& set, const std::vector<std::string>& asked, ConfirmedByPaper& chosen, Faults& faults) {
    if (asked.size() == 1 && asked.front() == "*") {
        for (const Indicator* one : all_of(set)) (one->threshold.printed() ? chosen.confirmed : chosen.open).push_back(one->no);
        return;
    }
    if (asked.empty()) faults.push_back({"criteria.no_indicators_named", {}, "indicators"});
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const std::string where = "indicators[" + std::to_string(i) + "]";
        const Indicator* one = set.find(asked[i]);
        if (!one)
            faults.push_back({"criteria.indicator_unknown", {{"indicator", asked[i]}}, where});
        else if (!one->threshold.printed())
            faults.push_back({"criteria.nothing_printed", {{"indicator", asked[i]}}, where});
        else if (std::find(chosen.confirmed.begin(), chosen.confirmed.end(), asked[i]) == chosen.confirmed.end())
            chosen.confirmed.push_back(asked[i]);
    }
}

std::string joined(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : ", ") + one;
    return text;
}

}    // namespace

Result<ConfirmationRecord> confirm_threshold(Tx& tx, Instant now, const access::Actor& actor, const std::string& set,
                                             const ConfirmThreshold& request) {
    CS_TRY(const access::Role role, access::may(actor, access::Operation::confirm_threshold));
    CS_TRY(const Standing of, confirmable(tx, set));
    Faults faults;
    check(request.paper, legal_day(now), faults);
    const Indicator* indicator = of.set->find(request.indicator);
    if (!indicator) faults.push_back({"criteria.indicator_unknown", {{"indicator", request.indicator}}, "indicator"});
    if (indicator) check_place(of, *indicator, request, faults);
    if (indicator) check_threshold(*indicator, request, faults);
    if (!faults.empty()) return refuse("criteria.confirmation_refused", std::move(faults));
    std::optional<std::string> value;
    if (request.threshold) value = parse_amount(*indicator, trim(*request.threshold))->text;
    ConfirmationRecord made{{request.indicator, request.region, request.year, std::move(value)}, request.paper, request.article,
                            request.note, std::nullopt, false, now, actor.person, actor.name};
    CriteriaStore(tx).add(set, of.version.number, std::vector{made});
    record(tx, now, actor.by(role), of, made);
    return made;
}

Result<ConfirmedByPaper> confirm_by_paper(Tx& tx, Instant now, const access::Actor& actor, const std::string& set,
                                          const ConfirmByPaper& request) {
    CS_TRY(const access::Role role, access::may(actor, access::Operation::confirm_by_paper));
    return confirm_by_paper(tx, now, actor.by(role), set, request);
}

Result<ConfirmedByPaper> confirm_by_paper(Tx& tx, Instant now, const audit::By& by, const std::string& set,
                                          const ConfirmByPaper& request) {
    CS_TRY(const Standing of, confirmable(tx, set));
    Faults faults;
    check(request.paper, legal_day(now), faults);
    ConfirmedByPaper made{PaperId::born(now), {}, {}};
    choose(*of.set, request.indicators, made, faults);
    if (!faults.empty()) return refuse("criteria.confirmation_refused", std::move(faults));
    CriteriaStore sets(tx);
    sets.add(set, of.version.number, CriteriaStore::PaperRecord{made.paper, request.paper, request.issuer, request.note, now, by.person});
    std::vector<ConfirmationRecord> records;
    for (const std::string& no : made.confirmed)
        records.push_back({{no, {}, {}, {}}, request.paper, {}, request.note, made.paper, false, now, by.person, {}});
    sets.add(set, of.version.number, records);
    std::vector<audit::Change> changes = paper_changes(request.paper);
    changes.push_back({"issuer", std::nullopt, request.issuer});
    changes.push_back({"indicators", std::nullopt, joined(request.indicators)});
    changes.push_back({"count", std::nullopt, std::to_string(made.confirmed.size())});
    changes.push_back({"version", std::nullopt, std::to_string(of.version.number)});
    audit::record(tx, now, by, {audit::Event::thresholds_confirmed_by_paper, "criteria_set", set, std::move(changes), request.note});
    return made;
}

}    // namespace cs::criteria
