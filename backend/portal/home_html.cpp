#include "platform/i18n.hpp"
#include "portal/pages_html.hpp"

namespace cs::portal {
namespace {

Html figure_card(std::int64_t n, const Html& text) {
    return tag("li", {{"class", "card"}}, tag("span", {{"class", "figure"}}, whole_number(n)) + tag("p", text));
}

Result<std::int64_t> how_many(Tx& tx, org::UnitKind kind, Day on) {
    CS_TRY(const org::UnitPage page, org::UnitStore(tx).list({on, std::nullopt, kind, ""}, std::nullopt, 1));
    return page.total;
}

}    // namespace

Result<Page> home_page(Tx& tx, Day today) {
    const std::string day = to_vietnamese(today);
    Html cards;
    for (const org::UnitKind kind :
         {org::UnitKind::province, org::UnitKind::commune, org::UnitKind::ward, org::UnitKind::township}) {
        CS_TRY(const std::int64_t n, how_many(tx, kind, today));
        if (n > 0)
            cards +=
                figure_card(n, tag("a", {{"href", fmt::format("/don-vi?kind={}&on={}", word_of(kind), to_text(today))}},
                                   say(fmt::format("unit_kind.{}", word_of(kind)))));
    }
    const Html search =
        tag("form", {{"class", "search"}, {"action", "/don-vi"}, {"method", "get"}, {"role", "search"}},
            tag("div", {{"class", "field field-wide"}},
                tag("label", {{"for", "q"}}, "Tìm xã, phường, huyện, tỉnh") +
                    empty_tag("input", {{"id", "q"}, {"name", "q"}, {"type", "search"}, {"autocomplete", "off"}}) +
                    tag("small", "Gõ không dấu cũng được.")) +
                tag("button", {{"class", "button button-primary"}}, icon("search") + Html::text("Tìm")));
    const Html body =
        tag("h1", "Cổng thông tin phong trào thi đua") +
        tag("p", {{"class", "lead"}},
            "Chung sức xây dựng nông thôn mới: đơn vị qua từng thời kỳ, bộ tiêu chí và căn cứ của từng mức.") +
        search + tag("h2", fmt::format("Số đơn vị theo dữ liệu của hệ thống, ngày {}", day)) +
        tag("ul", {{"class", "cards"}}, cards) +
        tag("div", {{"class", "notice"}},
            icon("info") + tag("p",
                               "Dữ liệu gốc là danh mục ngày 01/10/2022; các lần sắp xếp đã ghi nhận đến nay là của "
                               "Bắc Ninh và Bắc Giang. Tỉnh khác chưa cập nhật sắp xếp sau ngày đó.")) +
        tag("h2", "Tra cứu") +
        tag("ul", tag("li", link("/chi-tieu", "Chỉ tiêu của phong trào và bản đồ danh hiệu")) +
                      tag("li", link("/danh-hieu", "Danh hiệu nông thôn mới và quyết định công nhận")) +
                      tag("li", link("/xep-hang", "Kết quả chấm điểm, xếp hạng hằng năm đã công bố")) +
                      tag("li", link("/don-vi", "Đơn vị và thay đổi địa giới")) +
                      tag("li", link("/bo-tieu-chi", "Bộ tiêu chí quốc gia và độ tin cậy của từng mức")));
    return Page{"Trang đầu",
                "Đơn vị, bộ tiêu chí và kết quả công khai của phong trào thi đua xây dựng nông thôn mới.",
                "",
                {},
                body};
}

Page not_found_page() {
    return Page{"Không tìm thấy trang",
                "Địa chỉ này không có.",
                "",
                {},
                tag("h1", "Không tìm thấy trang") +
                    tag("p", {{"class", "lead"}}, "Địa chỉ này không có, hoặc đơn vị chưa được ghi nhận.") +
                    tag("p", link("/don-vi", "Tìm đơn vị"))};
}

Page refused_page(const Refusal& refusal) {
    return Page{"Không thực hiện được",
                "Câu hỏi chưa đúng.",
                "",
                {},
                tag("h1", "Không thực hiện được") +
                    tag("div", {{"class", "notice notice-warn"}}, icon("warning") + tag("p", sentence(refusal))) +
                    tag("p", link("/don-vi", "Quay lại danh sách đơn vị"))};
}

}    // namespace cs::portal
