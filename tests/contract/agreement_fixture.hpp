#pragma once
// A province with a district and three communes, a scoring table, and people around an agreement.
#include "contract/access_fixture.hpp"
#include "contract/org_fixture.hpp"
#include "org/commands.hpp"
#include "scoring/agreement_commands.hpp"
#include "scoring/agreement_follower.hpp"

namespace cs::test {

using namespace cs::scoring;
using access::Role;
using access::Scope;

inline const std::string agreement_country =
    "unit,code,name,kind,parent,rural,region,from,until\n"
    ",MH,Tỉnh Minh Họa,province,,,,2021-02-01,\n,MH1,Huyện Minh Họa,district,MH,,,2021-02-01,\n"
    ",MH11,Xã Minh Họa A,commune,MH1,,DBSH,2021-02-01,\n,MH12,Xã Minh Họa B,commune,MH1,,DBSH,2021-02-01,\n"
    ",MH13,Xã Minh Họa C,commune,MH1,,DBSH,2021-02-01,\n,XX,Tỉnh Khác,province,,,,2021-02-01,\n,XX1,Huyện Khác,district,XX,,,2021-02-01,\n"
    ",XX11,Xã Khác,commune,XX1,,DBSH,2021-02-01,\n";

inline std::string agreement_table(const std::string& max, const std::string& from, int year = 2024, const std::string& id = "minh_hoa") {
    return "schema_version: 1\nid: " + id + "\ntitle: Bảng minh họa\nyear: " + std::to_string(year) + "\nscale: 100\n" +
           "paper: {number: 12/HD-UBND, issuer: UBND huyện Minh Họa, applies_from: " + from + "}\nitems:\n  - {id: a, title: Mục A, max: " + max +
           "}\n  - {id: b, title: Mục B, max: " + std::to_string(100 - std::stoi(max)) + "}\n";
}

inline std::string told(const Refusal& refusal) {
    std::string all = refusal.code;
    for (const Fault& fault : refusal.faults) all += " " + fault.where + "=" + fault.code;
    return all;
}

struct Room {
    Database& db;
    FrozenClock& clock;
    People people;
    access::Actor district, head, head_b, clerk, province, stranger;
    TableVersionId table{""};

    Room(Database& d, FrozenClock& c) : db(d), clock(c), people{d, c} {
        clock.travel_to(2024y / 2 / 20);
        REQUIRE(db.write([&](Tx& tx) { return org::import_units(tx, clock.now(), {}, agreement_country, false); }));
        district = person("huyen", Role::district_reviewer, "MH1", Scope::subtree);
        head = person("chu.tich", Role::unit_head, "MH11", Scope::own);
        head_b = person("chu.tich.b", Role::unit_head, "MH12", Scope::own);
        clerk = person("can.bo", Role::unit_clerk, "MH11", Scope::own);
        province = person("tinh", Role::province_coordinator, "MH", Scope::subtree);
        stranger = person("khac", Role::province_coordinator, "XX", Scope::subtree);
        table = load(agreement_table("60", "2024-02-01"));
    }
    UnitId unit(const std::string& code) {
        return db.read([&](Tx& tx) { return id_of(tx, code, legal_day(clock.now())); });
    }
    access::Actor person(const std::string& login, Role role, const std::string& code, Scope scope) {
        return people.actor(people.add(login, role, unit(code), scope));
    }
    TableVersionId load(const std::string& text) {
        const auto loaded = db.write([&](Tx& tx) { return load_table(tx, clock.now(), program, text, "", unit("MH1")); });
        REQUIRE(loaded);
        return loaded->loaded.version.id;
    }
    template <class Work>
    auto as(const access::Actor& actor, const Work& work) {
        return db.write([&](Tx& tx) {
            const UnitTree tree(tx);
            return work(Moment{tx, clock.now(), actor, tree});
        });
    }
    template <class Work>
    auto must(const access::Actor& actor, const Work& work) {
        auto result = as(actor, work);
        if (!result) MESSAGE(told(result.error()));
        REQUIRE(result);
        return *std::move(result);
    }
    std::string fingerprint() {
        std::string text = people.fingerprint();
        for (const char* name : {"agreement", "agreement_member", "agreement_target", "agreement_signature", "agreement_table", "scoring_holder", "scoring_table_version"})
            text += std::to_string(count(db, name)) + " ";
        return text + std::to_string(number(db, "select coalesce(sum(version), 0) as n from agreement"));
    }
    template <class Work>
    std::string no(const access::Actor& actor, const Work& work) {
        const std::string before = fingerprint();
        const auto result = as(actor, work);
        REQUIRE_FALSE(result);
        CHECK(fingerprint() == before);
        return told(result.error());
    }
    AgreementContent content() {
        return {"Giao ước thi đua năm 2024", table, {{0, "Tỷ lệ đường xã được nhựa hóa", "%"}, {0, "Hộ nghèo", "%", true}}, {unit("MH11"), unit("MH12")}};
    }
    NewAgreement request() { return {2024, unit("MH1"), std::nullopt, content()}; }
    Agreement opened() {
        return must(district, [&](const Moment& m) { return open_agreement(m, request()); });
    }
    Agreement step(const AgreementId& id, AgreementAction action, const PaperRef& paper = {}) {
        return must(district, [&](const Moment& m) { return move_agreement(m, id, {action, paper, "vì lý do"}); });
    }
    TargetsEntry targets(const std::string& code) {
        return {unit(code), {{1, Decimal::whole(95), Decimal::whole(92), "kết quả thẩm định 2023"}, {2, Decimal(15, 1)}}, {"08/ĐK-UBND", Day(2024y / 2 / 20)}};
    }
    Agreement registered() {
        const AgreementId id = opened().id;
        step(id, AgreementAction::call_for_targets);
        return must(clerk, [&](const Moment& m) { return register_targets(m, id, targets("MH11")); });
    }
    Agreement in_force() {
        const AgreementId id = registered().id;
        step(id, AgreementAction::call_for_signatures);
        must(head, [&](const Moment& m) { return sign_agreement(m, id, {unit("MH11"), "Trần Văn A", "Chủ tịch UBND xã"}); });
        return step(id, AgreementAction::bring_into_force, {"01/GƯTĐ", Day(2024y / 2 / 20)});
    }
};

}    // namespace cs::test
