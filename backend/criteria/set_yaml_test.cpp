#include "criteria/set_yaml.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "criteria/criteria_fixture.hpp"
#include "criteria/grammar.hpp"

using namespace cs;
using namespace cs::criteria;
using namespace cs::criteria::test;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

CriteriaSet shipped(const std::string& file) {
    auto set = read_set(bytes_of("law/criteria/" + file));
    if (!set)
        for (const Fault& f : set.error().faults) MESSAGE(file << ":" << f.line << ": " << f.where << " " << f.code);
    REQUIRE(set);
    return *std::move(set);
}

std::size_t indicators(const CriteriaSet& set) {
    std::size_t n = 0;
    for (const Criterion& criterion : set.criteria) n += criterion.indicators.size();
    return n;
}

// Line 8 of every trial is its first indicator.
const std::string good = "- {no: '1.1', name: a, kind: count, threshold: {mode: national, value: 1}, confidence: memory-low}\n";
std::string refused(const std::string& indicator, const std::string& heading = "") { return faults(read_set(set_of(indicator, heading))); }

}    // namespace

TEST_CASE("every shipped file is read, and what is no set says what it is") {
    const std::map<std::string, std::pair<Document, std::size_t>> files = {
        {"huyen_ntm_2021_2025.yaml", {Document::set, 36}},
        {"huyen_ntm_kieu_mau_2021_2025.yaml", {Document::set, 3}},
        {"huyen_ntm_nang_cao_2021_2025.yaml", {Document::set, 38}},
        {"index.yaml", {Document::index, 0}},
        {"khu_dan_cu_kieu_mau_template.yaml", {Document::model, 10}},
        {"quy_trinh_cong_nhan_18_2022.yaml", {Document::procedure, 0}},
        {"thi_dua_547_bac_ninh.yaml", {Document::movement, 21}},
        {"thi_xa_thanh_pho_hoan_thanh_ntm_2021_2025.yaml", {Document::set, 4}},
        {"tinh_hoan_thanh_ntm_2021_2025.yaml", {Document::set, 5}},
        {"xa_ntm_2021_2025.yaml", {Document::set, 57}},
        {"xa_ntm_2026_2030.yaml", {Document::set, 0}},
        {"xa_ntm_kieu_mau_2021_2025.yaml", {Document::set, 4}},
        {"xa_ntm_nang_cao_2021_2025.yaml", {Document::set, 75}}};
    std::size_t found = 0;
    for (const auto& entry : std::filesystem::directory_iterator("law/criteria")) {
        const std::string name = entry.path().filename().string();
        REQUIRE_MESSAGE(files.contains(name), name);
        const auto& [document, count] = files.at(name);
        const CriteriaSet set = shipped(name);
        CHECK_MESSAGE(set.document == document, name);
        CHECK_MESSAGE(indicators(set) == count, name);
        if (document != Document::set)
            CHECK(faults(read_evaluable_set(bytes_of(entry.path()))) == "criteria.is_" + std::string(word(document)) + "@1");
        ++found;
    }
    CHECK(found == files.size());
}

TEST_CASE("every field of the commune set is understood") {
    const CriteriaSet set = shipped("xa_ntm_2021_2025.yaml");
    CHECK(set.legal_instrument == "Quyết định 318/QĐ-TTg ngày 08/3/2022, Phụ lục I");
    CHECK(set.effective_from == parse_day("2022-03-08"));
    CHECK(set.last_day() == parse_day("2026-02-14"));    // the day before its successor
    CHECK(set.regions.size() == 7);
    CHECK(set.knows_region("DBSH"));
    CHECK_FALSE(set.knows_region("NHOM1"));
    CHECK(shipped("xa_ntm_2026_2030.yaml").knows_region("NHOM1"));
    CHECK(set.find("10")->threshold.at("DBSH", 2024)->text == "59");
    CHECK_FALSE(set.find("10")->threshold.at("DBSH", 2026));
    CHECK(set.find("11")->threshold.at("DBSH", 2024)->text == "2.5");
    CHECK_FALSE(set.find("11")->threshold.at("BTB", 2024));
    CHECK_FALSE(set.find("2.1")->threshold.at("DBSH", 2024));
    CHECK(set.find("2.1")->threshold.hint == "100");
    CHECK(set.find("5")->alt_rules.at(0).threshold.text == "50");
    CHECK(set.find("5")->alt_rules.at(0).facts.at(0).fact == "@so_truong");
    CHECK(set.find("12.1")->both_sexes);
    CHECK(set.find("13.4")->if_present);
    CHECK(set.find("14.1#1")->confidence == Confidence::verified);    // inherited
    CHECK(set.find("14.1#4")->name == "Xóa mù chữ");
    CHECK_FALSE(set.find("14.1#5"));
    CHECK(set.criteria.at(18).department == "Bộ CHQS tỉnh; Công an tỉnh");
    const CriteriaSet model = shipped("xa_ntm_kieu_mau_2021_2025.yaml");
    CHECK(model.find("1")->requires_set == "xa-ntm-nang-cao-2021-2025");
    CHECK(model.find("2")->formula->set == "xa-ntm-nang-cao-2021-2025");
    CHECK(model.find("4")->options.size() == 8);
    CHECK(model.find("3")->sub_criteria_set == "province_decides");
    CHECK(shipped("huyen_ntm_2021_2025.yaml").find("D1")->threshold.value->text == "80");
}

TEST_CASE("malformed YAML is refused with its line") {
    CHECK(faults(read_set("id: a\ntitle: [b\n")).starts_with("criteria.yaml_malformed@"));
    CHECK(faults(read_set("- a\n- b\n")) == "criteria.not_a_map@1");
    CHECK(faults(read_set("")) == "criteria.not_a_map@1");
    CHECK(faults(read_set("id: \xFF\xFE")) == "criteria.not_utf8@0");
    CHECK(faults(read_set(std::string(5 * 1024 * 1024, ' '))) == "criteria.file_too_large@0");
}

TEST_CASE("a file that contains itself, anchors and a second document are refused, and deep nesting does not crash") {
    CHECK(refused(good, "special_rules: &a [*a]\n") == "criteria.alias@4");
    CHECK(refused(good, "special_rules: &a [x]\n") == "criteria.alias@4");
    CHECK(faults(read_set(set_of(good) + "---\nid: b\n")) == "criteria.second_document@9");
    CHECK(faults(read_set("id: " + std::string(100'000, '['))).starts_with("criteria.yaml_malformed@"));
}

TEST_CASE("an unknown key is refused with its line and the key it may have meant") {
    const auto set = read_set(set_of("- no: '1.1'\n  name: a\n  kind: count\n  treshold: {mode: national, value: 1}\n"));
    REQUIRE_FALSE(set);
    CHECK(set.error().faults.at(0).code == "criteria.unknown_key_near");
    CHECK(set.error().faults.at(0).line == 11);
    CHECK(set.error().faults.at(0).where == "criteria[0].indicators[0].treshold");
    CHECK(set.error().faults.at(0).args.at(1).second == "threshold");
    CHECK(refused(good, "colour: red\n") == "criteria.unknown_key@4");
}

TEST_CASE("a key or a number given twice is refused") {
    CHECK(refused("- {no: '1.1', name: a, name: b, kind: count, threshold: {mode: unknown}}\n") == "criteria.key_twice@8");
    CHECK(refused(good + good) == "criteria.no_twice@9");
    CHECK(faults(read_set(set_of(good) + "- {no: '1', name: b, indicators: []}\n")) == "criteria.no_twice@9");
    CHECK(refused(good, "preconditions: [{no: '1.1', name: a, kind: count, value: 1, confidence: memory-low}]\n") == "criteria.no_twice@9");
}

TEST_CASE("counts that do not add up are refused") {
    CHECK(refused(good, "criteria_total: 2\n") == "criteria.count@4");
    CHECK(refused(good, "indicator_total: 2\n") == "criteria.count@4");
    CHECK(refused(good, "indicators_loaded: 0\nindicator_total: 47\n") == "criteria.count@4");
    CHECK(read_set(set_of(good, "indicators_loaded: 1\nindicator_total: 47\n")));
    CHECK(faults(read_set("id: a\ntitle: b\ncriteria:\n- {no: '1', name: c, indicator_count: 1, indicators: []}\n")) == "criteria.count@4");
    CHECK(faults(read_set("id: a\ntitle: b\ncriteria: []\n")) == "criteria.no_criteria@3");
}

TEST_CASE("verified needs a source that was read") {
    const auto with = [](const std::string& more) {
        return read_set(set_of("- {no: '1.1', name: a, kind: count, threshold: {mode: national, value: 1}, confidence: verified" + more + "}\n"));
    };
    CHECK(faults(with("")) == "criteria.verified_without_source@8");
    CHECK(faults(with(", source: memory")) == "criteria.verified_without_source@8");
    CHECK(with(", source: 'https://x'"));
}

TEST_CASE("a threshold of the wrong kind is refused") {
    const auto with = [](const std::string& kind, const std::string& threshold) {
        const auto set = read_set(set_of("- {no: '1.1', name: a, kind: " + kind + ", threshold: " + threshold + "}\n"));
        return set ? std::string() : faults(set);
    };
    CHECK(with("count", "{mode: national, value: nhiều}") == "criteria.threshold_kind@8");
    CHECK(with("count", "{mode: national, value: [1]}") == "criteria.not_text@8");
    CHECK(with("boolean", "{mode: national, value: 80}") == "criteria.threshold_kind@8");
    CHECK(with("boolean", "{mode: national, value: false}") == "criteria.threshold_false@8");
    CHECK(with("percent, unit: '%'", "{mode: national, value: 101}") == "criteria.threshold_percent@8");
    CHECK(with("percent, unit: '% so với'", "{mode: national, value: 110}").empty());
    CHECK(with("count", "{mode: by_region, regions: {HA_NOI: 1}}") == "criteria.region_unknown@8");
    CHECK(with("count", "{mode: by_region}") == "criteria.missing_key@8");
    CHECK(with("count", "{mode: by_region_year, years: {hai: {DBSH: 1}}}") == "criteria.not_a_year@8");
    CHECK(with("count", "{mode: unknown, value: 5}") == "criteria.unknown_key@8");
    CHECK(with("count", "{value: 5}").starts_with("criteria.missing_key@8"));
    CHECK(with("count", "{mode: sometimes}") == "criteria.unknown_word@8");
    CHECK(with("length", "{mode: unknown}") == "criteria.unknown_word@8");
    CHECK(with("text, scale: [Thấp, Cao]", "{mode: national, value: Vừa}") == "criteria.word_not_in_scale@8");
    CHECK(with("text, scale: [Thấp, thấp]", "{mode: unknown}") == "criteria.scale_twice@8");
    CHECK(with("count, scale: [1, 2]", "{mode: unknown}") == "criteria.scale_kind@8");
    CHECK(with("count, comparator: is_true", "{mode: unknown}") == "criteria.comparator_kind@8");
    CHECK(with("boolean, comparator: '>='", "{mode: unknown}") == "criteria.comparator_kind@8");
    CHECK(with("boolean, both_sexes_must_meet: true", "{mode: unknown}") == "criteria.both_sexes_kind@8");
    CHECK(with("count, both_sexes_must_meet: maybe", "{mode: unknown}") == "criteria.not_true_false@8");
}

TEST_CASE("regions of a set bind its matrices and rules") {
    const std::string heading = "regions: {A: Vùng A}\n";
    CHECK(refused("- {no: '1', name: a, kind: count, threshold: {mode: by_region, regions: {DBSH: 1}}}\n", heading) == "criteria.region_unknown@9");
    CHECK(refused("- {no: '1', name: a, kind: count, threshold: {mode: national, value: 1}, alt_rules: [{when: 'region in [B]', threshold: 2}]}\n",
                  heading) == "criteria.region_unknown@9");
    CHECK(read_set(set_of("- {no: '1', name: a, kind: count, threshold: {mode: by_region, regions: {A: 1}}}\n", heading)));
}

TEST_CASE("heading: missing id and title, bad days, an end before the beginning, another format") {
    CHECK(faults(read_set("criteria: [{no: '1', name: a, indicators: []}]\n")) == "criteria.missing_key@1 criteria.missing_key@1");
    CHECK(refused(good, "issued: 08/03/2022\n") == "criteria.not_a_day@4");
    CHECK(refused(good, "effective_from: '2022-03-08'\neffective_to: '2022-03-07'\n") == "criteria.ends_before_begin@5");
    CHECK(refused(good, "effective_from: '2022-03-08'\nsuperseded_by: {id: b, effective_from: '2022-03-08'}\n") == "criteria.ends_before_begin@5");
    CHECK(faults(read_set("schema_version: 2\nid: a\ntitle: b\ncriteria: [{no: '1', name: a, indicators: []}]\n")) == "criteria.schema_version@1");
    CHECK(faults(read_set("id: Bộ Một\ntitle: b\ncriteria: [{no: '1', name: a, indicators: []}]\n")) == "criteria.bad_id@1");
    CHECK(refused("- {no: '1#1', name: a, kind: count, threshold: {mode: unknown}}\n") == "criteria.bad_no@8");
    CHECK(refused("- {no: '@a', name: a, kind: count, threshold: {mode: unknown}}\n") == "criteria.bad_no@8");
}

TEST_CASE("the rule grammar is closed") {
    const auto rule = parse_alt_rule("region not in [DBSH, DNB] and so_truong <= 3 and @dan_so > 1.5");
    REQUIRE(rule);
    CHECK_FALSE(rule->regions.at(0).inside);
    CHECK(rule->regions.at(0).codes == std::vector<std::string>{"DBSH", "DNB"});
    CHECK(rule->facts.at(0).comparator == Comparator::le);
    CHECK(rule->facts.at(1).fact == "@dan_so");
    for (const char* bad : {"", "region", "region in", "region in []", "region in [A", "region in [A,]", "so_truong", "so_truong <=", "so_truong <= ba",
                            "so_truong <= 3 or x > 1", "so_truong <= 3 and", "not so_truong <= 3", "so_truong != 3", "3 <= so_truong <= 5",
                            "so_truong is_true 1", "so_truong <= 3; drop"})
        CHECK_MESSAGE(!parse_alt_rule(bad), bad);
    CHECK(refused("- {no: '1', name: a, kind: count, threshold: {mode: unknown}, alt_rules: [{when: 'x or y', threshold: 1}]}\n") == "criteria.rule_grammar@8");
    CHECK(refused("- {no: '1', name: a, kind: count, threshold: {mode: unknown}, alt_rules: [{when: 'x > 1'}]}\n") == "criteria.missing_key@8");
}

TEST_CASE("the formula grammar is closed") {
    const auto formula = parse_formula("thu_nhap_xa / nguong(xa-ntm-nang-cao-2021-2025:10, vùng, năm) * 100");
    REQUIRE(formula);
    CHECK(formula->indicator == "10");
    for (const char* bad : {"", "a", "a / b", "a / nguong(b, vùng, năm) * 100", "a / nguong(b:1, vùng, năm)", "a / nguong(b:1, vùng, năm) * 10",
                            "a / nguong(b:1, năm, vùng) * 100", "a / nguong(b:1, vùng, năm) * 100 + 1", "a * nguong(b:1, vùng, năm) / 100"})
        CHECK_MESSAGE(!parse_formula(bad), bad);
    CHECK(refused("- {no: '1', name: a, kind: percent, unit: x, threshold: {mode: unknown}, formula: 'a / b'}\n") == "criteria.formula_grammar@8");
    CHECK(refused("- {no: '1', name: a, kind: boolean, threshold: {mode: unknown}, formula: 'a / nguong(b:1, vùng, năm) * 100'}\n") ==
          "criteria.formula_kind@8");
}

TEST_CASE("every fault of a file is listed, in the order of its lines") {
    CHECK(refused("- {no: '1.1', name: a, kind: count, threshold: {mode: national, value: x}}\n- {no: '1.2', kind: count, threshold: {mode: unknown}, hue: 1}\n",
                  "indicator_total: 3\n") == "criteria.count@4 criteria.threshold_kind@9 criteria.missing_key@10 criteria.unknown_key@10");
}
