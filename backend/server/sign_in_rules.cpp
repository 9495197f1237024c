#include "server/sign_in_rules.hpp"

#include "law/law.hpp"

namespace cs::server {

Result<access::SignInRules> sign_in_rules(Day today, bool demo) {
    const law::Parameters& parameters = law::law().parameters;
    access::SignInRules rules;
    const auto read = [&](std::string_view key, int& into) -> Done {
        CS_TRY(const std::int64_t value, parameters.whole_on(key, today));
        into = static_cast<int>(value);
        return {};
    };
    CS_TRY_DONE(read("access.sign_in_failures", rules.failures_before_lock));
    CS_TRY_DONE(read("access.lock_minutes", rules.lock_minutes));
    CS_TRY_DONE(read("access.session_idle", rules.idle_minutes));
    CS_TRY_DONE(read("access.session_absolute", rules.absolute_minutes));
    rules.administrators_need_second_factor = !demo;
    return rules;
}

}    // namespace cs::server
