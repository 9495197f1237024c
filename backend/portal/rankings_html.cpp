
#include "base/shown.hpp"
#include "portal/rankings.hpp"
#include "ranking/published.hpp"
#include "scoring/score_store.hpp"
#include "scoring/table_store.hpp"

namespace cs::portal {
namespace {

using ranking::Closing;
using ranking::PublicUnit;

std::string paper_of(const Closing& c) { return fmt::format("văn bản số {}, ngày {}", c.publication.number, to_vietnamese(*c.publication.day)); }

Html unit_row(const PublicUnit& unit, const ranking::Shown& shown) {
    const auto cell = [](const char* label, const char* style, const std::string& text) { return tag("td", {{"data-label", label}, {"class", style}}, text.empty() ? "–" : text); };
    Html row = tag("th", {{"scope", "row"}}, link("/don-vi/" + unit.unit.text(), unit.name));
    if (shown.ranks_to > 0) row += cell("Hạng", "num", unit.rank ? std::to_string(*unit.rank) : "");
    if (shown.total) row += cell("Tổng điểm", "num", decimal_comma(unit.total));
    if (shown.klass) row += cell("Xếp loại", "", unit.class_title);
    return tag("tr", row);
}

Html cluster(const ranking::PublicPlaces& places, const ranking::Shown& shown) {
    Html head = tag("th", {{"scope", "col"}}, "Đơn vị"), rows, others;
    if (shown.ranks_to > 0) head += tag("th", {{"scope", "col"}, {"class", "num"}}, "Hạng");
    if (shown.total) head += tag("th", {{"scope", "col"}, {"class", "num"}}, "Tổng điểm");
    if (shown.klass) head += tag("th", {{"scope", "col"}}, "Xếp loại");
    for (const PublicUnit& unit : places.places) rows += unit_row(unit, shown);
    for (const PublicUnit& unit : places.others) others += tag("li", link("/don-vi/" + unit.unit.text(), unit.name));
    Html all = tag("h2", places.cluster);
    if (!places.places.empty()) all += tag("table", {{"class", "list"}}, tag("caption", "Kết quả được công bố") + tag("thead", tag("tr", head)) + tag("tbody", rows));
    if (!places.others.empty()) all += tag("h3", "Các đơn vị khác tham gia, theo tên") + tag("ul", others);
    return all;
}

Result<Closing> published(Tx& tx, const ranking::ClosingId& id) {
    CS_TRY(Closing closing, ranking::ClosingStore(tx).find(id));
    if (closing.state != ranking::ClosingState::published) return refuse(Problem::not_found, "ranking.closing_unknown");
    return closing;
}

}    // namespace

Result<Page> rankings_page(Tx& tx) {
    Html items;
    for (const Closing& c : ranking::ClosingStore(tx).published()) {
        CS_TRY(const scoring::ScoreRound round, scoring::ScoreRoundStore(tx).find(c.round));
        items += tag("li", link("/xep-hang/" + c.id.text(), round.title) + Html::text(", " + paper_of(c)));
    }
    Html body = tag("h1", "Kết quả chấm điểm, xếp hạng") +
                tag("p", {{"class", "lead"}}, "Kết quả chấm điểm thi đua hằng năm của các đơn vị, theo phạm vi mà đơn vị tổ chức công bố.");
    body += items.empty() ? tag("div", {{"class", "notice"}}, icon("info") + tag("p", "Chưa có kết quả nào được công bố.")) : tag("ul", items);
    return Page{"Kết quả chấm điểm, xếp hạng", "Kết quả chấm điểm thi đua hằng năm đã công bố.", "/xep-hang", {}, body};
}

Result<Page> ranking_page(Tx& tx, const ranking::ClosingId& id) {
    CS_TRY(const Closing closing, published(tx, id));
    CS_TRY(const scoring::ScoreRound round, scoring::ScoreRoundStore(tx).find(closing.round));
    CS_TRY(const scoring::StandingTable table, scoring::TableStore(tx).version(round.table));
    const std::string& title = round.title;
    Html body = tag("h1", title) + tag("p", {{"class", "lead"}}, "Công bố theo " + paper_of(closing) + ".");
    for (const auto& places : ranking::published_places(ranking::ClosingStore(tx).places(id), closing.shown, table.table->decimals)) body += cluster(places, closing.shown);
    body += tag("h2", "Kiểm chứng") +
            tag("p", "Kết quả đầy đủ được khóa trong một tệp nội bộ; mã của tệp là dấu vân tay của kết quả. Ai giữ tệp có thể tính lại và được đúng mã này.") +
            tag("p", tag("code", closing.digest)) +
            tag("div", {{"class", "toolbar"}}, tag("a", {{"class", "button"}, {"href", "/xep-hang/" + id.text() + ".json"}}, icon("download") + Html::text("Lưu tệp JSON")));
    return Page{title, "Kết quả chấm điểm thi đua đã công bố.", "/xep-hang", {{"/xep-hang", "Xếp hạng"}}, body};
}

}    // namespace cs::portal
