#include "access/access_http.hpp"

namespace cs::access {

void add_access_routes(Api& api) {
    add_session_routes(api);
    add_my_account_routes(api);
    add_mail_routes(api);
    add_people_routes(api);
    add_grant_routes(api);
    add_delegation_routes(api);
    add_history_routes(api);
}

}    // namespace cs::access
