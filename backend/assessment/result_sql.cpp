#include "assessment/store.hpp"
#include "base/digest.hpp"
#include "platform/sql/sql.hpp"

namespace cs::assessment {
namespace {

Receipt receipt_of(const sql::Row& row) {
    return {static_cast<int>(row.integer("year")), row.integer("number"), row.text("kind"), row.text("object_id"),
            row.text("content"), row.text("digest"), row.instant("at"), row.maybe_id<PersonId>("given_to")};
}

Submission submission_of(const sql::Row& row) {
    return {static_cast<int>(row.integer("sequence")), receipt_of(row),
            {row.text("paper_number"), row.day("paper_day"), row.text("signer"), row.word<Via>("via"), row.maybe_text("signed_copy")},
            row.is_null("withdrawn_at") ? std::nullopt : std::optional(row.instant("withdrawn_at"))};
}

AppraisedResult result_of(const sql::Row& row) {
    ResultHead head{static_cast<int>(row.integer("sequence")), row.word<criteria::Verdict>("verdict"), static_cast<int>(row.integer("met")),
                    static_cast<int>(row.integer("criteria")), row.flag("provisional"), row.instant("given_at"),
                    row.is_null("reopened_at") ? std::nullopt : std::optional(row.instant("reopened_at"))};
    const std::string day = row.text("paper_day");
    return {head, row.text("content"), row.text("report"), row.text("digest"), row.text("paper_number"), parse_day(day),
            row.text("note"), row.maybe_id<PersonId>("given_by"), {}};
}

}    // namespace

std::vector<Submission> SheetStore::submissions(const SheetId& id) const {
    std::vector<Submission> all;
    const auto rows = tx_.query("assessment.submissions", id);
    for (const sql::Row& row : *rows) all.push_back(submission_of(row));
    return all;
}

void SheetStore::add(const SheetId& id, const Submission& s) {
    tx_.run("assessment.add_submission", id, s.sequence, s.receipt.year, s.receipt.number, s.paper.number, s.paper.day,
            s.paper.signer, word_of(s.paper.via), s.paper.signed_copy);
}

void SheetStore::withdraw_last(const SheetId& id, Instant at) { tx_.run("assessment.withdraw_submission", id, at); }

std::vector<AppraisedResult> SheetStore::results(const SheetId& id) const {
    std::vector<AppraisedResult> all;
    const auto rows = tx_.query("assessment.results", id);
    for (const sql::Row& row : *rows) all.push_back(result_of(row));
    const auto criteria = tx_.query("assessment.criteria_of_results", id);
    for (const sql::Row& row : *criteria)
        for (AppraisedResult& result : all)
            if (result.head.sequence == row.integer("sequence"))
                result.criteria.push_back({row.text("criterion"), row.word<criteria::Verdict>("verdict")});
    return all;
}

void SheetStore::add(const SheetId& id, const AppraisedResult& r) {
    tx_.run("assessment.add_result", id, r.head.sequence, word_of(r.head.verdict), r.head.met, r.head.of, r.head.provisional,
            r.content, r.report, r.digest, r.paper_number, r.paper_day ? to_text(*r.paper_day) : "", r.note, r.head.given_at,
            r.given_by);
    std::vector<std::vector<sql::Value>> rows;
    for (const CriterionResult& c : r.criteria)
        rows.push_back({sql::value(id), sql::value(r.head.sequence), sql::value(c.criterion), sql::value(word_of(c.verdict))});
    tx_.bulk("assessment.add_criterion_result", rows);
}

void SheetStore::reopen_last(const SheetId& id, Instant at) { tx_.run("assessment.reopen_result", id, at); }

Receipt ReceiptStore::give(const std::string& kind, const std::string& object, const std::string& content, Instant at,
                           const std::optional<PersonId>& to) {
    const int year = static_cast<int>(legal_day(at).year());
    const std::int64_t number = tx_.query_under_lock("receipt", "assessment.last_receipt", year)->front().integer("number") + 1;
    const Receipt receipt{year, number, kind, object, content, digest(content), at, to};
    tx_.run("assessment.add_receipt", year, number, kind, object, content, receipt.digest, at, to);
    return receipt;
}

std::optional<Receipt> ReceiptStore::find(int year, std::int64_t number) const {
    const auto rows = tx_.query("assessment.receipt", year, number);
    return rows->empty() ? std::nullopt : std::optional(receipt_of(rows->front()));
}

}    // namespace cs::assessment
