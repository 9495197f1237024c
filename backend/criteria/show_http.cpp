#include "criteria/show_http.hpp"

namespace cs::criteria {

std::optional<wire::Confirmation> shown(const ConfirmationRecord* r) {
    if (!r) return std::nullopt;
    return wire::Confirmation{r->what.value,   r->what.region, r->what.year, r->paper.instrument, r->paper.number, r->paper.day,
                              r->paper.signer, r->article,     r->note,      r->by_name,          r->at,           r->carried};
}

std::vector<int> years_of(const Threshold& threshold) {
    std::vector<int> years;
    for (const auto& [year, regions] : threshold.years) years.push_back(year);
    return years;
}

wire::ThresholdText threshold_text(const Threshold& threshold) {
    wire::ThresholdText texts;
    const auto add = [&](const std::string& key, const std::optional<Amount>& amount) {
        texts[key] = amount ? std::optional(amount->text) : std::nullopt;
    };
    for (const auto& [region, amount] : threshold.regions) add(region, amount);
    for (const auto& [year, regions] : threshold.years)
        for (const auto& [region, amount] : regions) add(region + " " + std::to_string(year), amount);
    if (texts.empty()) add("", threshold.value);
    return texts;
}

wire::Indicator shown(const Indicator& i, const Standing& of) {
    std::vector<std::string> parts, rules;
    for (const Indicator& part : i.sub_conditions)
        parts.push_back(part.name + " " + std::string(word(part.comparator)) + " " +
                        (part.threshold.value ? part.threshold.value->text : "?"));
    for (const AltRule& rule : i.alt_rules) rules.push_back(rule.when + ": " + rule.threshold.text);
    return {i.no, i.name, std::string(word(i.kind)), i.unit, std::string(word(i.comparator)), threshold_text(i.threshold),
            std::string(word(i.threshold.mode)), std::string(word(i.confidence)), i.source, i.note, i.threshold.hint,
            i.both_sexes, i.if_present, std::move(parts), i.scale, i.options, std::move(rules),
            i.formula ? i.formula->figure + " / " + i.formula->set + ":" + i.formula->indicator + " * 100" : "",
            i.requires_set, shown(of.last_of(i.no))};
}

wire::CriteriaSetRow row_of(const Standing& of, const std::vector<Version>& versions) {
    const CriteriaSet& set = *of.set;
    const Counts how_sure = counts(of);
    wire::CriteriaSetRow row{set.id, set.title, set.level, set.period, set.legal_instrument, set.effective_from, set.last_day(), {},
                             {how_sure.indicators, how_sure.verified, how_sure.confirmed, how_sure.unconfirmed, how_sure.unknown},
                             std::string(word(set.document))};
    for (const Version& v : versions)
        row.versions.push_back({v.number, v.loaded_at, v.loaded_by_name, v.digest, v.note, v.number == versions.front().number});
    return row;
}

std::vector<wire::SetDiffLine> shown(const std::vector<DiffLine>& lines) {
    std::vector<wire::SetDiffLine> all;
    for (const DiffLine& line : lines) all.push_back({line.path, line.what, line.from, line.to});
    return all;
}

std::vector<access::Action> actions_for(const access::Call& call, std::initializer_list<access::Operation> operations) {
    std::vector<access::Action> all;
    for (const access::Operation operation : operations) all.push_back(access::action(operation, access::pass(call.actor, operation)));
    return all;
}

}    // namespace cs::criteria
