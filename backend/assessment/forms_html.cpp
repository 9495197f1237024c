#include "assessment/forms_html.hpp"

namespace cs::assessment {

html::Html row(std::string_view name, const std::vector<std::string>& cells) {
    html::Html all;
    for (std::size_t i = 0; i < cells.size(); ++i)
        all += i == 0 ? html::tag("th", {{"scope", "row"}}, cells[i]) : html::tag("td", cells[i]);
    return html::tag("tr", {{"class", name.empty() ? "-" : std::string(name)}}, all);
}

}    // namespace cs::assessment
