#pragma once
// The printed forms of the yearly review.
#include "assessment/line_words.hpp"
#include "assessment/printed_sheet.hpp"
#include "law/paper_html.hpp"

namespace cs::assessment {

law::Paper report_form(const PrintedSheet& printed);     // báo cáo kết quả tự đánh giá, phụ lục biểu từng chỉ tiêu
law::Paper minutes_form(const PrintedSheet& printed);    // biên bản thẩm tra, thẩm định: both sign

}    // namespace cs::assessment
