#include "report/naming_html.hpp"

#include "platform/i18n.hpp"

namespace cs::report {

std::string boundary_name(const Asked& asked) {
    if (asked.boundary == "day") return say("board.boundary.day", {{"day", to_vietnamese(*asked.frame.frame)}});
    if (asked.boundary == "today") return say("board.boundary.today", {{"day", to_vietnamese(*asked.frame.frame)}});
    if (asked.boundary == "as_reported") return say("board.boundary.as_reported", {{"day", to_vietnamese(asked.on)}});
    return say("boundary." + asked.boundary + ".name");
}

std::string root_name(const Asked& asked, const org::Forest& forest) {
    if (!asked.frame.root) return say("board.country");
    const org::UnitVersion* state = forest.near(*asked.frame.root, asked.frame.frame.value_or(asked.on));
    return state ? state->state.name : "";
}

}    // namespace cs::report
