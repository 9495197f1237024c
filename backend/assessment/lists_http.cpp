// Lists of the review and of recognition, taken away as files: what the screens show, whole.
#include "access/list_http.hpp"
#include "assessment/assessment_http.hpp"
#include "assessment/guarded.hpp"
#include "assessment/queue.hpp"
#include "assessment/recognition_view_http.hpp"
#include "assessment/sheet_view_http.hpp"

namespace cs::assessment {
namespace {

using access::Api;
using access::Call;
using access::Operation;

const std::string dossier_states = std::string("dossier") + ".state";    // its words in the catalogue

struct SeenRound {
    Round round;
    std::vector<SeenRow> rows;
};
// Whom no sheet of it is any business of learns nothing of the round.
Result<std::shared_ptr<const SeenRound>> seen_round(Api& api, Call& call, Tx& tx) {
    CS_TRY(const RoundId id, round_id(call));
    CS_TRY(Round round, RoundStore(tx).find(id));
    auto rows = rows_of(tx, call.actor, round, *api.tree(tx), call.today());
    if (rows.empty()) return refuse(Problem::not_found, "assessment.round_unknown");
    return std::make_shared<const SeenRound>(SeenRound{std::move(round), std::move(rows)});
}

ListRow row_of(const SeenRow& seen, Day last, Day today) {
    const SheetRow& row = seen.row;
    const auto& result = row.result;
    return {row.unit_name,
            ListWord{"sheet_state", std::string(word_of(row.sheet.state))},
            last,
            row.sent_at ? ListValue(legal_day(*row.sent_at)) : ListValue(),
            !row.sent_at && last < today,
            std::int64_t(row.items_returned),
            ListWord{"verdict", result ? std::string(criteria::word(result->verdict)) : ""},
            result ? ListValue(std::int64_t(result->met)) : ListValue(),
            result ? ListValue(std::int64_t(result->of)) : ListValue(),
            result ? ListValue(result->provisional) : ListValue()};
}

Result<List> round_sheets(Api& api, Call& call, Tx& tx) {
    CS_TRY(const auto seen, seen_round(api, call, tx));
    return List{"phieu-ra-soat-" + std::to_string(seen->round.year),
                "round_sheets",
                {{"unit", 32}, {"state", 28}, {"last_day"}, {"sent_at"}, {"overdue", 10}, {"items_returned"}, {"verdict", 24}, {"criteria_met", 10},
                 {"criteria_of", 10}, {"provisional", 10}},
                [&tx, seen, today = call.today()](const ListGive& give) -> Done {
                    const auto extensions = RoundStore(tx).extensions(seen->round.id);
                    for (const SeenRow& row : seen->rows) give(row_of(row, last_day(seen->round, extensions, row.row.sheet.unit), today));
                    return {};
                }};
}

ListValue typed(const criteria::Indicator* says, const std::string& text) {
    if (says == nullptr) {
        const auto number = Decimal::parse(text);    // a fact of the set's rules
        return number ? ListValue(*number) : ListValue(text);
    }
    const auto amount = criteria::parse_amount(*says, text);
    if (!amount) return text;
    if (says->kind == criteria::Kind::boolean) return amount->text == "true";
    if (says->kind == criteria::Kind::text || !amount->number) return text;
    return *amount->number;
}

// Of what must not be told a list says no figure and no explanation either.
ListRow row_of(const std::string& unit, const criteria::CriteriaSet& set, Stage stage, const std::string& no, const SavedLine& saved) {
    const criteria::Indicator* says = set.find(no);
    const bool guarded = is_guarded(set, no);
    const bool told = !guarded || (says != nullptr && says->kind == criteria::Kind::boolean);
    const Line& line = saved.line;
    return {unit,
            no,
            says != nullptr ? says->name : "",
            ListWord{"stage", std::string(word_of(stage))},
            told ? typed(says, line.value) : ListValue(),
            told ? typed(says, line.male) : ListValue(),
            told ? typed(says, line.female) : ListValue(),
            list_value(line.applicable),
            guarded ? "" : line.note,
            legal_day(saved.at)};
}

// Sheet by sheet: the values of a province stand in memory for one commune at a time.
Result<List> round_values(Api& api, Call& call, Tx& tx) {
    CS_TRY(const auto seen, seen_round(api, call, tx));
    CS_TRY(const criteria::Standing of, criteria::standing(tx, seen->round.set, seen->round.set_version));
    return List{"so-lieu-ra-soat-" + std::to_string(seen->round.year),
                "round_values",
                {{"unit", 32}, {"line", 10}, {"name", 48}, {"stage", 22}, {"value"}, {"value_male", 10}, {"value_female", 10}, {"applicable", 10}, {"note", 40},
                 {"saved_on"}},
                [&tx, seen, set = of.set](const ListGive& give) -> Done {
                    const SheetStore store(tx);
                    for (const SeenRow& row : seen->rows)
                        for (const auto& [stage, lines] : store.values(row.row.sheet.id))
                            for (const auto& [no, saved] : lines) give(row_of(row.row.unit_name, *set, stage, no, saved));
                    return {};
                }};
}

Result<List> dossiers(Api& api, Call& call, Tx& tx) {
    const std::shared_ptr<const access::Tree> tree = api.tree(tx);
    return List{"ho-so-cong-nhan",
                "dossiers",
                {{"unit", 32}, {"area", 24}, {"standing", 24}, {"field", 20}, {"year", 8}, {"state", 30}, {"opened_on"}, {"changed_on"}},
                [&tx, &call, tree](const ListGive& give) -> Done {
                    const Moment m{tx, call.clock.now(), call.actor, *tree};
                    for (const Dossier& d : DossierStore(tx).recognitions())
                        if (may_see(m, d))
                            give({tree->name(d.unit, d.last_on), d.area, ListWord{"standing", std::string(word_of(d.standing))}, d.field, std::int64_t(d.year),
                                  ListWord{dossier_states, std::string(word_of(d.state))}, d.opened_on, d.last_on});
                    return {};
                }};
}

}    // namespace

void add_list_routes(Api& api) {
    access::add_list(api, "/api/exports/rounds/{id}/sheets", Operation::export_round_sheets, "The sheets of a round that the caller may see.", {},
                     [&api](Call& call, Tx& tx) { return round_sheets(api, call, tx); });
    access::add_list(api, "/api/exports/rounds/{id}/values", Operation::export_round_values,
                     "Every value of those sheets, each stage's beside the others.", {},
                     [&api](Call& call, Tx& tx) { return round_values(api, call, tx); });
    access::add_list(api, "/api/exports/dossiers", Operation::export_dossiers, "The dossiers of recognition the caller may see.", {},
                     [&api](Call& call, Tx& tx) { return dossiers(api, call, tx); });
}

}    // namespace cs::assessment
