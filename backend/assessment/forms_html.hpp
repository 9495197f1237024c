#pragma once
// The printed forms of the yearly review.
#include "assessment/line_words.hpp"
#include "assessment/printed_sheet.hpp"
#include "law/paper_html.hpp"

namespace cs::assessment {

law::Paper report_form(const PrintedSheet& printed);     // báo cáo kết quả tự đánh giá, phụ lục biểu từng chỉ tiêu
law::Paper minutes_form(const PrintedSheet& printed);    // biên bản thẩm tra, thẩm định: both sign

// A part of both.
html::Html row(std::string_view name, const std::vector<std::string>& cells);    // the first one heads the row

}    // namespace cs::assessment
