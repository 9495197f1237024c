#include "base/shown.hpp"
#include "criteria/commands.hpp"
#include "platform/i18n.hpp"
#include "portal/pages_html.hpp"

namespace cs::portal {
namespace {

using criteria::Indicator;
using criteria::Mode;
using criteria::Standing;

Html sureness(const criteria::Counts& c) {
    Html marks;
    if (const int sure = c.verified + c.confirmed; sure > 0)
        marks += mark("ok", "check", fmt::format("{} đã đối chiếu", sure));
    if (c.unconfirmed > 0)
        marks += Html::text(" ") + mark("provisional", "clock", fmt::format("{} chưa đối chiếu", c.unconfirmed));
    if (c.unknown > 0) marks += Html::text(" ") + mark("", "question", fmt::format("{} chưa rõ", c.unknown));
    return marks;
}

std::string days_of(const criteria::CriteriaSet& set) {
    if (!set.effective_from) return "chưa rõ ngày hiệu lực";
    if (const auto last = set.last_day())
        return fmt::format("từ {} đến hết {}", to_vietnamese(*set.effective_from), to_vietnamese(*last));
    return fmt::format("từ {}", to_vietnamese(*set.effective_from));
}

// "≥ 59 (ĐBSH) …": every printed limit of an indicator, in the words of its set.
std::string amount_text(const criteria::Amount& amount) {
    return amount.text == "true" ? "Đạt" : decimal_comma(amount.text);
}

std::string sign(criteria::Comparator comparator) {
    const std::string_view w = word(comparator);
    if (w == ">=" || w == "at_least") return "≥ ";
    if (w == "<=") return "≤ ";
    if (w == "is_true" || w == "equals" || w == "=") return "";
    return std::string(w) + " ";
}

Html by_region(const Indicator& indicator, const criteria::Threshold::ByRegion& regions) {
    Html lines;
    for (const auto& [code, amount] : regions)
        if (amount)
            lines += tag(
                "li", fmt::format("{}: {}{}", say("region." + code), sign(indicator.comparator), amount_text(*amount)));
    return lines.empty() ? Html::text("Chưa rõ") : tag("ul", lines);
}

Html limit(const Indicator& indicator) {
    switch (indicator.threshold.mode) {
        case Mode::unknown: return Html::text("Chưa rõ");
        case Mode::province_decides:
            if (!indicator.threshold.value) return Html::text("Do tỉnh quy định");
            [[fallthrough]];
        case Mode::national:
            return Html::text(indicator.threshold.value
                                  ? sign(indicator.comparator) + amount_text(*indicator.threshold.value)
                                  : "Chưa rõ");
        case Mode::by_region: return by_region(indicator, indicator.threshold.regions);
        case Mode::by_region_year: {
            Html years;
            for (const auto& [year, regions] : indicator.threshold.years)
                years += tag("li", Html::text(fmt::format("Năm {}", year)) + by_region(indicator, regions));
            return tag("ul", years);
        }
    }
    broken("a threshold mode without words", __FILE__, __LINE__);
}

bool measured(const Indicator& indicator) {
    return indicator.threshold.printed() && indicator.kind != criteria::Kind::boolean &&
           indicator.kind != criteria::Kind::text;
}

Html confidence_mark(const Standing& standing, const Indicator& indicator) {
    if (const criteria::ConfirmationRecord* record = standing.last_of(indicator.no))
        return mark("ok", "check", fmt::format("Đã đối chiếu {} {}", record->paper.instrument, record->paper.number));
    if (!indicator.threshold.printed()) return mark("", "question", "Chưa có mức");
    if (indicator.confidence == criteria::Confidence::verified) return mark("ok", "check", "Đã đối chiếu văn bản");
    return mark("provisional", "clock", "Chưa đối chiếu văn bản");
}

Html indicator_row(const Standing& standing, const Indicator& indicator) {
    Html name = Html::text(indicator.name);
    if (indicator.both_sexes) name += tag("p", {{"class", "muted"}}, "Đạt ở cả nam và nữ");
    if (indicator.if_present) name += tag("p", {{"class", "muted"}}, "Chỉ xét nếu có");
    return tag("tr", tag("th", {{"scope", "row"}}, indicator.no) + tag("td", {{"data-label", "Chỉ tiêu"}}, name) +
                         tag("td", {{"data-label", "Mức"}},
                             limit(indicator) + Html::text(measured(indicator) ? " " + indicator.unit : "")) +
                         tag("td", {{"data-label", "Độ tin cậy"}}, confidence_mark(standing, indicator)));
}

Html criterion_table(const Standing& standing, const criteria::Criterion& criterion) {
    Html rows;
    for (const Indicator& indicator : criterion.indicators) rows += indicator_row(standing, indicator);
    if (rows.empty()) return tag("p", {{"class", "muted"}}, "Chưa có danh sách chỉ tiêu.");
    Html head;
    for (const char* title : {"Số", "Chỉ tiêu", "Mức", "Độ tin cậy"}) head += tag("th", {{"scope", "col"}}, title);
    return tag("table", {{"class", "list"}}, tag("thead", tag("tr", head)) + tag("tbody", rows));
}

}    // namespace

Result<Page> criteria_sets_page(Tx& tx, Day) {
    Html items;
    for (const criteria::Version& version : criteria::CriteriaStore(tx).latest()) {
        if (version.kind != criteria::Document::set) continue;
        CS_TRY(const Standing standing, criteria::standing(tx, version.set));
        items +=
            tag("li", {{"class", "card"}},
                tag("p", tag("strong", link("/bo-tieu-chi/" + url_part(version.set), version.title))) +
                    tag("p", {{"class", "muted"}}, standing.set->legal_instrument + ", " + days_of(*standing.set)) +
                    tag("p", sureness(criteria::counts(standing))));
    }
    const Html body =
        tag("h1", "Bộ tiêu chí") +
        tag("p", {{"class", "lead"}},
            "Mỗi mức ghi rõ đã đối chiếu với văn bản gốc hay chưa; mức chưa đối chiếu không dùng để kết luận.") +
        tag("ul", {{"class", "cards"}}, items);
    return Page{
        "Bộ tiêu chí", "Bộ tiêu chí quốc gia về nông thôn mới và độ tin cậy của từng mức.", "/bo-tieu-chi", {}, body};
}

Result<Page> criteria_set_page(Tx& tx, const std::string& id, Day) {
    CS_TRY(const Standing standing, criteria::standing(tx, id));
    if (!standing.set) return refuse(Problem::not_found, "criteria.set_unknown", {{"set", id}});
    const criteria::CriteriaSet& set = *standing.set;
    Html body = tag("h1", set.title) +
                tag("p", {{"class", "lead"}},
                    fmt::format("{}, {}. Phiên bản {}.", set.legal_instrument, days_of(set), standing.version.number)) +
                tag("p", sureness(criteria::counts(standing))) +
                tag("div", {{"class", "toolbar"}},
                    Html::raw("<button class=\"button\" type=\"button\" data-print hidden>") + icon("print") +
                        Html::text("In trang này") + Html::raw("</button>"));
    for (const criteria::Criterion& criterion : set.criteria)
        body += tag("h2", fmt::format("{}. {}", criterion.no, criterion.name)) + criterion_table(standing, criterion);
    return Page{
        set.title, set.title + ": chỉ tiêu, mức và căn cứ.", "/bo-tieu-chi", {{"/bo-tieu-chi", "Bộ tiêu chí"}}, body};
}

}    // namespace cs::portal
