#include <fmt/core.h>

#include "assessment/forms_html.hpp"
#include "assessment/guarded.hpp"

namespace cs::assessment {
namespace {

using criteria::Verdict;
using html::Html;
using html::tag;
using law::heading;
using law::in_a_sentence;
using law::paragraph;

std::string council(const std::string& unit_name) { return "Ủy ban nhân dân " + in_a_sentence(unit_name); }

// "1. Quy hoạch; 2. Giao thông": the criteria with one verdict.
std::string named(const PrintedSheet& p, Verdict verdict, int& count) {
    std::string text;
    count = 0;
    for (const criteria::CriterionVerdict& c : p.judged->verdict.criteria) {
        if (c.verdict != verdict) continue;
        ++count;
        text += fmt::format("{}{}. {}", text.empty() ? "" : "; ", c.criterion->no, c.criterion->name);
    }
    return text;
}

Html results(const PrintedSheet& p) {
    const criteria::UnitVerdict& v = p.judged->verdict;
    Html all = paragraph(fmt::format("1. Số tiêu chí đạt: {}/{} tiêu chí.", v.met, v.of));
    int count = 0, item = 1;
    for (const auto& [verdict, words] : {std::pair(Verdict::not_met, "Tiêu chí không đạt"), std::pair(Verdict::undetermined, "Tiêu chí chưa đủ căn cứ đánh giá"),
                                         std::pair(Verdict::not_applicable, "Tiêu chí không áp dụng")})
        if (const std::string names = named(p, verdict, count); count > 0) all += paragraph(fmt::format("{}. {} ({}): {}.", ++item, words, count, names));
    if (v.provisional) all += paragraph("Kết quả nêu trên là tạm tính: có mức quy định chưa đối chiếu văn bản.");
    return all + paragraph("Kết quả từng chỉ tiêu nêu tại Phụ lục kèm theo.");
}

Html body(const PrintedSheet& p) {
    const Round& r = p.opened.round;
    const Html dots = tag("p", {{"class", "blank"}}, std::string(200, '.'));
    return paragraph(fmt::format("Thực hiện {}, {} đã rà soát, tự đánh giá các tiêu chí theo {} và báo cáo kết quả như sau:", r.paper,
                                 council(p.unit_name), p.basis.set().title)) +
           heading("I. Phạm vi rà soát") +
           paragraph(fmt::format("Năm rà soát: {}; địa giới đơn vị tính đến ngày {}; thời hạn báo cáo từ ngày {} đến hết ngày {}.", r.year,
                                 to_vietnamese(r.units_on), to_vietnamese(r.opens_on), to_vietnamese(last_day(r, p.opened.extensions, p.opened.sheet.unit)))) +
           heading("II. Kết quả tự đánh giá") + results(p) + heading("III. Kiến nghị, đề xuất") + dots + dots +
           paragraph(fmt::format("Trên đây là báo cáo kết quả rà soát, tự đánh giá năm {} của {}./.", r.year, council(p.unit_name)));
}

void add_leaf(const PrintedSheet& p, const criteria::LeafVerdict& leaf, Verdict verdict, Html& rows) {
    const criteria::Indicator& says = *leaf.leaf->says;
    const auto found = p.self.find(says.no);
    const Line line = found == p.self.end() ? Line{} : found->second;
    const bool guarded = is_guarded(p.basis.set(), says.no);
    rows += law::row({says.no, says.name, limit_text(leaf), guarded ? verdict_text(verdict) : value_text(says, line), verdict_text(verdict),
                     guarded ? "" : line.note});
}

void add_indicator(const PrintedSheet& p, const criteria::IndicatorVerdict& i, Html& rows) {
    add_leaf(p, i.own, i.verdict, rows);
    for (const criteria::LeafVerdict& part : i.parts) add_leaf(p, part, part.verdict, rows);
}

Html table(const PrintedSheet& p) {
    Html rows;
    for (const criteria::IndicatorVerdict& i : p.judged->verdict.preconditions) add_indicator(p, i, rows);
    for (const criteria::CriterionVerdict& c : p.judged->verdict.criteria) {
        rows += law::row({c.criterion->no, c.criterion->name, "", "", verdict_text(c.verdict), ""}, "criterion");
        for (const criteria::IndicatorVerdict& i : c.because) add_indicator(p, i, rows);
    }
    return law::table({"TT", "Tiêu chí, chỉ tiêu", "Mức quy định", "Kết quả thực hiện", "Tự đánh giá", "Giải trình, ghi chú"}, rows);
}

}    // namespace

law::Paper report_form(const PrintedSheet& p) {
    const std::string symbol = "BC-UBND";
    const std::string number = p.sent ? p.sent->paper.number : "";
    const auto day = p.sent ? p.sent->paper.day : std::nullopt;
    const std::string& signer = p.sent ? p.sent->paper.signer : "";
    law::Paper paper{"", {"Ủy ban nhân dân", p.unit_name}, number, symbol, law::place_of(p.unit_name), day, "Báo cáo",
                     fmt::format("Kết quả rà soát, tự đánh giá năm {} theo {}", p.opened.round.year, in_a_sentence(p.basis.set().title)),
                     body(p), {}, {{{"TM. Ủy ban nhân dân", "Chủ tịch"}, signer == "unknown" ? "" : signer}}, {}};
    for (auto above = p.above.rbegin(); above != p.above.rend(); ++above) paper.recipients.push_back("UBND " + in_a_sentence(*above));
    paper.annexes.push_back({"Biểu tổng hợp kết quả tự đánh giá từng chỉ tiêu",
                             fmt::format("Kèm theo Báo cáo số {} {} của {}", number.empty() ? "........../" + symbol : number,
                                         law::long_day(day), council(p.unit_name)),
                             table(p)});
    return paper;
}

}    // namespace cs::assessment
