#include "server/demo_agreement.hpp"

#include "scoring/agreement_commands.hpp"
#include "server/demo_scene.hpp"

namespace cs::server {
namespace {

using namespace cs::scoring;
using assessment::Moment;
using Row = std::vector<std::string>;    // of demo/agreement.tsv

constexpr int first_figure = 3, signer = 11, position = 12;

std::vector<AgreementIndicator> indicators() {
    return {{0, "Tỷ lệ đường thôn được cứng hóa", "%"},
            {0, "Tỷ lệ nghèo đa chiều", "%", true, Source{"xa-ntm-nang-cao-2021-2025", "11"}},
            {0, "Tỷ lệ người dân tham gia bảo hiểm y tế", "%"},
            {0, "Mô hình mới được nhân rộng", "mô hình"}};
}

Decimal figure(const Row& row, int at) { return Decimal::parse(row.at(static_cast<std::size_t>(at))).value(); }

TargetsEntry targets(const Scene& scene, const Row& row, Day day) {
    TargetsEntry entry{scene.unit(row[0], day), {}, {row[2], day}};
    for (int line = 1; line <= 4; ++line) {
        const int at = first_figure + 2 * (line - 1);
        entry.targets.push_back({line, figure(row, at), figure(row, at + 1), "Số liệu minh họa năm 2024"});
    }
    return entry;
}

Result<AgreementId> opened(const Scene& scene, const TableVersionId& table, const std::vector<Row>& rows) {
    const Day day = on(2025, 2, 20);
    NewAgreement wanted{2025, scene.unit("MH01", day), std::nullopt, {"Giao ước thi đua năm 2025 các xã, thị trấn huyện Minh Họa", table, indicators(), {}}};
    for (const Row& row : rows) wanted.content.members.push_back(scene.unit(row[0], day));
    CS_TRY(const Agreement made, scene.as("thamtra.huyen", day, [&](const Moment& m) { return open_agreement(m, wanted); }));
    return made.id;
}

Done moved(const Scene& scene, const AgreementId& id, AgreementAction action, Day day, const PaperRef& paper = {}) {
    return scene.as("thamtra.huyen", day, [&](const Moment& m) -> Done {
        CS_TRY_DONE(move_agreement(m, id, {action, paper}));
        return {};
    });
}

Done registered(const Scene& scene, const AgreementId& id, const std::vector<Row>& rows) {
    const Day day = on(2025, 2, 26);
    for (const Row& row : rows)
        CS_TRY_DONE(scene.as(row[1], day, [&](const Moment& m) { return register_targets(m, id, targets(scene, row, day)); }));
    return {};
}

// The head of Xã A signs in the program; the others signed on paper at the ceremony; one has not signed.
Done signed_by_most(const Scene& scene, const AgreementId& id, const std::vector<Row>& rows, const PaperRef& ceremony) {
    for (const Row& row : rows) {
        const SignatureEntry entry{scene.unit(row[0], *ceremony.day), row[signer], row[position], ceremony};
        if (entry.name.empty()) continue;
        const bool signs_himself = row[0] == "MH0101";
        CS_TRY_DONE(scene.as(signs_himself ? "chutich.xa" : "thamtra.huyen", *ceremony.day, [&](const Moment& m) {
            return signs_himself ? sign_agreement(m, id, entry) : record_signature(m, id, entry);
        }));
    }
    return {};
}

}    // namespace

Done seed_agreement(Tx& tx, Instant now) {
    const Scene scene(tx, now);
    const auto rows = demo_rows("demo/agreement.tsv");
    const Day loaded_on = on(2025, 2, 12), signed_on = on(2025, 3, 5), since = on(2025, 7, 1);
    CS_TRY(const TableLoading table, load_table(tx, noon(loaded_on), audit::By{}, std::string(demo_file("demo/scoring_table.yaml")),
                                                "Bảng ví dụ, chưa có văn bản", scene.unit("MH01", loaded_on)));
    CS_TRY(const AgreementId id, opened(scene, table.loaded.version.id, rows));
    CS_TRY_DONE(moved(scene, id, AgreementAction::call_for_targets, on(2025, 2, 21)));
    CS_TRY_DONE(registered(scene, id, rows));
    CS_TRY_DONE(moved(scene, id, AgreementAction::call_for_signatures, on(2025, 3, 3)));
    const PaperRef ceremony{"03/GƯTĐ-MH", signed_on};
    CS_TRY_DONE(signed_by_most(scene, id, rows, ceremony));
    CS_TRY_DONE(moved(scene, id, AgreementAction::bring_into_force, signed_on, ceremony));
    return scene.as("dieuphoi.tinh", on(2025, 7, 2), [&](const Moment& m) -> Done {
        const UnitId province = scene.unit("MH", since);
        CS_TRY_DONE(name_holder(m, {province, province, since, std::nullopt, {"90/QĐ-MH", since}, "UBND tỉnh Minh Họa"}));
        return {};
    });
}

}    // namespace cs::server
