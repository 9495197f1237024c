#include "scoring/agreement_form_html.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/shown.hpp"

namespace cs::scoring {
namespace {

using html::Html;
using law::heading;
using law::paragraph;

struct NamedMember {
    std::string name;
    const AgreementMember* member;
};

std::vector<NamedMember> members_of(const Moment& m, const Agreement& a) {
    std::vector<NamedMember> all;
    for (const AgreementMember& member : a.members)
        if (!member.period.until || *member.period.until > m.today()) all.push_back({name_near(m.tx, member.unit, member.period.from), &member});
    std::sort(all.begin(), all.end(), [](const NamedMember& x, const NamedMember& y) { return x.name < y.name; });
    return all;
}

Html targets(const Agreement& a, const std::vector<NamedMember>& members) {
    Html rows;
    int line = 0;
    for (const NamedMember& each : members)
        for (const AgreementIndicator& i : a.indicators) {
            const auto& all = each.member->targets;
            const auto found = std::find_if(all.begin(), all.end(), [&](const AgreementTarget& t) { return t.line == i.line; });
            const bool is_there = found != all.end();
            rows += law::row({std::to_string(++line), each.name, i.title, i.unit, is_there && found->baseline ? decimal_comma(found->baseline->text()) : "", is_there ? decimal_comma(found->value.text()) : "Chưa đăng ký"});
        }
    return law::table({"TT", "Đơn vị", "Mục tiêu", "Đơn vị tính", "Hiện trạng", "Đăng ký"}, rows);
}

std::string signed_text(const std::optional<AgreementSignature>& s) {
    if (!s) return "Chưa ký";
    return s->is_by_paper ? "Đã ký, văn bản số " + s->paper.number : "Đã ký ngày " + to_vietnamese(legal_day(s->at));
}

Html signatures(const std::vector<NamedMember>& members) {
    Html rows;
    int line = 0;
    for (const NamedMember& each : members) {
        const auto& s = each.member->signature;
        rows += law::row({std::to_string(++line), each.name, s ? s->position : "", s ? s->name : "", signed_text(s)});
    }
    return law::table({"TT", "Đơn vị", "Chức vụ", "Họ và tên", "Ký tên"}, rows);
}

std::string bound(const Moment& m, const Agreement& a) {
    const TableVersion version = TableStore(m.tx).version(a.table_on(m.today())).value().version;
    return fmt::format("Điểm thi đua được chấm theo {}, ban hành kèm theo văn bản số {}{}, áp dụng từ ngày {}.", version.title, version.paper_number,
                       version.paper_issuer.empty() ? "" : " của " + version.paper_issuer, to_vietnamese(version.applies_from));
}

}    // namespace

law::Paper agreement_form(const Moment& m, const Agreement& a) {
    const auto members = members_of(m, a);
    const std::string holder = name_near(m.tx, a.holder, a.opened_on);
    const Html body = paragraph(fmt::format("Các đơn vị tham gia phong trào thi đua năm {} thống nhất ký kết giao ước thi đua với các nội dung sau:", a.year)) +
                      heading("I. Mục tiêu đăng ký") + targets(a, members) + heading("II. Chấm điểm") + paragraph(bound(m, a)) +
                      heading("III. Các đơn vị ký kết") + signatures(members) + paragraph("Các đơn vị cam kết thực hiện đúng các nội dung đã ký./.");
    return {"", {holder}, a.paper.number, "GƯTĐ", law::place_of(holder), a.paper.day, "Giao ước thi đua", a.title, body, {}, {{{"Đơn vị tổ chức ký kết"}, ""}}, {}};
}

}    // namespace cs::scoring
