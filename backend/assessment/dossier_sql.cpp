#include "assessment/dossier_store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::assessment {
namespace {

CaseHead head_of(const sql::Row& row) {
    return {row.id<DossierId>("id"), row.id<UnitId>("unit_id"), row.text("area"), row.word<Standing>("standing"),
            row.text("field"), static_cast<int>(row.integer("year")), row.text("set_id"),
            row.maybe_id<RecognitionId>("recognition_id"), row.text("regime"), row.day("opened_on"), row.day("last_on"),
            row.maybe_day("received_on"), row.maybe_day("due_on"), static_cast<int>(row.integer("steps")), row.integer("version"),
            row.instant("changed_at")};
}

template <class Case, class State>
std::vector<Case> cases_of(const sql::Rows& rows) {
    std::vector<Case> all;
    for (const sql::Row& row : rows) all.push_back({head_of(row), row.word<State>("state")});
    return all;
}

PastStep step_of(const sql::Row& row) {
    PastStep step{static_cast<int>(row.integer("sequence")), row.text("action"), row.text("to_state"),
                  {row.day("on_day"), {row.text("number"), row.maybe_day("paper_day"), row.text("signer"), row.word<Via>("via")},
                   row.maybe_day("from_day"), row.maybe_day("until_day"), std::nullopt, std::nullopt, row.text("note"), {}, row.maybe_day("due_on")},
                  row.id<UnitId>("holder_unit"), row.flag("provisional")};
    if (const auto present = row.maybe_integer("present"))
        step.said.vote = Vote{*present, row.integer("in_favour"), row.integer("against"), row.integer("votes_needed")};
    if (!row.text("conclusion").empty()) step.said.conclusion = row.word<Verdict>("conclusion");
    if (const auto year = row.maybe_integer("receipt_year"))
        step.receipt = ReceiptNumber{static_cast<int>(*year), row.integer("receipt_number")};
    step.at = row.instant("recorded_at");
    step.by = row.maybe_id<PersonId>("recorded_by");
    step.by_name = row.maybe_text("recorded_by_name").value_or("");
    return step;
}

// The numbers of a vote, and nothing where there was none.
std::optional<std::int64_t> number_of(const std::optional<Vote>& vote, std::int64_t Vote::*which) {
    return vote ? std::optional((*vote).*which) : std::nullopt;
}

void add(Tx& tx, const CaseHead& h, CaseKind kind, std::string_view state, const std::optional<PersonId>& by) {
    tx.run("assessment.add_dossier", h.id, word_of(kind), h.unit, h.area, word_of(h.standing), h.field, h.year, h.set, h.recognition,
           h.regime, state, h.opened_on, h.last_on, h.received_on, h.due_on, h.steps, h.version, h.changed_at, by);
}

}    // namespace

void DossierStore::lock(const UnitId& unit) { tx_.lock("recognition/" + unit.text()); }

std::vector<Dossier> DossierStore::recognitions() const {
    return cases_of<Dossier, DossierState>(*tx_.query("assessment.dossiers", word_of(CaseKind::recognition), std::nullopt));
}

std::vector<WithdrawalCase> DossierStore::withdrawals() const {
    return cases_of<WithdrawalCase, WithdrawalState>(*tx_.query("assessment.dossiers", word_of(CaseKind::withdrawal), std::nullopt));
}

Result<Dossier> DossierStore::find(const DossierId& id) const {
    auto found = cases_of<Dossier, DossierState>(*tx_.query("assessment.dossiers", word_of(CaseKind::recognition), id));
    if (found.empty()) return refuse(Problem::not_found, "dossier.unknown");
    return std::move(found.front());
}

Result<WithdrawalCase> DossierStore::find_withdrawal(const DossierId& id) const {
    auto found = cases_of<WithdrawalCase, WithdrawalState>(*tx_.query("assessment.dossiers", word_of(CaseKind::withdrawal), id));
    if (found.empty()) return refuse(Problem::not_found, "withdrawal.unknown");
    return std::move(found.front());
}

std::optional<Dossier> DossierStore::open_of(const UnitId& unit, Standing standing, const std::string& area) const {
    auto found = cases_of<Dossier, DossierState>(*tx_.query("assessment.open_dossiers", unit, word_of(standing), area));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<PastStep> DossierStore::steps(const DossierId& id) const {
    std::vector<PastStep> all;
    const auto rows = tx_.query("assessment.dossier_steps", id);
    for (const sql::Row& row : *rows) all.push_back(step_of(row));
    const auto requests = tx_.query("assessment.dossier_requests", id);
    for (const sql::Row& row : *requests)
        all.at(static_cast<std::size_t>(row.integer("sequence") - 1)).said.requests.push_back(row.text("request"));
    return all;
}

void DossierStore::add(const Dossier& d, const std::optional<PersonId>& by) {
    assessment::add(tx_, d, CaseKind::recognition, word_of(d.state), by);
}
void DossierStore::add(const WithdrawalCase& w, const std::optional<PersonId>& by) {
    assessment::add(tx_, w, CaseKind::withdrawal, word_of(w.state), by);
}
bool DossierStore::step(const Dossier& after, const PastStep& step) { return write(after, word_of(after.state), step); }
bool DossierStore::step(const WithdrawalCase& after, const PastStep& step) { return write(after, word_of(after.state), step); }

bool DossierStore::write(const CaseHead& h, std::string_view state, const PastStep& s) {
    if (tx_.run("assessment.move_dossier", h.id, h.version, state, h.regime, h.recognition, h.last_on, h.received_on, h.due_on, h.steps, s.at) != 1)
        return false;
    const StepForm& f = s.said;
    tx_.run("assessment.add_dossier_step", h.id, s.sequence, s.action, s.to, f.on, s.holder, f.paper.number, f.paper.day, f.paper.signer,
            word_of(f.paper.via), f.from, f.until, number_of(f.vote, &Vote::present), number_of(f.vote, &Vote::in_favour),
            number_of(f.vote, &Vote::against), number_of(f.vote, &Vote::needed),
            f.conclusion ? word_of(*f.conclusion) : std::string_view(), s.provisional, f.note, f.due_on,
            s.receipt ? std::optional(s.receipt->year) : std::nullopt, s.receipt ? std::optional(s.receipt->number) : std::nullopt,
            s.at, s.by);
    for (std::size_t i = 0; i < f.requests.size(); ++i)
        tx_.run("assessment.add_dossier_request", h.id, s.sequence, static_cast<int>(i + 1), f.requests[i]);
    return true;
}

std::optional<LatestResult> latest_result(Tx& tx, const UnitId& unit, const std::string& set, Instant as_of) {
    const auto rows = tx.query("assessment.latest_result", unit, set, as_of);
    if (rows->empty()) return std::nullopt;
    const sql::Row& row = rows->front();
    LatestResult result{static_cast<int>(row.integer("year")), row.word<Verdict>("verdict"), static_cast<int>(row.integer("met")),
                        static_cast<int>(row.integer("criteria")), row.flag("provisional"), row.text("paper_number"), {}};
    const auto criteria = tx.query("assessment.result_criteria", row.text("sheet_id"), row.integer("sequence"));
    for (const sql::Row& each : *criteria) result.criteria.emplace_back(each.text("criterion"), each.word<Verdict>("verdict"));
    return result;
}

}    // namespace cs::assessment
