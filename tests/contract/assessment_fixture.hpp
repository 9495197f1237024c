#pragma once
// A province with a district, three communes and two departments; a set of two criteria; a round; a person for each role.
#include "assessment/commands.hpp"
#include "contract/access_fixture.hpp"
#include "contract/org_fixture.hpp"
#include "criteria/commands.hpp"

namespace cs::test {

using namespace cs::assessment;

inline const std::string review_set = R"(schema_version: 1
id: bo-ra-soat
title: Bộ thử rà soát
regions: {DBSH: Đồng bằng sông Hồng}
criteria:
- 'no': '1'
  name: Giao thông
  indicators:
  - {no: '1.1', name: Đường, kind: percent, unit: '%', threshold: {mode: national, value: 95}, confidence: verified, source: 'https://vi.du/van-ban'}
  - {no: '1.2', name: Chợ, kind: boolean, comparator: is_true, applies_only_if_present: true, threshold: {mode: national, value: true}, confidence: verified, source: 'https://vi.du/van-ban'}
- 'no': '2'
  name: Y tế
  indicators:
  - {no: '2.1', name: Bảo hiểm, kind: percent, unit: '%', both_sexes_must_meet: true, threshold: {mode: national, value: 80}, confidence: memory-low}
)";

inline const std::string review_units =
    "unit,code,name,kind,parent,rural,region,from,until\n"
    ",TH,Tỉnh Thử,province,,,,2021-02-01,\n,TH1,Huyện Thử,district,TH,,,2021-02-01,\n"
    ",TH11,Xã Một,commune,TH1,,DBSH,2021-02-01,\n,TH12,Xã Hai,commune,TH1,,DBSH,2021-02-01,\n,TH13,Xã Ba,commune,TH1,,DBSH,2021-02-01,\n"
    ",TH-GT,Sở Giao thông,provincial_department,TH,,,2021-02-01,\n,TH-YT,Sở Y tế,provincial_department,TH,,,2021-02-01,\n"
    ",TH-P,Phòng Kinh tế,district_room,TH1,,,2021-02-01,\n,XX,Tỉnh Khác,province,,,,2021-02-01,\n";

inline std::string told(const Refusal& refusal) {
    std::string all = refusal.code;
    for (const Fault& fault : refusal.faults) all += " " + fault.where + "=" + fault.code;
    return all;
}

struct Review {
    Database& db;
    FrozenClock& clock;
    People people;
    access::Actor clerk, head, other_clerk, district, transport, health, coordinator, stranger;
    RoundId round{""};
    std::map<std::string, SheetId> sheets;    // by code of the unit

    template <class Work>
    auto must(const Work& work) {
        auto result = db.write(work);
        if (!result) MESSAGE(told(result.error()));
        REQUIRE(result);
        return *std::move(result);
    }

    Review(Database& d, FrozenClock& c, Day today = 2024y / 12 / 10) : db(d), clock(c), people{d, c} {
        clock.travel_to(today);
        must([&](Tx& tx) { return org::import_units(tx, clock.now(), {}, review_units, false); });
        must([&](Tx& tx) { return criteria::load_set(tx, clock.now(), audit::By{}, review_set, ""); });
        using enum access::Role;
        clerk = person("can.bo", unit_clerk, "TH11", access::Scope::own);
        head = person("chu.tich", unit_head, "TH11", access::Scope::own);
        other_clerk = person("can.bo.hai", unit_clerk, "TH12", access::Scope::own);
        district = person("huyen", district_reviewer, "TH1", access::Scope::subtree);
        transport = person("giao.thong", department_verifier, "TH-GT", access::Scope::own);
        health = person("y.te", department_verifier, "TH-YT", access::Scope::own);
        coordinator = person("dieu.phoi", province_coordinator, "TH", access::Scope::subtree);
        stranger = person("tinh.khac", province_coordinator, "XX", access::Scope::subtree);
    }

    Instant now() const { return clock.now(); }
    Day today() const { return legal_day(clock.now()); }
    UnitId unit(const std::string& code) {
        return db.read([&](Tx& tx) { return id_of(tx, code, today()); });
    }
    access::Actor person(const std::string& login, access::Role role, const std::string& code, access::Scope scope) {
        return people.actor(people.add(login, role, unit(code), scope));
    }
    // The refusal as text; nothing of the sheets or the journal has changed.
    template <class Work>
    std::string no(const Work& work) {
        const std::string before = fingerprint();
        const auto result = db.write(work);
        REQUIRE_FALSE(result);
        CHECK(fingerprint() == before);
        return told(result.error());
    }
    std::string fingerprint() const {
        std::string text = people.fingerprint();
        for (const char* table : {"assessment_round", "assessment_extension", "criterion_charge", "assessment_sheet", "assessment_value",
                                  "assessment_item", "assessment_check_paper", "receipt", "assessment_submission", "appraised_result"})
            text += std::string(table) + "=" + std::to_string(count(db, table)) + " ";
        return text + std::to_string(number(db, "select coalesce(sum(version), 0) as n from assessment_sheet")) + " " +
               std::to_string(number(db, "select coalesce(sum(version), 0) as n from assessment_value"));
    }

    NewRound request() {
        return {"bo-ra-soat", std::nullopt, 2024, "Rà soát năm 2024", unit("TH"), org::UnitKind::commune, 2024y / 12 / 1,
                2024y / 12 / 1, 2025y / 1 / 15, "Công văn minh họa số 01"};
    }
    void open(const std::optional<NewRound>& wanted = std::nullopt) {
        const NewRound r = wanted.value_or(request());
        round = must([&](Tx& tx) { return open_round(tx, now(), coordinator, UnitTree(tx), r); }).round.id;
        sheets.clear();
        for (const std::string code : {"TH11", "TH12", "TH13"})
            for (const SheetRow& row : db.read([&](Tx& tx) { return SheetStore(tx).of_round(round); }))
                if (row.sheet.unit == unit(code)) sheets.emplace(code, row.sheet.id);
    }
    void charge(const std::string& criterion, Stage stage, const std::string& root, const std::string& holder, Day from = 2024y / 1 / 1) {
        must([&](Tx& tx) {
            return assign_charge(tx, now(), coordinator, UnitTree(tx),
                                 {"bo-ra-soat", {criterion}, stage, unit(root), unit(holder), from, "QĐ minh họa"});
        });
    }
    const SheetId& sheet(const std::string& code = "TH11") { return sheets.at(code); }
    SheetState state(const std::string& code = "TH11") {
        return db.read([&](Tx& tx) { return SheetStore(tx).find(sheet(code)).value().state; });
    }
    Result<SavedCells> save(const access::Actor& by, const std::vector<CellInput>& cells, const std::string& code = "TH11") {
        return db.write([&](Tx& tx) { return save_cells(tx, now(), by, UnitTree(tx), sheet(code), cells); });
    }
    static SentPaper paper() { return {"15/BC-UBND", Day(2024y / 12 / 9), "Trần Văn Bình", Via::document_system, std::nullopt}; }
    Result<Submission> submit(const access::Actor& by, const SentPaper& with = paper(), const std::string& code = "TH11") {
        return db.write([&](Tx& tx) { return submit_sheet(tx, now(), by, UnitTree(tx), sheet(code), with); });
    }
    Result<Sheet> check(const access::Actor& by, const std::vector<Check>& checks, const std::string& code = "TH11") {
        return db.write([&](Tx& tx) { return check_items(tx, now(), by, UnitTree(tx), sheet(code), checks); });
    }
    // What a good commune says.
    static std::vector<CellInput> good() {
        return {{"1.1", {"98", "", "", std::nullopt, ""}}, {"1.2", {"", "", "", false, ""}}, {"2.1", {"", "85", "90,5", std::nullopt, ""}}};
    }
    void sent(const access::Actor& by, const std::string& code = "TH11") {
        REQUIRE(save(by, good(), code));
        REQUIRE(submit(by, paper(), code));
    }
};

}    // namespace cs::test
