#include "criteria/evaluate_command.hpp"

#include "platform/i18n.hpp"
#include "server/commands.hpp"

namespace cs::server {

int evaluate(const EvaluateChoice& choice, Streams io) {
    const criteria::EvaluateOptions options{choice.criteria, choice.values,           choice.region,
                                            choice.year,     choice.assume_confirmed, choice.format == "table"};
    return criteria::evaluate_command(
        options, [](std::string_view key, const Args& args) { return say(key, args); }, io.out, io.err);
}

}    // namespace cs::server
