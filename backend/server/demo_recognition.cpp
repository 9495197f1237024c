#include "server/demo_recognition.hpp"

#include "assessment/dossier_commands.hpp"
#include "council/commands.hpp"
#include "server/demo_scene.hpp"

namespace cs::server {
namespace {

using namespace cs::assessment;
using enum DossierAction;

StepForm form(Day at, const std::string& number, const std::string& signer = "unknown") {
    return {at, {number, at, signer, Via::document_system}, {}, {}, {}, {}, "", {}, {}};
}

Done step(const Scene& scene, const std::string& login, const DossierId& id, DossierAction action, const StepForm& said) {
    return scene.as(login, said.on, [&](const Moment& m) -> Done {
        CS_TRY_DONE(take_step(m, id, action, said));
        return {};
    });
}

Done name_offices(const Scene& scene) {
    const Day from = on(2021, 2, 1);
    const std::pair<ConfirmationKind, const char*> offices[] = {{ConfirmationKind::debt, "MH-STC"}, {ConfirmationKind::security, "MH-CA"}, {ConfirmationKind::survey, "MH-MTTQ"}};
    return scene.as("dieuphoi.tinh", on(2023, 1, 3), [&](const Moment& m) -> Done {
        for (const auto& [kind, code] : offices)
            CS_TRY_DONE(add_recognition_charge(m, {ChargeOfRecognitionId::born(m.now), kind, scene.unit("MH"), scene.unit(code), {from, std::nullopt}, "Quyết định minh họa số 05/QĐ-MH"}));
        for (const Standing standing : {Standing::standard, Standing::advanced, Standing::model, Standing::model_area})
            CS_TRY_DONE(enter_satisfaction_mark(m, {SatisfactionMarkId::born(m.now), scene.unit("MH"), standing, Decimal::whole(90), Decimal::whole(80), on(2022, 8, 2),
                                                    {"06/QĐ-MH", on(2023, 1, 3), "unknown"}}));
        return {};
    });
}

Result<council::Council> seat_council(const Scene& scene) {
    std::vector<council::NewMember> members;
    for (const auto& row : demo_rows("demo/council.tsv"))
        members.push_back({row[0], row[1], row[2].empty() ? std::nullopt : std::optional(scene.unit(row[2])), *parse_word<council::Seat>(row[3]), on(2023, 1, 10), std::nullopt});
    return scene.as("dieuphoi.tinh", on(2023, 1, 10), [&](const Moment& m) {
        return council::set_up_council(m, scene.unit("MH"), "Hội đồng thẩm định xét, công nhận nông thôn mới tỉnh Minh Họa", {"07/QĐ-MH", on(2023, 1, 10), "unknown"}, members);
    });
}

// From the opening to the tờ trình of the commune, a few days apart.
Result<DossierId> prepared(const Scene& scene, const std::string& login, const NewDossier& wanted, bool sent) {
    CS_TRY(const Dossier opened, scene.as(login, wanted.on, [&](const Moment& m) { return open_dossier(m, wanted); }));
    const DossierId id = opened.id;
    const auto at = [&](int days) { return plus_days(wanted.on, days); };
    CS_TRY_DONE(step(scene, login, id, self_assess, form(at(7), "31/BC-UBND", "Chủ tịch UBND xã")));
    StepForm posting = form(at(19), "02/BB-UBND");
    posting.from = at(8), posting.until = at(18);
    CS_TRY_DONE(step(scene, login, id, post, posting));
    StepForm meeting = form(at(21), "03/BB-UBND");
    meeting.vote = Vote{46, 45, 1, 0};
    CS_TRY_DONE(step(scene, login, id, hold_meeting, meeting));
    if (sent) CS_TRY_DONE(step(scene, login, id, submit, form(at(25), "40/TTr-UBND", "Chủ tịch UBND xã")));
    return id;
}

Done confirmed(const Scene& scene, const DossierId& id, Day at) {
    const auto given = [&](const std::string& login, ConfirmationKind kind, const std::string& number, const auto& change) {
        Confirmation said{0, kind, scene.unit("MH"), false, std::nullopt, at, {number, at, "unknown", Via::document_system}};
        change(said);
        return scene.as(login, at, [&](const Moment& m) { return confirm(m, id, said); });
    };
    const auto agrees = [](Confirmation& said) { said.verdict = Verdict::met; };
    CS_TRY_DONE(given("taichinh.tinh", ConfirmationKind::debt, "51/STC", [](Confirmation&) {}));
    CS_TRY_DONE(given("congan.tinh", ConfirmationKind::security, "52/CAT", agrees));
    CS_TRY_DONE(given("mattran.tinh", ConfirmationKind::survey, "53/BC-MTTQ", [](Confirmation& said) {
        said.counts = SurveyCounts{2100, 1680, 1612, 1571};
        said.contents = {{"", "Hạ tầng kinh tế - xã hội", 1612, 1580}, {"", "Thu nhập, giảm nghèo", 1612, 1544}, {"", "Môi trường", 1612, 1498}};
    }));
    for (const char* login : {"thamdinh.so", "nongnghiep.so", "yte.so", "giaoduc.so", "noivu.so"})
        CS_TRY_DONE(given(login, ConfirmationKind::opinion, "54/YK", agrees));
    return {};
}

// Xã B, recognised advanced for 2023 while the district stood.
Done recognised(const Scene& scene, const council::Council& council) {
    CS_TRY(const DossierId id, prepared(scene, "canbo.xab", {scene.unit("MH0102"), Standing::advanced, "", "", 2023, on(2024, 2, 5)}, true));
    CS_TRY_DONE(step(scene, "thamtra.huyen", id, check, form(on(2024, 3, 12), "08/BB-TTr")));
    StepForm district = form(on(2024, 3, 20), "60/TTr-UBND");
    district.vote = Vote{21, 21, 0, 0};
    CS_TRY_DONE(step(scene, "thamtra.huyen", id, forward, district));
    CS_TRY_DONE(confirmed(scene, id, on(2024, 4, 10)));
    CS_TRY_DONE(step(scene, "dieuphoi.tinh", id, appraise, form(on(2024, 4, 22), "61/BC-VPĐP")));
    CS_TRY(const council::Session planned, scene.as("thuky.hoidong", on(2024, 4, 24), [&](const Moment& m) {
        return council::plan_session(m, {council.id, on(2024, 4, 29), council::SessionForm::written, {"62/GM-HĐTĐ", on(2024, 4, 24), "unknown"}, {id}});
    }));
    return scene.as("thuky.hoidong", on(2024, 5, 6), [&](const Moment& m) -> Done {
        std::vector<council::MemberId> present;
        for (const council::Member& member : council.members) present.push_back(member.id);
        CS_TRY_DONE(council::convene_session(m, planned.id, present));
        council::Counting counting;
        counting.votes = {10, 0, 0};
        CS_TRY_DONE(council::record_votes(m, planned.id, id, counting));
        CS_TRY_DONE(council::close_session(m, planned.id, {"63/BB-HĐTĐ", on(2024, 5, 6), "unknown"}));
        CS_TRY_DONE(scene.as("lanhdao.tinh", on(2024, 5, 20), [&](const Moment& at) { return decide_dossier(at, id, form(on(2024, 5, 20), "64/QĐ-MH", "Chủ tịch UBND tỉnh")); }));
        return step(scene, "thamtra.huyen", id, announce, form(on(2024, 6, 5), "65/TB-UBND"));
    });
}

// Xã A prepares its dossier for 2025 without a district; a residential area of it waits for the offices.
Done under_way(const Scene& scene) {
    CS_TRY_DONE(prepared(scene, "canbo.xa", {scene.unit("MH0101"), Standing::advanced, "", "", 2025, on(2025, 8, 4)}, false));
    CS_TRY(const DossierId area, prepared(scene, "canbo.xa", {scene.unit("MH0101"), Standing::model_area, "Khu dân cư Đông Minh Họa", "", 2025, on(2025, 9, 1)}, true));
    return step(scene, "dieuphoi.tinh", area, receive, form(on(2025, 10, 1), "70/VPĐP"));
}

}    // namespace

Done seed_recognitions(Tx& tx, Instant now) {
    const Scene scene(tx, now);
    CS_TRY_DONE(name_offices(scene));
    CS_TRY(const council::Council council, seat_council(scene));
    CS_TRY_DONE(recognised(scene, council));
    return under_way(scene);
}

}    // namespace cs::server
