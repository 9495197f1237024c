// Criteria sets in storage: versions kept for ever, confirmations appended, every command journalled once.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "audit/catalogue.hpp"
#include "contract/access_fixture.hpp"
#include "criteria/commands.hpp"
#include "criteria/evaluation.hpp"
#include "criteria/values_csv.hpp"

using namespace cs;
using namespace cs::criteria;
using namespace cs::test;

namespace {

const std::string commune_set = "xa-ntm-2021-2025";

std::string yaml_with(const std::string& threshold, const std::string& more = "") {
    return "schema_version: 1\nid: bo-thu\ntitle: Bộ thử\ncriteria:\n- 'no': '1'\n  name: Một\n  indicators:\n"
           "  - {no: '1.1', name: a, kind: percent, unit: '%', threshold: {mode: national, value: " + threshold + "}, confidence: memory-low}\n"
           "  - {no: '1.2', name: b, kind: count, threshold: {mode: by_region, regions: {DBSH: 5, BTB: null}}, confidence: memory-low}\n"
           "  - {no: '1.3', name: c, kind: boolean, comparator: is_true, threshold: {mode: unknown}, confidence: unknown}\n"
           "  - {no: '1.4', name: d, kind: money, threshold: {mode: by_region_year, years: {2024: {DBSH: 59}}}, confidence: memory-low}\n" + more;
}

access::Actor person_with(Database& db, FrozenClock& clock, access::Role role) {
    People people{db, clock};
    return people.actor(people.add(std::string(access::word(role)), role));
}

access::Actor coordinator(Database& db, FrozenClock& clock) { return person_with(db, clock, access::Role::province_coordinator); }

std::string codes(const Refusal& refusal) {
    std::string all = refusal.code;
    for (const Fault& fault : refusal.faults) all += " " + fault.where + "=" + fault.code;
    return all;
}

template <class Work>
auto must(Database& db, const Work& work) {
    auto result = db.write(work);
    if (!result) MESSAGE(codes(result.error()));
    REQUIRE(result);
    return *std::move(result);
}

template <class Work>
std::string no(Database& db, const Work& work) {
    const auto result = db.write(work);
    REQUIRE_FALSE(result);
    return codes(result.error());
}

std::size_t journalled(Database& db, const std::string& set) {
    return db.read([&](Tx& tx) { return audit::history(tx, "criteria_set", set, 100).entries.size(); });
}

Loading loaded(Database& db, const Clock& clock, const access::Actor& actor, const std::string& yaml) {
    return must(db, [&](Tx& tx) { return load_set(tx, clock.now(), actor, yaml, "ghi chú"); });
}

const Paper paper{"Quyết định minh họa", "01/QĐ-MH", Day(std::chrono::year(2022) / 3 / 8), "unknown"};

ConfirmThreshold printed(const std::string& indicator) { return {indicator, {}, {}, {}, paper, {}, "đã đối chiếu"}; }

// The verdict of indicator 1.1 with 80 under a version.
UnitVerdict judged(Database& db, std::optional<std::int64_t> number) {
    return db.read([&](Tx& tx) {
        const Standing of = *standing(tx, "bo-thu", number);
        const Plan plan = *compile(of.ground(), {}, "DBSH", 2024, false);
        const auto units = *read_values(plan, "unit,indicator,value,value_male,value_female,applicable\nA,1.1,80,,,\n");
        UnitVerdict verdict = judge(plan, units.front());
        verdict.criteria.clear();    // they point into what ends here
        return verdict;
    });
}

}    // namespace

TEST_CASE("the shipped sets are loaded once, each with its journal entry") {
    for_each_database([](Database& db, FrozenClock& clock) {
        CHECK(must(db, [&](Tx& tx) { return load_shipped(tx, clock.now()); }) == 12);
        CHECK(must(db, [&](Tx& tx) { return load_shipped(tx, clock.now()); }) == 0);
        const auto all = db.read([](Tx& tx) { return CriteriaStore(tx).latest(); });
        CHECK(all.size() == 12);
        CHECK(journalled(db, commune_set) == 1);
        const Standing of = db.read([](Tx& tx) { return *standing(tx, commune_set); });
        std::ifstream file("law/criteria/xa_ntm_2021_2025.yaml", std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        CHECK(of.version.yaml == bytes.str());
        const Counts how_sure = counts(of);
        CHECK(how_sure.indicators == 57);
        CHECK(how_sure.verified == 4);
        CHECK(how_sure.unknown == 7);    // 15.3, 16 and what the province has not decided
        CHECK(how_sure.unconfirmed == 46);
    });
}

TEST_CASE("a new version keeps the old one, says what changed, and what was judged keeps its version") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const auto actor = coordinator(db, clock);
        CHECK(loaded(db, clock, actor, yaml_with("80")).version.number == 1);
        const Loading second = loaded(db, clock, actor, yaml_with("85"));
        CHECK(second.version.number == 2);
        REQUIRE(second.changes.size() == 1);
        CHECK(second.changes.front() == DiffLine{"criteria[1].indicators[1.1].threshold.value", Difference::changed, "80", "85"});
        CHECK(judged(db, 1).verdict == Verdict::undetermined);
        CHECK(judged(db, 1).provisional == false);
        CHECK(db.read([](Tx& tx) { return standing(tx, "bo-thu", 1)->set->find("1.1")->threshold.value->text; }) == "80");
        CHECK(db.read([](Tx& tx) { return standing(tx, "bo-thu")->set->find("1.1")->threshold.value->text; }) == "85");
        CHECK(db.read([](Tx& tx) { return CriteriaStore(tx).versions("bo-thu"); }).front().loaded_by_name == "Người province_coordinator");
        CHECK(journalled(db, "bo-thu") == 2);
    });
}

TEST_CASE("the same bytes again, a file with faults, an index and a stranger load nothing") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const auto actor = coordinator(db, clock);
        loaded(db, clock, actor, yaml_with("80"));
        const auto load = [&](const access::Actor& by, const std::string& yaml) {
            return no(db, [&](Tx& tx) { return load_set(tx, clock.now(), by, yaml, ""); });
        };
        CHECK(load(actor, yaml_with("80")) == "criteria.same_version");
        CHECK(load(actor, yaml_with("nhiều")).starts_with("criteria.set_refused criteria[0].indicators[0].threshold.value=criteria.threshold_kind"));
        CHECK(load(actor, "sets: []\n") == "criteria.set_refused =criteria.is_index");
        CHECK(load(access::Actor{}, yaml_with("85")) == "access.not_signed_in");
        CHECK(load(person_with(db, clock, access::Role::administrator), yaml_with("85")) == "access.not_your_role");
        CHECK(load(person_with(db, clock, access::Role::unit_clerk), yaml_with("85")) == "access.not_your_role");
        CHECK(db.read([](Tx& tx) { return CriteriaStore(tx).versions("bo-thu").size(); }) == 1);
        CHECK(journalled(db, "bo-thu") == 1);
    });
}

TEST_CASE("a dry run says what loading would do and stores nothing") {
    for_each_database([](Database& db, FrozenClock& clock) {
        loaded(db, clock, coordinator(db, clock), yaml_with("80"));
        const Loading planned = *db.read([](Tx& tx) { return plan_loading(tx, yaml_with("85")); });
        CHECK(planned.version.number == 2);
        CHECK(planned.changes.size() == 1);
        CHECK(db.read([](Tx& tx) { return CriteriaStore(tx).versions("bo-thu").size(); }) == 1);
    });
}

TEST_CASE("the program does not override a version that an officer loaded") {
    for_each_database([](Database& db, FrozenClock& clock) {
        must(db, [&](Tx& tx) { return load_shipped(tx, clock.now()); });
        Standing of = db.read([](Tx& tx) { return *standing(tx, commune_set); });
        loaded(db, clock, coordinator(db, clock), of.version.yaml + "# bản của tỉnh\n");
        CHECK(must(db, [&](Tx& tx) { return load_shipped(tx, clock.now()); }) == 0);
        CHECK(db.read([](Tx& tx) { return standing(tx, commune_set)->version.number; }) == 2);
    });
}

TEST_CASE("the operator of the machine loads a version from the command line, and the program does not override it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        must(db, [&](Tx& tx) { return load_shipped(tx, clock.now()); });
        const Standing of = db.read([](Tx& tx) { return *standing(tx, commune_set); });
        const audit::By machine{std::nullopt, "operator", std::nullopt};
        must(db, [&](Tx& tx) { return load_set(tx, clock.now(), machine, of.version.yaml + "# của tỉnh\n", "lệnh"); });
        CHECK(must(db, [&](Tx& tx) { return load_shipped(tx, clock.now()); }) == 0);
        const auto entries = db.read([](Tx& tx) { return audit::history(tx, "criteria_set", commune_set, 10).entries; });
        CHECK(entries.front().by.role == "operator");
        CHECK(entries.front().entry.note == "lệnh");
    });
}

TEST_CASE("a confirmation settles the verdict; a later one counts; both stay in the journal") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const auto actor = coordinator(db, clock);
        loaded(db, clock, actor, "id: bo-thu\ntitle: t\ncriteria:\n- {no: '1', name: a, indicators: [{no: '1.1', name: a, kind: percent, unit: '%',"
                                 " threshold: {mode: national, value: 80}, confidence: memory-low}]}\n");
        CHECK(judged(db, {}).provisional);
        must(db, [&](Tx& tx) { return confirm_threshold(tx, clock.now(), actor, "bo-thu", printed("1.1")); });
        CHECK(judged(db, {}).verdict == Verdict::met);
        CHECK_FALSE(judged(db, {}).provisional);
        ConfirmThreshold corrected = printed("1.1");
        corrected.threshold = "85,0";
        CHECK(must(db, [&](Tx& tx) { return confirm_threshold(tx, clock.now(), actor, "bo-thu", corrected); }).what.value == "85");
        CHECK(judged(db, {}).verdict == Verdict::not_met);
        const auto entries = db.read([](Tx& tx) { return audit::history(tx, "criteria_set", "bo-thu", 10).entries; });
        REQUIRE(entries.size() == 3);
        CHECK(entries.front().entry.event == audit::Event::threshold_confirmed);
        CHECK(entries.front().by.role == "province_coordinator");
        const auto& changes = entries.front().entry.changes;
        const auto threshold = std::find_if(changes.begin(), changes.end(), [](const audit::Change& c) { return c.field == "threshold"; });
        REQUIRE(threshold != changes.end());
        CHECK(threshold->from == "as printed");
        CHECK(threshold->to == "85");
    });
}

TEST_CASE("a new version carries over what it does not change, and asks again for what it does") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const auto actor = coordinator(db, clock);
        loaded(db, clock, actor, yaml_with("80"));
        for (const char* indicator : {"1.1", "1.2"})
            must(db, [&](Tx& tx) { return confirm_threshold(tx, clock.now(), actor, "bo-thu", printed(indicator)); });
        CHECK(loaded(db, clock, actor, yaml_with("85")).carried.size() == 1);
        const Standing of = db.read([](Tx& tx) { return *standing(tx, "bo-thu"); });
        CHECK_FALSE(of.last_of("1.1"));
        REQUIRE(of.last_of("1.2"));
        CHECK(of.last_of("1.2")->carried);
        CHECK(db.read([](Tx& tx) { return standing(tx, "bo-thu", 1)->confirmations.size(); }) == 2);
    });
}

TEST_CASE("every bad confirmation is refused at its field and leaves no trace") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const auto actor = coordinator(db, clock);
        loaded(db, clock, actor, yaml_with("80"));
        const auto confirm = [&](ConfirmThreshold request) {
            return no(db, [&](Tx& tx) { return confirm_threshold(tx, clock.now(), actor, "bo-thu", request); });
        };
        const auto with = [](const std::string& indicator, const std::string& threshold, std::optional<std::string> region = {},
                             std::optional<int> year = {}) {
            ConfirmThreshold request = printed(indicator);
            request.threshold = threshold;
            request.region = std::move(region);
            request.year = year;
            return request;
        };
        const std::string refused = "criteria.confirmation_refused ";
        CHECK(confirm(printed("9.9")) == refused + "indicator=criteria.indicator_unknown");
        CHECK(confirm(printed("1.3")) == refused + "threshold=criteria.nothing_printed");
        CHECK(confirm(with("1.1", "nhiều")) == refused + "threshold=criteria.threshold_kind");
        CHECK(confirm(with("1.1", "101")) == refused + "threshold=criteria.threshold_percent");
        CHECK(confirm(with("1.1", "80", "DBSH")) == refused + "region=criteria.region_not_asked");
        CHECK(confirm(with("1.1", "80", {}, 2024)) == refused + "year=criteria.year_not_asked");
        CHECK(confirm(with("1.2", "6")) == refused + "region=criteria.region_needed");
        CHECK(confirm(with("1.2", "6", "HANOI")) == refused + "region=criteria.region_unknown");
        CHECK(confirm(with("1.4", "60", "DBSH")) == refused + "year=criteria.year_needed");
        CHECK(confirm(with("1.3", "false")) == refused + "threshold=criteria.threshold_false");
        ConfirmThreshold nothing_there = printed("1.2");
        nothing_there.region = "BTB";
        CHECK(confirm(nothing_there) == refused + "threshold=criteria.nothing_printed");
        ConfirmThreshold no_paper = printed("1.1");
        no_paper.paper = {"", " ", Day(std::chrono::year(2099) / 1 / 1), ""};
        CHECK(confirm(no_paper) == refused + "instrument=criteria.paper_missing number=criteria.paper_missing signer=criteria.paper_missing day=criteria.paper_in_future");
        CHECK(no(db, [&](Tx& tx) { return confirm_threshold(tx, clock.now(), actor, "khong-co", printed("1")); }) == "criteria.set_unknown");
        CHECK(journalled(db, "bo-thu") == 1);
        CHECK(db.read([](Tx& tx) { return standing(tx, "bo-thu")->confirmations.size(); }) == 0);
    });
}

TEST_CASE("one paper confirms a whole set, except what nobody printed") {
    for_each_database([](Database& db, FrozenClock& clock) {
        must(db, [&](Tx& tx) { return load_shipped(tx, clock.now()); });
        const auto actor = coordinator(db, clock);
        const auto made = must(db, [&](Tx& tx) {
            return confirm_by_paper(tx, clock.now(), actor, commune_set, ConfirmByPaper{{"*"}, paper, "UBND tỉnh", "minh họa"});
        });
        CHECK(made.confirmed.size() == 50);
        CHECK(made.open == std::vector<std::string>{"2.1", "2.2", "2.3", "2.4", "6.1", "15.3", "16"});
        const Standing of = db.read([](Tx& tx) { return *standing(tx, commune_set); });
        CHECK(counts(of).confirmed == 50);
        CHECK(of.confirmations.front().by_paper == made.paper);
        CHECK(journalled(db, commune_set) == 2);
    });
}

TEST_CASE("a paper naming an unknown indicator, an unprinted threshold or nothing is refused whole") {
    for_each_database([](Database& db, FrozenClock& clock) {
        must(db, [&](Tx& tx) { return load_shipped(tx, clock.now()); });
        const auto actor = coordinator(db, clock);
        const auto by_paper = [&](std::vector<std::string> indicators, const std::string& set = commune_set) {
            return no(db, [&](Tx& tx) { return confirm_by_paper(tx, clock.now(), actor, set, ConfirmByPaper{indicators, paper, "", ""}); });
        };
        CHECK(by_paper({"10", "99", "16"}) ==
              "criteria.confirmation_refused indicators[1]=criteria.indicator_unknown indicators[2]=criteria.nothing_printed");
        CHECK(by_paper({}) == "criteria.confirmation_refused indicators=criteria.no_indicators_named");
        CHECK(by_paper({"*"}, "khu-dan-cu-kieu-mau-template") == "criteria.not_a_set");
        CHECK(journalled(db, commune_set) == 1);
        CHECK(db.read([](Tx& tx) { return standing(tx, commune_set)->confirmations.size(); }) == 0);
    });
}

TEST_CASE("a set or version nobody loaded is refused, and the model set finds the set its formula names") {
    for_each_database([](Database& db, FrozenClock& clock) {
        must(db, [&](Tx& tx) { return load_shipped(tx, clock.now()); });
        CHECK(db.read([](Tx& tx) { return standing(tx, "khong-co").error().code; }) == "criteria.set_unknown");
        CHECK(db.read([](Tx& tx) { return standing(tx, commune_set, 7).error().code; }) == "criteria.version_unknown");
        const auto others = db.read([](Tx& tx) { return others_of(tx, *standing(tx, "xa-ntm-kieu-mau-2021-2025")); });
        CHECK(others.contains("xa-ntm-nang-cao-2021-2025"));
    });
}
