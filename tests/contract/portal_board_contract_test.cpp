// The public board, its map and the register of standings: facts with their day and boundary, and no verdict on anybody.
#include "assessment/register.hpp"
#include "contract/databases.hpp"
#include "contract/org_fixture.hpp"
#include "contract/reply.hpp"
#include "portal/portal_html.hpp"
#include "report/layer.hpp"

using namespace cs;
using namespace cs::test;

namespace {

struct Site {
    Database& db;
    portal::Portal portal;
    Site(Database& d, FrozenClock& clock) : db(d), portal(d, clock, true, "/nowhere") {
        clock.travel_to(2026y / 11 / 23);
        seed(db, clock);
        REQUIRE(db.write([&](Tx& tx) -> Done {
            for (const auto& [code, area] : {std::pair{"09352", ""}, {"09280", ""}, {"09349", "Thôn <Minh Họa>"}}) {
                CS_TRY_DONE(assessment::add_recognition(
                    tx, clock.now(), {},
                    {assessment::RecognitionId::born(clock.now()), id_of(tx, code, 2021y / 12 / 31), area,
                     *area ? assessment::Standing::model_area : assessment::Standing::advanced, "", 2021, {"unknown", std::nullopt, "unknown"},
                     2021y / 12 / 31, "cs.standing_by_decision", "http://example.vn/tin-1 (trang công bố)", law::Confidence::verified}));
            }
            return {};
        }));
    }
    http::Reply get(const std::string& path, const std::map<std::string, std::string>& query = {}) const {
        http::Request request;
        request.path = path;
        request.query = query;
        return portal.answer(request);
    }
};

bool says(const http::Reply& reply, std::string_view text) { return content_of(reply).find(text) != std::string::npos; }

}    // namespace

TEST_CASE("the public board tells numerator, denominator, day and boundary, and slides over 04/2023 and 07/2025") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const Site site(db, clock);
        const auto then = site.get("/chi-tieu", {{"on", "07/12/2022"}});
        CHECK(then.status == 200);
        CHECK(says(then, "Phạm vi Kế hoạch 547 (Tỉnh Bắc Ninh), tính đến ngày 07/12/2022."));
        CHECK(says(then, "2/89"));
        CHECK(says(then, "2,2"));
        CHECK(says(then, "Đang thực hiện"));
        const auto urban = site.get("/chi-tieu", {{"on", "2023-04-10"}});
        CHECK(says(urban, "1/70"));
        CHECK(says(urban, "1 xã đã được công nhận, nay là phường, thị trấn: tính riêng."));
        const auto merged = site.get("/chi-tieu", {{"on", "2025-07-01"}});
        CHECK(says(merged, "0/21"));
        CHECK(says(merged, "2 danh hiệu của đơn vị trước sắp xếp: lịch sử."));
        CHECK(says(merged, "Không còn đơn vị thuộc diện tính"));
        CHECK(says(site.get("/chi-tieu"), "tính đến ngày 30/06/2025"));    // the last day the area stood as it was
    });
}

TEST_CASE("nobody is called a failure in public: no red mark, no verdict, and who has no decision has none in the system") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const Site site(db, clock);
        for (const std::string on : {"2022-12-07", "2025-07-01", "2026-11-23"}) {
            const auto page = site.get("/chi-tieu", {{"on", on}});
            for (const char* word : {"hưa đạt", "không đạt", "Không đạt", "hu hồi", "xếp hạng", "mark-bad"}) {
                CAPTURE(on);
                CAPTURE(word);
                CHECK_FALSE(says(page, word));
            }
            CHECK(says(page, "Chưa có quyết định trong hệ thống"));
        }
    });
}

TEST_CASE("the map is drawn by the server with a table beside it; a layer with its source takes the place of the tiles") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const Site site(db, clock);
        const auto tiles = site.get("/chi-tieu", {{"on", "2022-12-07"}});
        CHECK(says(tiles, "Bảng của bản đồ: 126 đơn vị"));
        CHECK(says(tiles, "<g class=\"advanced\">"));
        CHECK_FALSE(says(tiles, "<path"));
        CHECK_FALSE(says(tiles, "style="));
        REQUIRE(db.write([&](Tx& tx) -> Done {
            const report::Layer layer{report::LayerId::born(clock.now()), id_of(tx, "27", 2022y / 12 / 7), 2021y / 2 / 1, 1,
                                      report::LayerLevel::commune, 1000, 700, std::string(64, 'a'), "Bản đồ của tỉnh", "MIT"};
            report::LayerStore(tx).add(layer, {{id_of(tx, "09352", 2022y / 12 / 7), "M1 2l3 4z"}}, clock.now(), std::nullopt);
            return {};
        }));
        const auto drawn = site.get("/chi-tieu", {{"on", "2022-12-07"}});
        CHECK(says(drawn, "<path class=\"advanced\" d=\"M1 2l3 4z\">"));
        CHECK(says(drawn, "Nguồn: Bản đồ của tỉnh. Giấy phép: MIT."));
        CHECK(says(drawn, "Bảng của bản đồ: 126 đơn vị"));
    });
}

TEST_CASE("the register is listed with its decisions and saved as CSV and JSON; a unit tells its standing and what came before") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const Site site(db, clock);
        const auto list = site.get("/danh-hieu", {{"on", "10/04/2023"}});
        CHECK(says(list, "3 danh hiệu: Phạm vi Kế hoạch 547"));
        CHECK(says(list, "Thôn &lt;Minh Họa&gt;"));
        CHECK(says(list, "Số chưa rõ, ngày chưa rõ. Nguồn: <a href=\"http://example.vn/tin-1\">example.vn</a> (trang công bố)"));
        CHECK(says(list, "Đã chuyển thành đô thị, tính riêng"));
        CHECK(says(site.get("/danh-hieu", {{"on", "10/04/2023"}, {"q", "phuong mao"}}), "1 danh hiệu"));
        CHECK(says(site.get("/danh-hieu", {{"standing", "model"}}), "Chưa có quyết định nào khớp"));
        CHECK(says(site.get("/danh-hieu.csv", {{"on", "2023-04-10"}}), "\n# rows=3 sha256="));
        CHECK(site.get("/danh-hieu.json").type == "application/json");
        CHECK(says(site.get("/chi-tieu.csv", {{"on", "2022-12-07"}}), "2022-12-07,plan_547,advanced_communes,of_all,2,89,2.2,50,false,0,0,0\n"));
        CHECK(says(site.get("/chi-tieu.json", {{"on", "2022-12-07"}}), "\"percent\": \"2.2\""));

        const auto unit = [&](const char* code, Day day) {
            return site.get("/don-vi/" + db.read([&](Tx& tx) { return id_of(tx, code, day); }).text());
        };
        const auto ended = unit("09352", 2022y / 12 / 7);
        CHECK(says(ended, "Đạt chuẩn nông thôn mới nâng cao"));
        const auto heir = unit("09343", 2025y / 7 / 1);
        CHECK(says(heir, "Chưa có quyết định trong hệ thống."));
        CHECK(says(heir, "Của các đơn vị trước sắp xếp"));
        CHECK_FALSE(says(unit("24", 2026y / 1 / 1), "Danh hiệu nông thôn mới</h2>"));    // a province has none
    });
}

TEST_CASE("a question about the board that makes no sense is a page with the reason") {
    for_each_database([](Database& db, FrozenClock& clock) {
        const Site site(db, clock);
        CHECK(site.get("/chi-tieu", {{"on", "31/02/2025"}}).status == 422);
        CHECK(site.get("/chi-tieu", {{"on", "01/01/2020"}}).status == 422);
        CHECK(site.get("/chi-tieu", {{"scope", "plan_548"}}).status == 422);
        CHECK(site.get("/chi-tieu", {{"scope", "00000000-0000-7000-8000-000000000000"}}).status == 404);
        CHECK(site.get("/danh-hieu", {{"standing", "king"}}).status == 422);
        CHECK(site.get("/danh-hieu", {{"place", "here"}}).status == 422);
        CHECK(site.get("/danh-hieu.csv", {{"on", "x"}}).status == 422);
        CHECK(site.get("/chi-tieu.pdf").status == 404);
    });
}
