// Printed forms, field teams, and sheets of merged units, on both engines.
#include <fstream>
#include <sstream>

#include "assessment/forms_html.hpp"
#include "assessment/guarded.hpp"
#include "assessment/orphans.hpp"
#include "contract/assessment_fixture.hpp"

using namespace cs;
using namespace cs::assessment;
using namespace cs::test;

namespace {

std::string golden(const std::string& name) {
    std::ifstream file("tests/contract/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// Written beside the golden file when it differs, to be looked at and moved by hand.
void compare(const std::string& made, const std::string& name) {
    if (made != golden(name)) std::ofstream("tests/contract/" + name + ".made") << made;
    CHECK(made == golden(name));
}

Result<PrintedSheet> printed(Review& review, Tx& tx, const access::Actor& who) {
    const UnitTree tree(tx);
    auto opened = open_sheet(tx, review.sheet(), who, tree, review.today());
    if (!opened) return tl::unexpected<Refusal>(std::move(opened).error());
    return printed_sheet(tx, *std::move(opened), tree);
}

Draft split(const std::string& key, Day day, const std::string& code) {
    Draft draft = one_line(key, day, Split{});
    static_cast<void>(code);
    return draft;
}

}    // namespace
