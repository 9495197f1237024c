#pragma once
// What may be done to an object now and, for the rest, why not: goes with every object, so that no screen holds a rule.
#include <optional>
#include <string>

#include "access/permissions.hpp"
#include "platform/json/json.hpp"

namespace cs::access {

struct Action {
    std::string name;    // the operation
    bool allowed;
    std::optional<std::string> because;    // the code of the refusal
    std::optional<std::string> clause;
};
BOOST_DESCRIBE_STRUCT(Action, (), (name, allowed, because, clause))

// action(Operation::close_person, may(actor, Operation::close_person)); any Result does.
template <class T>
Action action(Operation operation, const Result<T>& asked) {
    Action a{std::string(word(operation)), asked.has_value(), std::nullopt, std::nullopt};
    if (asked) return a;
    a.because = asked.error().code;
    if (!asked.error().clause.empty()) a.clause = asked.error().clause;
    return a;
}

}    // namespace cs::access
