#include "law/law.hpp"

#include <doctest/doctest.h>
#include <unicode/calendar.h>

#include "law/testing.hpp"

using namespace cs;
using namespace cs::law;
using namespace std::chrono_literals;

namespace {

const std::string instruments_head = "key|number|title|issued|from|until|source|confidence\n";
const std::string clauses_head = "key|place|title|instrument|from|until|source|confidence\n";

std::string read_clauses(const std::string& instruments, const std::string& clauses) {
    std::vector<Fault> faults;
    Clauses::read(tsv(instruments_head + instruments), tsv(clauses_head + clauses), faults);
    return found(faults);
}

const std::string decree = "nd|Nghị định 1|Tên|2023-12-01|2024-01-01|2025-07-01|memory|memory-low\n";

// Day and month of the lunar calendar; in 2021–2026 the Chinese and the Vietnamese one agree.
bool is_lunar(Day day, int month, int day_of_month) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> lunar(
        icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale("zh@calendar=chinese"), status));
    REQUIRE(U_SUCCESS(status));
    lunar->setTime(1000.0 * static_cast<double>(std::chrono::sys_seconds(std::chrono::sys_days(day)).time_since_epoch().count()),
                   status);
    return lunar->get(UCAL_MONTH, status) == month - 1 && lunar->get(UCAL_IS_LEAP_MONTH, status) == 0 &&
           lunar->get(UCAL_DAY_OF_MONTH, status) == day_of_month;
}

}    // namespace

TEST_CASE("The law files shipped with the program have no fault: one value a day from 2021 to 2026, or a listed gap") {
    const auto law = read_law(embedded_law());
    if (!law)
        for (const Fault& fault : law.error().faults)
            MESSAGE(fault.where << ":" << fault.line << " " << fault.code << " " << (fault.args.empty() ? "" : fault.args[0].second));
    CHECK(law.has_value());
}

TEST_CASE("On each day from 2021 to 2026 each parameter answers a value or the reason of a known gap") {
    const Law& l = law::law();
    for (Day day = coverage_window.from; day < *coverage_window.until; day = plus_days(day, 1))
        for (const std::string& key : l.parameters.keys()) {
            const auto value = l.parameters.value_on(key, day);
            if (!value && find_gap(l.gaps, GapOf::parameter, key, day) == nullptr) FAIL(key << " on " << to_text(day));
        }
}

TEST_CASE("The regime of a dossier is that of its day of receipt") {
    const Regimes& r = law::law().regimes;
    CHECK(r.on("award_law", 2023y / 12 / 31)->key == "award_law.nd91_2017");
    CHECK(r.on("award_law", 2024y / 1 / 1)->key == "award_law.nd98_2023");
    CHECK(r.on("award_law", 2025y / 7 / 1)->key == "award_law.nd152_2025");
    CHECK(r.on("government_structure", 2025y / 6 / 30)->key == "government_structure.three_tier");
    CHECK(r.on("government_structure", 2025y / 7 / 1)->key == "government_structure.two_tier");
    CHECK(r.on("recognition", 2022y / 1 / 1).error().code == "law.regime_not_known");
    CHECK(r.on("personal_data", 2022y / 1 / 1).error().code == "law.regime_not_in_force");
    CHECK(r.on("weather", 2022y / 1 / 1).error().code == "law.regime_family_unknown");
    CHECK(r.on("award_law", 2001y / 1 / 1).error().code == "law.regime_without_row");
}

TEST_CASE("A regime given twice or resting on an unknown instrument is refused") {
    std::vector<Fault> faults;
    const Clauses none = Clauses::read(tsv(instruments_head), tsv(clauses_head), faults);
    Regimes::read(tsv("family|key|name|from|until|instruments|source|confidence|note\n"
                      "f|f.a|Một|2021-01-01|2022-01-01|nd9|memory|memory-low|\n"
                      "f|f.a|Hai|2022-01-01||nd9|memory|memory-low|\n"), none, {}, faults);
    CHECK(found(faults) == "law.instrument_unknown@2 law.key_twice@3 law.instrument_unknown@3");
}

TEST_CASE("A clause is found by its positional key and cited with its instrument") {
    const Clauses& c = law::law().clauses;
    REQUIRE(c.find("kh547.vi_5_2c") != nullptr);
    CHECK(c.citation(*c.find("kh547.vi_5_2c")) == "mục VI.5, đoạn 2, ý 3 Kế hoạch 547/KH-UBND ngày 07/12/2022");
    CHECK(c.find("kh547.iii_2_d1") != nullptr);    // the Plan letters two items "d"
    CHECK(c.find("kh547.iii_2_d2") != nullptr);
    CHECK(c.find("cs.nothing_unconfirmed_decides") != nullptr);
    CHECK(c.find("kh547.ix_1") == nullptr);
}

TEST_CASE("Every instrument can be cited as a whole, and a replaced one is out of force on its last day plus one") {
    const Clauses& c = law::law().clauses;
    const Clause* decree98 = c.find("nd98_2023");
    REQUIRE(decree98 != nullptr);
    CHECK(Clauses::in_force(*decree98, 2025y / 6 / 30));
    CHECK_FALSE(Clauses::in_force(*decree98, 2025y / 7 / 2));
    CHECK_FALSE(Clauses::in_force(*c.find("nd98_2023.art_46"), 2025y / 7 / 2));    // a clause goes with its instrument
    CHECK_FALSE(Clauses::in_force(*c.find("kh547"), 2022y / 12 / 6));
}

TEST_CASE("A clause given twice, of an unknown instrument or outlasting it is refused") {
    CHECK(read_clauses(decree, "nd.a||Một|nd|||memory|memory-low\n") == "");
    CHECK(read_clauses(decree + decree, "") == "law.key_twice@3");
    CHECK(read_clauses(decree, "nd.a||Một|nd|||memory|memory-low\nnd.a||Hai|nd|||memory|memory-low\n") == "law.key_twice@3");
    CHECK(read_clauses(decree, "x.a||Một|x|||memory|memory-low\n") == "law.instrument_unknown@2");
    CHECK(read_clauses(decree, "nd.a||Một|nd||2026-01-01|memory|memory-low\n") == "law.clause_outside_instrument@2");
    CHECK(read_clauses(decree, "nd.a||Một|nd|2023-01-01||memory|memory-low\n") == "law.clause_outside_instrument@2");
    CHECK(read_clauses(decree, "nd.a|||nd|||memory|memory-low\n") == "law.cell_empty@2");
}

TEST_CASE("A faulty law file is refused as a whole with every fault of every file") {
    LawTexts texts = embedded_law();
    texts.glossary = "vietnamese\tcode\tenglish\tnote\nxã\tcommune\tcommune\t\nXÃ\tcommune\t\t\n";
    texts.holidays = "nothing";
    const auto law = read_law(texts);
    REQUIRE(!law);
    CHECK(law.error().code == "law.files_faulty");
    const std::string all = found(law.error().faults);
    CHECK(all.starts_with("law.bad_header@1 "));
    CHECK(all.ends_with("law.cell_empty@3 law.key_twice@3 law.term_twice@3"));
}

TEST_CASE("The glossary answers in both directions, whatever the case of the Vietnamese term") {
    const Glossary& g = law::law().glossary;
    CHECK(g.of_code("provisional")->vietnamese == "tạm tính, chưa đối chiếu văn bản");
    CHECK(g.of_vietnamese("Kết quả thẩm định")->code == "appraised_result");
    CHECK(g.of_code("no_such_word") == nullptr);
}

TEST_CASE("Tết and the Hùng Kings' day stand on their lunar days") {
    for (const auto& [day, special] : law::law().calendar.all()) {
        if (special.name == "Tết Nguyên đán, mùng 1") CHECK_MESSAGE(is_lunar(day, 1, 1), to_text(day));
        if (special.name == "Giỗ Tổ Hùng Vương") CHECK_MESSAGE(is_lunar(day, 3, 10), to_text(day));
    }
}

TEST_CASE("Base salary and the province's code change on the right day") {
    const Parameters& p = law::law().parameters;
    CHECK(p.whole_on("award.base_salary", 2026y / 6 / 30) == 2340000);
    CHECK(p.whole_on("award.base_salary", 2026y / 7 / 1) == 2530000);
    CHECK(p.value_on("units.bac_ninh_code", 2025y / 6 / 30)->value == "27");
    CHECK(p.value_on("units.bac_ninh_code", 2025y / 7 / 1)->value == "24");
    CHECK(p.value_on("award.contribution_thresholds", 2023y / 1 / 1).error().code == "law.parameter_not_known");
}
