#include "assessment/dossier_receipt.hpp"
#include "base/digest.hpp"
#include "platform/sql/sql.hpp"

namespace cs::assessment {
namespace {

std::string content_of(const Dossier& d, const PastStep& s) {
    return d.id.text() + "\n" + d.unit.text() + "\n" + std::string(word_of(d.standing)) + " " + d.area + " " + std::to_string(d.year) + "\n" +
           s.action + "\n" + s.said.paper.number + "\n" + to_text(s.said.on) + "\n" + s.said.paper.signer + "\n" + s.said.note + "\n";
}

}    // namespace

ReceiptNumber give_receipt(Tx& tx, const Dossier& dossier, const PastStep& step) {
    const std::string content = content_of(dossier, step);
    const int year = static_cast<int>(legal_day(step.at).year());
    tx.lock("receipt");
    const std::int64_t number = tx.query("assessment.last_dossier_receipt", year)->front().integer("number") + 1;
    tx.run("assessment.add_dossier_receipt", year, number, "dossier", dossier.id, content, digest(content), step.at, step.by);
    return {year, number};
}

}    // namespace cs::assessment
