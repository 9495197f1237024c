#include "access/person.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cs::access {
namespace {

bool may_stand_in_a_login(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

}    // namespace

Done check_login(const std::string& login) {
    if (login.size() < 3 || login.size() > 64 || !std::all_of(login.begin(), login.end(), may_stand_in_a_login))
        return refuse(Problem::bad_input, "access.login_form", {{"login", login}});
    return {};
}

Done check_password(const std::string& login, const std::string& password) {
    if (static_cast<int>(password.size()) < shortest_password || static_cast<int>(password.size()) > longest_password)
        return refuse(Problem::bad_input, "access.password_length",
                      {{"shortest", std::to_string(shortest_password)}, {"longest", std::to_string(longest_password)}});
    if (fold(password) == fold(login)) return refuse(Problem::bad_input, "access.password_is_login");
    return {};
}

}    // namespace cs::access
