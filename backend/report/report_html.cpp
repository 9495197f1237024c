#include "report/report_html.hpp"

#include <fmt/core.h>

#include "assessment/forms_html.hpp"
#include "platform/i18n.hpp"

namespace cs::report {
namespace {

using html::Html;
using html::tag;

std::string council(const std::string& unit_name) { return "Ủy ban nhân dân " + law::in_a_sentence(unit_name); }

std::string period_of(const OpenedReport& opened) {
    return fmt::format("{} {}", say("report_kind." + std::string(word_of(opened.report.period.kind))), opened.report.period.year);
}

// Every line typed is a paragraph; what is still empty has room to write.
Html text_of(const std::string& text) {
    if (text.empty()) return tag("p", {{"class", "blank"}}, std::string(200, '.'));
    Html all;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        if (end > from) all += law::paragraph(text.substr(from, end - from));
        from = end + 1;
    }
    return all;
}

Html body(const OpenedReport& opened) {
    const Deadline& d = opened.owed.deadline;
    Html all = law::paragraph(fmt::format("{} báo cáo kết quả phong trào thi đua {}. Số liệu tính từ ngày {} đến ngày {}{}.", council(opened.owed.unit->state.name),
                                          period_of(opened), to_vietnamese(d.window_from), to_vietnamese(d.window_until),
                                          d.estimated() ? fmt::format(", chốt đến ngày {}, phần còn lại là số ước", to_vietnamese(d.cutoff)) : ""));
    for (const OutlineRow& row : report_outline()) {
        const auto at = opened.sections.find(row.key);
        all += law::heading(row.place + ". " + row.title) + text_of(at == opened.sections.end() ? "" : at->second);
    }
    return all + law::paragraph(fmt::format("Số liệu nêu tại Phụ lục kèm theo. Trên đây là báo cáo {} của {}./.", period_of(opened), council(opened.owed.unit->state.name)));
}

Html figures(const OpenedReport& opened) {
    const GivenFigures effective = opened.effective();
    Html rows;
    int number = 0;
    for (const Figure& each : report_figures()) {
        const auto at = effective.find(each.key);
        const bool known = at != effective.end();
        const std::string note = known && opened.has_children() && at->second.computed != at->second.amount
                                     ? fmt::format("Tổng cấp dưới: {}. {}", at->second.computed ? show_amount(each, *at->second.computed) : "chưa có", at->second.reason)
                                     : "";
        rows += law::row({std::to_string(++number), each.name, each.unit, known ? show_amount(each, at->second.amount) : "", note}, "figure");
    }
    Html all = law::table({"TT", "Nội dung", "Đơn vị tính", "Số liệu", "Ghi chú"}, rows);
    std::string missing;
    for (const Child* child : opened.below.not_reported()) missing += (missing.empty() ? "" : ", ") + child->owed.unit->state.name;
    if (!missing.empty()) all += law::paragraph("Chưa có báo cáo của: " + missing + ".");
    return all;
}

// The paper it was last sent with; before that none is known.
const StepPaper* paper_of(const ReportSteps& steps) {
    const StepPaper* paper = nullptr;
    for (const PastReportStep& step : steps)
        if (step.to == ReportState::sent) paper = &step.said.paper;
    return paper;
}

}    // namespace

law::Paper report_paper(const OpenedReport& opened) {
    const std::string symbol = "BC-UBND", &unit = opened.owed.unit->state.name;
    const StepPaper* sent = paper_of(opened.steps);
    const std::string number = sent ? sent->number : "", signer = sent ? sent->signer : "";
    const auto day = sent ? sent->day : std::nullopt;
    law::Paper paper{"", {"Ủy ban nhân dân", unit}, number, symbol, law::place_of(unit), day, "Báo cáo",
                     fmt::format("Kết quả phong trào thi đua chung sức xây dựng nông thôn mới {}", period_of(opened)), body(opened), {},
                     {{{"TM. Ủy ban nhân dân", "Chủ tịch"}, signer == "unknown" ? "" : signer}}, {}};
    if (opened.owed.parent) paper.recipients.push_back("UBND " + law::in_a_sentence(opened.owed.parent->state.name));
    paper.annexes.push_back({fmt::format("Số liệu {}", period_of(opened)),
                             fmt::format("Kèm theo Báo cáo số {} {} của {}", number.empty() ? "........../" + symbol : number, law::long_day(day), council(unit)), figures(opened)});
    return paper;
}

}    // namespace cs::report
