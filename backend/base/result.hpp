#pragma once
// How a use case says "no". A refusal is a value somebody will read: it carries a machine word, named arguments and,
// where a law stands behind it, the key of the clause. An outage is an exception; a broken promise is CS_CHECK.
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace cs {

enum class Problem : unsigned char {
    bad_input,        // 422: the request is well formed JSON/CSV but says something impossible
    not_found,        // 404
    stale,            // 409: somebody else changed it meanwhile
    no_such_step,     // 409: the procedure has no such step from this state
    need_unmet,       // 409: a condition of the step does not hold
    not_signed_in,    // 401
    not_your_role,    // 403
    too_many,         // 429
    gone,             // 410: it was there once
    too_large,        // 413
    no_room,          // 507: the disk is full
};

// Named arguments of a sentence in i18n/vi/*.json: {"row","12"},{"code","27"}.
using Args = std::vector<std::pair<std::string, std::string>>;

// One thing wrong with an input: where it stands and what is wrong. `where` is a field path ("members[2].code") or a
// file name; `line` is the physical line of a file, 0 when there is none.
struct Fault {
    std::string code;
    Args args;
    std::string where;
    int line = 0;
};

struct Refusal {
    Problem problem;
    std::string code;    // "org.unit_unknown": the key "refusal.org.unit_unknown" of i18n/vi/*.json
    Args args;
    std::string clause;           // key in law/clauses.tsv, empty when no law stands behind it
    std::vector<Fault> faults;    // every fault of an import or a form, in the order found
};

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Refusal> {    // tl::expected 1.0.0 is not [[nodiscard]] by itself
public:
    using tl::expected<T, Refusal>::expected;
};

using Done = Result<void>;

inline tl::unexpected<Refusal> refuse(Problem problem, std::string code, Args args = {}, std::string clause = {}) {
    return tl::unexpected<Refusal>(Refusal{problem, std::move(code), std::move(args), std::move(clause), {}});
}

inline tl::unexpected<Refusal> refuse(std::string code, std::vector<Fault> faults) {
    return tl::unexpected<Refusal>(Refusal{Problem::bad_input, std::move(code), {}, {}, std::move(faults)});
}

// An impossible state. Always compiled in; ends as a fault (500) with an incident number, never as a wrong figure.
[[noreturn]] void broken(const char* what, const char* file, int line);

}    // namespace cs

#define CS_CHECK(condition)                                             \
    do {                                                                \
        if (!(condition)) ::cs::broken(#condition, __FILE__, __LINE__); \
    } while (false)

// CS_TRY(auto unit, store.find(id));   on refusal, return it to the caller unchanged.
#define CS_TRY(declaration, expression) CS_TRY_AS_(declaration, expression, CS_JOIN_(cs_try_, __COUNTER__))
#define CS_TRY_AS_(declaration, expression, tmp)                            \
    auto tmp = (expression);                                                \
    if (!tmp) return tl::unexpected<::cs::Refusal>(std::move(tmp).error()); \
    declaration = *std::move(tmp)
// CS_TRY_DONE(check(x));   the same for an expression whose value nobody wants.
#define CS_TRY_DONE(expression) \
    if (auto cs_done_ = (expression); !cs_done_) return tl::unexpected<::cs::Refusal>(std::move(cs_done_).error())
#define CS_JOIN_(a, b) CS_JOIN2_(a, b)
#define CS_JOIN2_(a, b) a##b
