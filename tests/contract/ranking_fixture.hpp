#pragma once
// A March of three communes on its way from the last settled sheet to what the public reads.
#include "contract/scoring_fixture.hpp"
#include "ranking/commands.hpp"

namespace cs::test {

using ranking::Closing;
using scoring::StagePaper;

struct March : Scoring {
    access::Actor officer;    // a second person of the holder

    March(Database& d, FrozenClock& c) : Scoring(d, c), officer(person("cv.tdkt", access::Role::commendation_officer, "TH1", access::Scope::subtree)) {
        begin(wanted({"self", "council"}));
    }
    std::vector<std::pair<std::string, std::string>> units() const { return {{"TH11", "38"}, {"TH12", "40"}, {"TH13", "30"}}; }
    const access::Actor& clerk_of(const std::string& code) const { return code == "TH11" ? clerk : code == "TH12" ? other_clerk : third_clerk; }

    // Everybody sends, the council takes over what they say and that nobody owes anything, tells them, and nobody objects.
    void settle_all() {
        std::vector<scoring::ScoreSheetId> ids;
        for (const auto& [code, a] : units()) {
            sent_in(clerk_of(code), code, a);
            REQUIRE(score(secretary, whole(code, a)));
            ids.push_back(scores.at(code));
            const scoring::ScoreFact no_debt{0, scoring::FactKind::knock_out, "debt", scoring::UnitFact::Is::no, "0", "Không còn nợ đọng", minutes("8/XN")};
            REQUIRE(as(secretary, [&](const Moment& m) { return scoring::record_score_fact(m, ids.back(), no_debt); }));
        }
        REQUIRE(as(secretary, [&](const Moment& m) { return scoring::confirm_scores(m, march, ids, minutes("8/BB")); }));
        REQUIRE(as(secretary, [&](const Moment& m) { return scoring::announce_scores(m, march, ids, minutes("9/TB")); }));
        const auto done = as(secretary, [&](const Moment& m) { return scoring::settle_scores(m, march, ids); });
        if (!done) MESSAGE(told(done.error()));
        REQUIRE(done);
    }
    auto closing_by(const StagePaper& paper = minutes("10/BB")) {
        return [this, paper](const Moment& m) { return ranking::close_ranking(m, march, paper, "0.1.0"); };
    }
    Closing closed() {
        settle_all();
        const auto made = as(secretary, closing_by());
        if (!made) MESSAGE(told(made.error()));
        REQUIRE(made);
        return *made;
    }
    static ranking::PublicationForm shows(int ranks_to, bool klass = false, bool total = true) { return {{total, klass, ranks_to}, minutes("11/TB")}; }
    Closing published() {
        const Closing c = closed();
        REQUIRE(as(secretary, [&](const Moment& m) { return ranking::propose_publication(m, c.id, shows(1)); }));
        const auto out = as(officer, [&](const Moment& m) { return ranking::publish(m, c.id); });
        if (!out) MESSAGE(told(out.error()));
        REQUIRE(out);
        return *out;
    }
    std::string all_of_it() const { return scored() + std::to_string(number(db, "select coalesce(sum(version), 0) as n from ranking_closing")); }
    template <class Work>
    std::string no(const access::Actor& actor, const Work& work) {
        const std::string before = all_of_it();
        const std::string said = refused_as(actor, work);
        CHECK(all_of_it() == before);
        return said;
    }
};

}    // namespace cs::test
