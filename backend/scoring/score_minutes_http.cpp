#include "scoring/score_minutes_http.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/shown.hpp"
#include "scoring/score_view_http.hpp"

namespace cs::scoring {
namespace {

using html::Html;
using html::tag;
using law::heading;
using law::paragraph;

struct Doing {
    std::string_view kind, by;    // "Phúc tra điểm thi đua", "Tổ phúc tra"
};
Doing doing(StageKind kind) {
    switch (kind) {
        case StageKind::self: break;
        case StageKind::cross_check: return {"Chấm chéo điểm thi đua", "Đơn vị chấm chéo"};
        case StageKind::recheck: return {"Phúc tra điểm thi đua", "Tổ phúc tra"};
        case StageKind::field: return {"Chấm điểm thi đua theo ngành, lĩnh vực", "Cơ quan chấm điểm"};
        case StageKind::cluster: return {"Họp cụm thống nhất điểm thi đua", "Cụm trưởng"};
        case StageKind::council: return {"Họp Hội đồng chấm điểm thi đua", "Chủ tịch Hội đồng"};
    }
    CS_CHECK(false);
}

std::string shown(const Decimal& points, int decimals) { return decimal_comma(Score::from(points)->text(decimals)); }

class Minutes {
public:
    Minutes(const wire::ScoreBoard& board, int position) : board_(board), position_(position) {}

    Html tables() const { return board_.sheets.size() == 1 ? of_one(board_.sheets.front()) : of_all() + changes(); }

private:
    using Row = std::vector<std::string>;

    std::string points(const wire::BoardCell* cell) const { return cell ? shown(cell->points, board_.decimals) : ""; }
    std::string total(const wire::BoardSheet& sheet, int position) const {
        const wire::BoardColumn* found = said_at(sheet, position);
        return found ? shown(found->total, board_.decimals) : "";
    }
    Html of_one(const wire::BoardSheet& sheet) const {
        Row heads = {"Mã", "Nội dung", "Điểm tối đa"};
        for (int p = 0; p <= position_; ++p) heads.push_back(board_.round.stages.at(static_cast<std::size_t>(p)).title);
        heads.push_back("Lý do");
        Html rows;
        for (const wire::BoardItem& item : board_.items) {
            Row cells = {item.id, item.title, shown(item.max, board_.decimals)};
            for (int p = 0; p <= position_; ++p) cells.push_back(points(said_at(sheet, p, item.id)));
            const wire::BoardCell* own = said_at(sheet, position_, item.id);
            cells.push_back(own ? own->reason : "");
            rows += law::row(cells, item.is_leaf ? "" : "criterion");
        }
        Row sum = {"", "Tổng điểm", ""};
        for (int p = 0; p <= position_; ++p) sum.push_back(total(sheet, p));
        sum.emplace_back();
        return law::table(heads, rows + law::row(sum, "criterion"));
    }
    Html of_all() const {
        Row heads = {"Mã", "Nội dung", "Điểm tối đa"}, sum = {"", "Tổng điểm", ""};
        for (const wire::BoardSheet& sheet : board_.sheets) {
            heads.push_back(sheet.sheet.label);
            sum.push_back(total(sheet, position_));
        }
        Html rows;
        for (const wire::BoardItem& item : board_.items) {
            Row cells = {item.id, item.title, shown(item.max, board_.decimals)};
            for (const wire::BoardSheet& sheet : board_.sheets) cells.push_back(points(said_at(sheet, position_, item.id)));
            rows += law::row(cells, item.is_leaf ? "" : "criterion");
        }
        return law::table(heads, rows + law::row(sum, "criterion"));
    }
    Html changes() const {
        Html rows;
        for (const wire::BoardSheet& sheet : board_.sheets)
            for (const wire::BoardItem& item : board_.items) {
                const wire::BoardCell *before = said_at(sheet, position_ - 1, item.id), *now = said_at(sheet, position_, item.id);
                if (now && before && now->points != before->points)
                    rows += law::row({sheet.sheet.label, item.id + " " + item.title, points(before), points(now), now->reason});
            }
        if (rows.empty()) return paragraph("Điểm các nội dung giữ nguyên như bước trước.");
        return heading("Nội dung thay đổi điểm so với bước trước") + law::table({"Đơn vị", "Nội dung", "Bước trước", "Thống nhất", "Lý do"}, rows);
    }

    const wire::ScoreBoard& board_;
    const int position_;
};

std::string about(const wire::ScoreBoard& board, const std::string& cluster) {
    if (board.sheets.size() == 1) return law::in_a_sentence(board.sheets.front().sheet.label);
    return cluster.empty() ? "các đơn vị" : "các đơn vị thuộc " + cluster;
}

}    // namespace

law::Paper score_minutes(const wire::ScoreBoard& board, int position, const std::string& cluster) {
    const wire::ScoreStageView& stage = board.round.stages.at(static_cast<std::size_t>(position));
    const auto [kind, by] = doing(stage.kind);
    const bool is_of_one = board.sheets.size() == 1;
    const std::string whose = about(board, cluster);
    const Html body = paragraph(fmt::format("Hôm nay, {}, tại ........................................, thành phần gồm có:", law::long_day(std::nullopt))) +
                      law::present(fmt::format("1. {}:", by)) + law::present(is_of_one ? "2. Đại diện đơn vị:" : "2. Đại diện các đơn vị:") +
                      paragraph(fmt::format("Nội dung: {} năm {} của {} theo {} ({}), kết quả như sau:", kind, board.round.year, whose, board.round.table_title, board.round.table_paper)) +
                      Minutes(board, position).tables() + heading("Ý kiến khác") + tag("p", {{"class", "blank"}}, std::string(200, '.')) +
                      paragraph("Biên bản được đọc cho các bên cùng nghe, thống nhất ký tên./.");
    return {"", {cluster.empty() ? board.round.root_name : cluster}, "", "BB", law::place_of(board.round.root_name), std::nullopt, "Biên bản",
            fmt::format("{} năm {} của {}", std::string(kind), board.round.year, whose), body, {},
            {{{is_of_one ? "Đại diện đơn vị" : "Đại diện các đơn vị"}, ""}, {{std::string(by)}, ""}}, {}};
}

}    // namespace cs::scoring
