#include "criteria/commands.hpp"
#include "criteria/criteria_http.hpp"
#include "criteria/show_http.hpp"

namespace cs::criteria {
namespace {

using access::Call;
using access::Operation;

// A matrix on one line: "TDMNPB 95; DBSH 99"; nothing printed: null.
std::optional<std::string> one_line(const Threshold& threshold) {
    if (!threshold.printed()) return std::nullopt;
    std::string line;
    for (const auto& [key, text] : threshold_text(threshold))
        if (text) line += (line.empty() ? "" : "; ") + (key.empty() ? *text : key + " " + *text);
    return line;
}

wire::DeskRow desk_row(const Call& call, const Standing& of, const Indicator& i, const std::string& criterion) {
    wire::DeskRow row{i.no, i.name, criterion, one_line(i.threshold), std::string(word(i.comparator)),
                      std::string(word(i.threshold.mode)), std::string(word(i.confidence)), i.source, i.unit, {},
                      years_of(i.threshold), shown(of.last_of(i.no)), actions_for(call, {Operation::confirm_threshold})};
    if (i.threshold.mode == Mode::by_region || i.threshold.mode == Mode::by_region_year)
        for (const Region& region : of.set->regions) row.regions.push_back(region.code);
    return row;
}

wire::ConfirmationDesk desk(const Call& call, const Standing& of) {
    wire::ConfirmationDesk all{of.version.set, of.set->title, of.version.number, {},
                               actions_for(call, {Operation::confirm_by_paper})};
    const auto add = [&](const Indicator& indicator, const std::string& criterion) {
        all.items.push_back(desk_row(call, of, indicator, criterion));
        for (const Indicator& part : indicator.sub_conditions) all.items.push_back(desk_row(call, of, part, criterion));
    };
    for (const Indicator& condition : of.set->preconditions) add(condition, "");
    for (const Criterion& criterion : of.set->criteria)
        for (const Indicator& indicator : criterion.indicators) add(indicator, criterion.no + ". " + criterion.name);
    return all;
}

Result<wire::ConfirmationDesk> list(Call& call) {
    return call.db.read([&](Tx& tx) -> Result<wire::ConfirmationDesk> {
        CS_TRY(const Standing of, standing(tx, call.param("id")));
        return desk(call, of);
    });
}

Result<wire::Confirmation> confirm(Call& call, const wire::NewConfirmation& b) {
    const ConfirmThreshold request{b.indicator, b.region, b.year, b.threshold, {b.instrument, b.number, b.day, b.signer},
                                   b.article, b.note.value_or("")};
    return call.db.write([&](Tx& tx) -> Result<wire::Confirmation> {
        CS_TRY(const ConfirmationRecord made, confirm_threshold(tx, call.clock.now(), call.actor, call.param("id"), request));
        return *shown(&made);
    });
}

Result<wire::ConfirmedByPaper> confirm_many(Call& call, const wire::NewConfirmationPaper& b) {
    const ConfirmByPaper request{b.indicators, {b.instrument, b.number, b.day, b.signer}, b.issuer, b.note.value_or("")};
    return call.db.write([&](Tx& tx) -> Result<wire::ConfirmedByPaper> {
        CS_TRY(const ConfirmedByPaper made, confirm_by_paper(tx, call.clock.now(), call.actor, call.param("id"), request));
        return wire::ConfirmedByPaper{made.paper, made.confirmed, made.open};
    });
}

}    // namespace

void add_confirmation_routes(access::Api& api) {
    using http::Method;
    api.read<wire::ConfirmationDesk>({Method::get, "/api/criteria-sets/{id}/confirmations", Operation::list_confirmations,
                                      "The confirmation desk: each threshold in force with its source and last confirmation."},
                                     list);
    api.write<wire::NewConfirmation, wire::Confirmation>(
        {Method::post, "/api/criteria-sets/{id}/confirmations", Operation::confirm_threshold,
         "Confirms a threshold as printed, or corrects it, citing the legal text.", {}, 201},
        confirm);
    api.write<wire::NewConfirmationPaper, wire::ConfirmedByPaper>(
        {Method::post, "/api/criteria-sets/{id}/confirmation-papers", Operation::confirm_by_paper,
         "Confirms a whole set (\"*\") or a list of thresholds by one paper.", {}, 201},
        confirm_many);
}

}    // namespace cs::criteria
