#include "portal/layout_html.hpp"

#include <fmt/core.h>

namespace cs::portal {
namespace {

Html head(const Page& page, const Assets& assets) {
    Html h = empty_tag("meta", {{"charset", "utf-8"}}) +
             empty_tag("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
             tag("title", page.title + " · Chung Sức") +
             empty_tag("meta", {{"name", "description"}, {"content", page.description}});
    for (const std::string& font : assets.fonts)
        h += empty_tag(
            "link", {{"rel", "preload"}, {"as", "font"}, {"type", "font/woff2"}, {"href", font}, {"crossorigin", ""}});
    if (!assets.icon.empty())
        h += empty_tag("link", {{"rel", "icon"}, {"href", assets.icon}, {"type", "image/svg+xml"}});
    if (!assets.css.empty()) h += empty_tag("link", {{"rel", "stylesheet"}, {"href", assets.css}});
    if (!assets.script.empty()) h += tag("script", {{"type", "module"}, {"src", assets.script}}, "");
    return tag("head", h);
}

Html navigation(const std::string& section) {
    Html links;
    for (const Crumb& to : {Crumb{"/chi-tieu", "Chỉ tiêu"}, Crumb{"/danh-hieu", "Danh hiệu"}, Crumb{"/xep-hang", "Xếp hạng"}, Crumb{"/don-vi", "Đơn vị"},
                            Crumb{"/bo-tieu-chi", "Bộ tiêu chí"}})
        links += tag("a", {{"href", to.href}, {"aria-current", section == to.href ? "page" : "-"}}, to.text);
    const Html brand =
        tag("a", {{"class", "brand"}, {"href", "/"}},
            icon("brand") + tag("span", Html::text("Chung Sức ") + tag("small", "Cổng thông tin phong trào thi đua")));
    return tag("header", {{"class", "site-head"}},
               tag("div", {{"class", "wrap"}},
                   brand + tag("nav", {{"class", "site-nav"}, {"aria-label", "Chuyên mục"}}, links)));
}

Html crumbs(const Page& page) {
    if (page.section.empty()) return {};
    Html items = tag("li", link("/", "Trang đầu"));
    for (const Crumb& crumb : page.crumbs) items += tag("li", link(crumb.href, crumb.text));
    items += tag("li", {{"aria-current", "page"}}, page.title);
    return tag("nav", {{"class", "crumbs"}, {"aria-label", "Vị trí"}}, tag("ol", items));
}

Html footer() {
    return tag("footer", {{"class", "site-foot"}},
               tag("div", {{"class", "wrap"}},
                   tag("p", "Chung Sức · Số liệu công khai theo quy định; địa giới theo ngày ghi trên từng trang.") +
                       tag("p", link("/van-phong/", "Dành cho cán bộ"))));
}

}    // namespace

std::string render(const Page& page, const Assets& assets, bool demo) {
    const Html notice = demo ? tag("p", {{"class", "world-notice"}},
                                   tag("span", {{"class", "wrap"}},
                                       icon("info") + Html::text(" Số liệu minh họa: đơn vị thật giữ dữ liệu đã công bố, mọi điều ở tỉnh Minh Họa là giả định.")))
                             : Html();
    const Html body = tag("a", {{"class", "skip"}, {"href", "#noi-dung"}}, "Đến nội dung chính") +
                      navigation(page.section) + notice +
                      tag("main", {{"class", "wrap"}, {"id", "noi-dung"}}, crumbs(page) + page.body) + footer();
    return "<!doctype html>\n" + tag("html", {{"lang", "vi"}}, head(page, assets) + tag("body", body)).markup() + "\n";
}

Html icon(std::string_view name) {
    return tag("svg", {{"class", "icon"}, {"aria-hidden", "true"}},
               tag("use", {{"href", fmt::format("{}#{}", icon_sprite, name)}}, ""));
}

Html mark(std::string_view kind, std::string_view icon_name, std::string_view text) {
    return tag("span", {{"class", kind.empty() ? "mark" : fmt::format("mark mark-{}", kind)}},
               icon(icon_name) + Html::text(text));
}

Html time_of(Day day) { return tag("time", {{"datetime", to_text(day)}}, to_vietnamese(day)); }

std::string whole_number(std::int64_t n) {
    std::string digits = std::to_string(n < 0 ? -n : n);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ".");
    return n < 0 ? "-" + digits : digits;
}

}    // namespace cs::portal
