#pragma once
// The printed forms of the yearly review.
#include "assessment/printed_sheet.hpp"
#include "law/paper_html.hpp"

namespace cs::assessment {

law::Paper report_form(const PrintedSheet& printed);     // báo cáo kết quả tự đánh giá, phụ lục biểu từng chỉ tiêu
law::Paper minutes_form(const PrintedSheet& printed);    // biên bản thẩm tra, thẩm định: both sign

// Parts of both.
std::string verdict_text(criteria::Verdict verdict);
std::string limit_text(const criteria::LeafVerdict& leaf);
// The value of a line as a person reads it: "98,5", "nam 98, nữ 97", "Đạt".
std::string value_text(const criteria::Indicator& indicator, const Line& line);
html::Html row(std::string_view name, const std::vector<std::string>& cells);    // the first one heads the row

}    // namespace cs::assessment
