#include "platform/i18n.hpp"
#include "portal/pages_html.hpp"
#include "portal/query.hpp"

namespace cs::portal {
namespace {

constexpr int page_size = 50;

Html kind_choice(const std::optional<org::UnitKind>& chosen) {
    Html options = tag("option", {{"value", ""}}, "Tất cả");
    for (org::UnitKind kind : all_of<org::UnitKind>())
        options +=
            tag("option", {{"value", std::string(word_of(kind))}, {"selected", kind == chosen ? "selected" : "-"}},
                kind_name(kind));
    return tag("select", {{"id", "kind"}, {"name", "kind"}}, options);
}

Html form(const UnitSearch& search) {
    const Html words = tag("div", {{"class", "field field-wide"}},
                           tag("label", {{"for", "q"}}, "Tên hoặc mã đơn vị") +
                               empty_tag("input", {{"id", "q"},
                                                   {"name", "q"},
                                                   {"type", "search"},
                                                   {"value", value_of(search.query, "q")},
                                                   {"autocomplete", "off"}}) +
                               tag("small", "Gõ không dấu cũng được."));
    const Html kind = tag("div", {{"class", "field"}},
                          tag("label", {{"for", "kind"}}, "Loại đơn vị") + kind_choice(search.filter.kind));
    const Html on = tag("div", {{"class", "field"}},
                        tag("label", {{"for", "on"}}, "Theo địa giới ngày") +
                            empty_tag("input", {{"id", "on"},
                                                {"name", "on"},
                                                {"value", to_vietnamese(search.filter.on)},
                                                {"inputmode", "numeric"},
                                                {"placeholder", "dd/mm/yyyy"},
                                                {"autocomplete", "off"}}));
    const Html under =
        search.filter.under
            ? empty_tag("input", {{"type", "hidden"}, {"name", "under"}, {"value", search.filter.under->text()}})
            : Html();
    return tag("form", {{"class", "search"}, {"action", "/don-vi"}, {"method", "get"}, {"role", "search"}},
               words + kind + on + under +
                   tag("button", {{"class", "button button-primary"}}, icon("search") + Html::text("Tìm")));
}

Html row(const org::UnitRow& unit) {
    return tag("tr", tag("th", {{"scope", "row"}}, link("/don-vi/" + unit.id.text(), unit.state.name)) +
                         tag("td", {{"data-label", "Mã"}}, unit.state.code) +
                         tag("td", {{"data-label", "Loại"}}, kind_name(unit.state.kind)) +
                         tag("td", {{"data-label", "Thuộc"}}, unit.parent_name) +
                         tag("td", {{"data-label", "Hiệu lực từ"}, {"class", "num"}}, time_of(unit.period.from)));
}

Html table(const std::vector<org::UnitRow>& rows) {
    Html body;
    for (const org::UnitRow& unit : rows) body += row(unit);
    Html head;
    for (const char* title : {"Tên đơn vị", "Mã", "Loại", "Thuộc"}) head += tag("th", {{"scope", "col"}}, title);
    head += tag("th", {{"scope", "col"}, {"class", "num"}}, "Hiệu lực từ");
    return tag("table", {{"class", "list"}, {"id", "units"}},
               tag("caption", "Danh sách theo thứ tự chữ cái") + tag("thead", tag("tr", head)) + tag("tbody", body));
}

}    // namespace

Result<UnitSearch> read_search(const Query& query, Day today) {
    UnitSearch search{{today, std::nullopt, std::nullopt, value_of(query, "q")}, std::nullopt, query};
    CS_TRY(search.filter.on, day_asked(query, today));
    if (const std::string kind = value_of(query, "kind"); !kind.empty())
        if (!(search.filter.kind = parse_word<org::UnitKind>(kind)))
            return refuse(Problem::bad_input, "portal.bad_choice", {{"given", kind}});
    if (const std::string under = value_of(query, "under"); !under.empty())
        if (!(search.filter.under = UnitId::parse(under)))
            return refuse(Problem::bad_input, "portal.bad_choice", {{"given", under}});
    if (const auto id = UnitId::parse(value_of(query, "after")))
        search.after = org::UnitCursor{value_of(query, "after_name"), *id};
    search.query["on"] = to_text(search.filter.on);
    search.query.erase("after");
    search.query.erase("after_name");
    return search;
}

Result<Page> units_page(Tx& tx, const UnitSearch& search) {
    CS_TRY(const org::UnitPage found, org::UnitStore(tx).list(search.filter, search.after, page_size));
    Html body =
        tag("h1", "Đơn vị") + form(search) +
        tag("p", {{"class", "result-count"}},
            fmt::format("{} đơn vị theo địa giới ngày {}", whole_number(found.total), to_vietnamese(search.filter.on)));
    if (found.rows.empty())
        body += tag(
            "div", {{"class", "notice"}},
            icon("info") +
                tag("p",
                    "Không có đơn vị nào khớp. Thử bớt chữ, hoặc đổi ngày: đơn vị có thể chưa lập hoặc đã sắp xếp."));
    else
        body += tag("div", {{"class", "toolbar"}},
                    tag("a", {{"class", "button"}, {"href", address("/don-vi.csv", search.query)}},
                        icon("download") + Html::text("Lưu tệp CSV"))) +
                table(found.rows);
    if (found.next) {
        Query next = search.query;
        next["after"] = found.next->id.text();
        next["after_name"] = found.next->name;
        body += tag("nav", {{"class", "pager"}, {"aria-label", "Trang"}},
                    tag("a", {{"class", "button"}, {"href", address("/don-vi", next)}, {"rel", "next"}}, "Trang sau"));
    }
    return Page{"Đơn vị", "Tra cứu đơn vị hành chính theo địa giới của từng ngày.", "/don-vi", {}, body};
}

std::string kind_name(org::UnitKind kind) { return say(fmt::format("unit_kind.{}", word_of(kind))); }

}    // namespace cs::portal
