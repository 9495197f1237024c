#include "assessment/dossier_store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::assessment {
namespace {

Confirmation confirmation_of(const sql::Row& row) {
    Confirmation c{static_cast<int>(row.integer("sequence")), row.word<ConfirmationKind>("kind"), row.id<UnitId>("holder_unit"),
                   row.text("state") == "held", std::nullopt, row.day("on_day"),
                   {row.text("number"), row.day("on_day"), row.text("signer"), row.word<Via>("via")}};
    if (!row.text("verdict").empty()) c.verdict = row.word<Verdict>("verdict");
    if (const auto households = row.maybe_integer("households"))
        c.counts = SurveyCounts{*households, row.integer("asked"), row.integer("answered"), row.integer("satisfied")};
    c.note = row.text("note");
    c.at = row.instant("recorded_at");
    c.by = row.maybe_id<PersonId>("recorded_by");
    c.by_name = row.maybe_text("recorded_by_name").value_or("");
    return c;
}

Decimal decimal_of(const std::string& text) {
    const auto value = Decimal::parse(text);
    CS_CHECK(value.has_value());
    return *value;
}

std::optional<std::int64_t> number_of(const std::optional<SurveyCounts>& counts, std::int64_t SurveyCounts::*which) {
    return counts ? std::optional((*counts).*which) : std::nullopt;
}

}    // namespace

std::vector<Confirmation> ConfirmationStore::of_dossier(const DossierId& id) const {
    std::vector<Confirmation> all;
    const auto rows = tx_.query("assessment.confirmations_of_dossier", id);
    for (const sql::Row& row : *rows) all.push_back(confirmation_of(row));
    const auto of = [&](const sql::Row& row) -> Confirmation& { return all.at(static_cast<std::size_t>(row.integer("sequence") - 1)); };
    const auto works = tx_.query("assessment.debt_works", id);
    for (const sql::Row& row : *works) of(row).works.push_back({row.text("work"), row.text("volume"), row.integer("amount")});
    const auto contents = tx_.query("assessment.survey_contents", id);
    for (const sql::Row& row : *contents)
        of(row).contents.push_back({row.text("commune"), row.text("content"), row.integer("answered"), row.integer("satisfied")});
    return all;
}

void ConfirmationStore::add(const DossierId& id, const Confirmation& c) {
    const auto sequence = tx_.query("assessment.next_confirmation", id)->front().integer("next");
    tx_.run("assessment.add_confirmation", id, sequence, word_of(c.kind), c.holder, c.held ? "held" : "given",
            c.verdict ? word_of(*c.verdict) : std::string_view(), c.paper.number, c.on, c.paper.signer, word_of(c.paper.via),
            number_of(c.counts, &SurveyCounts::households), number_of(c.counts, &SurveyCounts::asked),
            number_of(c.counts, &SurveyCounts::answered), number_of(c.counts, &SurveyCounts::satisfied), c.note, c.at, c.by);
    for (std::size_t i = 0; i < c.works.size(); ++i)
        tx_.run("assessment.add_debt_work", id, sequence, static_cast<int>(i + 1), c.works[i].work, c.works[i].volume, c.works[i].amount);
    for (std::size_t i = 0; i < c.contents.size(); ++i)
        tx_.run("assessment.add_survey_content", id, sequence, static_cast<int>(i + 1), c.contents[i].commune, c.contents[i].content,
                c.contents[i].answered, c.contents[i].satisfied);
}

std::vector<RecognitionCharge> ConfirmationStore::charges() const {
    std::vector<RecognitionCharge> all;
    const auto rows = tx_.query("assessment.recognition_charges");
    for (const sql::Row& row : *rows)
        all.push_back({row.id<ChargeOfRecognitionId>("id"), row.word<ConfirmationKind>("kind"), row.id<UnitId>("root_unit"),
                       row.id<UnitId>("holder_unit"), {row.day("valid_from"), row.maybe_day("valid_until")}, row.text("paper")});
    return all;
}

bool ConfirmationStore::add(const RecognitionCharge& c, Instant at, const std::optional<PersonId>& by) {
    return tx_.run("assessment.add_recognition_charge", c.id, word_of(c.kind), c.root, c.holder, c.period.from, c.period.until, c.paper, at, by) == 1;
}

bool ConfirmationStore::end(const ChargeOfRecognitionId& id, Day until) {
    return tx_.run("assessment.end_recognition_charge", id, until) == 1;
}

std::vector<SatisfactionMark> ConfirmationStore::marks(const UnitId& root, Instant as_of) const {
    std::vector<SatisfactionMark> all;
    const auto rows = tx_.query("assessment.satisfaction_marks", root, as_of);
    for (const sql::Row& row : *rows) {
        const auto each = row.maybe_text("each_content");
        all.push_back({row.id<SatisfactionMarkId>("id"), row.id<UnitId>("root_unit"), row.word<Standing>("standing"),
                       decimal_of(row.text("overall")), each ? std::optional(decimal_of(*each)) : std::nullopt, row.day("valid_from"),
                       {row.text("number"), row.day("paper_day"), row.text("signer")}});
    }
    return all;
}

bool ConfirmationStore::add(const SatisfactionMark& m, Instant at, const std::optional<PersonId>& by) {
    return tx_.run("assessment.add_satisfaction_mark", m.id, m.root, word_of(m.standing), m.overall.text(),
                   m.each_content ? std::optional(m.each_content->text()) : std::nullopt, m.from, m.paper.number, m.paper.day,
                   m.paper.signer, at, by) == 1;
}

}    // namespace cs::assessment
