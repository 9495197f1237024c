#pragma once
// The form of one score sheet at the stage its reader may score, as it would go out now, and how its rows become scores again.
#include "platform/sheet/form.hpp"
#include "scoring/score_desk.hpp"

namespace cs::scoring {

inline constexpr std::string_view score_form = "scoring.sheet";

// Columns of the form, by key; each stage before has one of its own.
namespace score_column {
inline const std::string no = "no", name = "name", max = "max", rule = "rule", system = "system", agree = "agree", score = "score", yes = "yes",
                         plan = "plan", actual = "actual", reason = "reason";
}

// Everything the form is made of, loaded before.
struct ScoreFormSource {
    const OpenedScore& opened;
    int position;
    const Cells& cells;
    const std::vector<ReturnedItem>& returns;
    std::map<PersonId, std::string> names;    // of those who saved cells of the stage; none in a blind round
};
sheet::Form form_of(const ScoreFormSource& source);

// The text a given value has in that column: "38.5", "có"; "" for what the column does not hold.
std::string text_in(const std::string& column, const Given& given);
// What the cells of a filled row say of its leaf, without regard to agreeing.
Given given_in(const sheet::FilledRow& row);
// For people: "38,5", "có", "kế hoạch 100, thực hiện 90".
std::string said(const Given& given, bool is_yes_no);

}    // namespace cs::scoring
