#include <fmt/core.h>

#include <algorithm>

#include "assessment/forms_html.hpp"
#include "assessment/guarded.hpp"
#include "assessment/sheet_facts.hpp"

namespace cs::assessment {
namespace {

using html::Html;
using html::tag;
using law::heading;
using law::paragraph;

std::string doing(Stage stage) { return stage == Stage::district ? "thẩm tra" : "thẩm định"; }

std::string conclusion(ItemState state) {
    switch (state) {
        case ItemState::open: return "Chưa kết luận";
        case ItemState::agreed: return "Thống nhất";
        case ItemState::corrected: return "Điều chỉnh";
        case ItemState::returned: return "Yêu cầu bổ sung, hoàn thiện";
    }
    CS_CHECK(false);
}

std::string said(const PrintedSheet& p, Stage stage, const criteria::Indicator& says) {
    const auto lines = p.values.find(stage);
    if (lines == p.values.end()) return "";
    const auto found = lines->second.find(says.no);
    return found == lines->second.end() ? "" : value_text(says, found->second.line);
}

Html rows_of(const PrintedSheet& p, const criteria::CriterionVerdict& c) {
    Html rows = law::row({c.criterion->no, c.criterion->name, "", "", "", "", ""}, "criterion");
    for (const criteria::IndicatorVerdict& i : c.because) {
        const criteria::Indicator& says = *i.own.leaf->says;
        const ItemState state = item_state(p.items, p.stage, says.no);
        const auto item = p.items.find({p.stage, says.no});
        const std::string reason = item == p.items.end() ? "" : item->second.reason;
        const bool guarded = is_guarded(p.basis.set(), says.no);
        rows += law::row({says.no, says.name, limit_text(i.own), guarded ? verdict_text(i.verdict) : said(p, Stage::self, says),
                         state == ItemState::returned || state == ItemState::open || guarded ? "" : said(p, p.stage, says), conclusion(state),
                         guarded ? "" : reason});
    }
    return rows;
}

Html table(const PrintedSheet& p) {
    Html rows;
    for (const criteria::CriterionVerdict& c : p.judged->verdict.criteria)
        if (std::find(p.criteria.begin(), p.criteria.end(), c.criterion->no) != p.criteria.end()) rows += rows_of(p, c);
    return law::table({"TT", "Tiêu chí, chỉ tiêu", "Mức quy định", "Đơn vị báo cáo", "Kết quả " + doing(p.stage), "Kết luận", "Ý kiến"}, rows);
}

Html visits(const PrintedSheet& p) {
    Html all;
    for (const FieldVisit& v : p.visits)
        all += paragraph(fmt::format("Căn cứ Biên bản kiểm tra thực địa số {} ngày {}.", v.minutes_number, to_vietnamese(v.minutes_day)));
    return all;
}

Html body(const PrintedSheet& p) {
    const std::string unit = law::in_a_sentence(p.unit_name);
    return visits(p) +
           paragraph(fmt::format("Hôm nay, {}, tại ........................................, hai bên gồm có:", law::long_day(std::nullopt))) +
           law::present(fmt::format("1. Đại diện cơ quan {}: {}", doing(p.stage), p.office_name)) +
           law::present("2. Đại diện đơn vị: Ủy ban nhân dân " + unit) +
           paragraph(fmt::format("Đã {} kết quả tự đánh giá năm {} của {} theo {}, cụ thể như sau:", doing(p.stage), p.opened.round.year, unit,
                                 p.basis.set().title)) +
           table(p) + heading("Ý kiến khác") + tag("p", {{"class", "blank"}}, std::string(200, '.')) +
           paragraph("Biên bản được đọc cho các bên cùng nghe, lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản./.");
}

}    // namespace

law::Paper minutes_form(const PrintedSheet& p) {
    const std::string place = p.above.empty() ? p.unit_name : p.above.front();
    return {"", {p.office_name}, "", "BB", law::place_of(p.stage == Stage::district ? p.office_name : place), std::nullopt, "Biên bản",
            fmt::format("{} kết quả rà soát tiêu chí năm {} của {}", p.stage == Stage::district ? "Thẩm tra" : "Thẩm định",
                        p.opened.round.year, law::in_a_sentence(p.unit_name)),
            body(p), {}, {{{"Đại diện đơn vị"}, ""}, {{"Đại diện cơ quan " + doing(p.stage)}, ""}}, {}};
}

}    // namespace cs::assessment
