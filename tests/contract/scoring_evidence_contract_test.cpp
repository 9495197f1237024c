// A score leans on a file of the unit's store: cited by the unit while it may change the score, seen by whoever sees the sheet.
#include "assessment/evidence_store.hpp"
#include "contract/scoring_fixture.hpp"
#include "scoring/score_evidence.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::test;

namespace {

EvidenceId stored(Scoring& s, const std::string& code) {
    const EvidenceId id = EvidenceId::born(s.now());
    s.must([&](Tx& tx) -> Result<bool> {
        EvidenceStore(tx).add({id, s.unit(code), "Biên bản nghiệm thu", "bien-ban.pdf", "application/pdf", 10, std::string(64, 'a'), {}, {}, s.now(), s.now(), s.clerk.person});
        return true;
    });
    return id;
}

}    // namespace

TEST_CASE("a unit cites its evidence while it may change the score, and nobody else does") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        const EvidenceId own = stored(s, "TH11"), foreign = stored(s, "TH12");
        const ScoreSheetId& id = s.scores.at("TH11");
        const auto cite = [&](const std::string& leaf, const EvidenceId& file) { return [&, leaf, file](const Moment& m) { return cite_for_score(m, id, leaf, file); }; };
        CHECK(s.refused_as(s.clerk, cite("zz", own)) == "score.leaf_unknown");
        CHECK(s.refused_as(s.clerk, cite("a", foreign)) == "evidence.unknown");
        CHECK(s.refused_as(s.district, cite("a", own)) == "access.not_your_unit");
        CHECK(s.refused_as(s.other_clerk, cite("a", own)) == "score.sheet_unknown");
        REQUIRE(s.as(s.clerk, cite("a", own)));
        CHECK(s.refused_as(s.clerk, cite("a", own)) == "score.cited_already");
        CHECK(count(db, "score_citation") == 1);
        const auto uncite = [&](const std::string& leaf) { return [&, leaf](const Moment& m) { return uncite_for_score(m, id, leaf, own); }; };
        CHECK(s.refused_as(s.clerk, uncite("b")) == "score.not_cited");
        REQUIRE(s.as(s.clerk, uncite("a")));
        REQUIRE(s.as(s.clerk, cite("a", own)));
        s.sent_in(s.clerk, "TH11");
        CHECK(s.refused_as(s.clerk, cite("b", own)) == "score.cells_locked");
        CHECK(s.refused_as(s.clerk, uncite("a")) == "score.cells_locked");
        REQUIRE(s.score(s.district, s.whole("TH11")));
        REQUIRE(s.as(s.district, [&](const Moment& m) { return return_score_items(m, id, {{"b", "Bổ sung minh chứng", 2025y / 3 / 9}}); }));
        CHECK(s.as(s.clerk, cite("b", own)));    // the paper that was missing
    });
}
