#include "assessment/holdings.hpp"
#include "assessment/register.hpp"
#include "platform/sql/sql.hpp"

namespace cs::assessment {
namespace {

Recognition recognition_of(const sql::Row& row) {
    const auto standing = parse_word<Standing>(row.text("standing"));
    const auto confidence = law::parse_confidence(row.text("confidence"));
    CS_CHECK(standing && confidence);
    Recognition r{row.id<RecognitionId>("id"), row.id<UnitId>("unit_id"), row.text("area"), *standing, row.text("field"),
                  static_cast<int>(row.integer("year")),
                  {row.text("number"), row.maybe_day("decided_on"), row.text("signer")}, row.day("counts_from"),
                  row.text("clause"), row.text("source"), *confidence, row.maybe_id<DossierId>("dossier_id")};
    if (const auto ends_on = row.maybe_day("ends_on"))
        r.withdrawal = Withdrawal{{row.text("withdrawal_number"), row.maybe_day("withdrawn_on"), row.text("withdrawal_signer")},
                                  *ends_on, row.text("ground")};
    return r;
}

std::vector<Recognition> recognitions_of(const sql::Rows& rows) {
    std::vector<Recognition> all;
    for (const sql::Row& row : rows) all.push_back(recognition_of(row));
    return all;
}

}    // namespace

std::vector<Recognition> RegisterStore::all() const { return recognitions_of(*tx_.query("assessment.recognitions")); }

std::vector<Recognition> RegisterStore::of_unit(const UnitId& unit) const {
    return recognitions_of(*tx_.query("assessment.recognitions_of_unit", unit));
}

std::optional<Recognition> RegisterStore::find(const RecognitionId& id) const {
    auto found = recognitions_of(*tx_.query("assessment.recognition_by_id", id));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

bool RegisterStore::add(const Recognition& r, Instant at, const std::optional<PersonId>& by) {
    touch_register(tx_, at);
    return tx_.run("assessment.add_recognition", r.id, r.unit, r.area, word_of(r.standing), r.field, r.year,
                   r.decision.number, r.decision.day, r.decision.signer, r.counts_from, r.clause, r.source,
                   law::word(r.confidence), r.dossier, at, by) == 1;
}

void RegisterStore::withdraw(const RecognitionId& id, const Withdrawal& w, const std::optional<DossierId>& dossier, Instant at,
                             const std::optional<PersonId>& by) {
    touch_register(tx_, at);
    tx_.run("assessment.withdraw_recognition", id, w.paper.number, w.paper.day, w.paper.signer, w.ends_on, w.ground, dossier, at,
            by);
}

}    // namespace cs::assessment
