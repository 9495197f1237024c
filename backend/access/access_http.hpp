#pragma once
// Routes of this module, and the cookie they speak through.
#include <string>
#include <string_view>

#include "access/api_http.hpp"

namespace cs::access {

inline constexpr std::string_view session_cookie = "cs_session";

void add_access_routes(Api& api);    // all of them

void add_session_routes(Api& api);
void add_my_account_routes(Api& api);
void add_mail_routes(Api& api);
void add_people_routes(Api& api);
void add_grant_routes(Api& api);
void add_delegation_routes(Api& api);
void add_history_routes(Api& api);

}    // namespace cs::access
