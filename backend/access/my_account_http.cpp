#include "access/access_http.hpp"
#include "access/commands.hpp"
#include "access/person.hpp"

namespace cs::access {
namespace {

struct NewPassword {
    std::string old, new_;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (old, new_))

struct SecondFactor {
    std::string secret, uri;
};
BOOST_DESCRIBE_STRUCT(SecondFactor, (), (secret, uri))

struct Code {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(Code, (), (code))

Result<Nothing> change_here(const Api& api, Call& call, const NewPassword& body) {
    CS_TRY_DONE(change_my_password(call.db, call.clock, api.options().rules, *call.session, body.old, body.new_));
    return Nothing{};
}

Result<SecondFactor> enrol_here(Call& call) {
    CS_TRY(const Enrolment begun, call.db.write([&](Tx& tx) { return enrol_second_factor(tx, *call.session); }));
    return SecondFactor{begun.secret, begun.uri};
}

Result<Nothing> confirm_here(Call& call, const Code& body) {
    CS_TRY_DONE(call.db.write(
        [&](Tx& tx) { return confirm_second_factor(tx, call.clock.now(), *call.session, body.code); }));
    return Nothing{};
}

Result<Nothing> drop_here(const Api& api, Call& call) {
    const std::string code = call.query("code").value_or("");
    CS_TRY_DONE(drop_second_factor(call.db, call.clock, api.options().rules, *call.session, call.actor, code));
    return Nothing{};
}

}    // namespace

void add_my_account_routes(Api& api) {
    using http::Method;
    api.write<NewPassword, Nothing>({Method::put, "/api/me/password", Operation::change_my_password,
                                     "Changes one's own password; the other sessions end."},
                                    [&api](Call& call, const NewPassword& body) { return change_here(api, call, body); });
    api.write<Nothing, SecondFactor>({Method::post, "/api/me/second-factor", Operation::enrol_second_factor,
                                      "Begins the enrolment of a second factor."},
                                     [](Call& call, const Nothing&) { return enrol_here(call); });
    api.write<Code, Nothing>({Method::put, "/api/me/second-factor", Operation::confirm_second_factor,
                              "Ends the enrolment with the first code."},
                             [](Call& call, const Code& body) { return confirm_here(call, body); });
    api.write<Nothing, Nothing>({Method::del, "/api/me/second-factor", Operation::drop_second_factor,
                                 "Gives the second factor up.", {{"code", "a code that is right now", true}}},
                                [&api](Call& call, const Nothing&) { return drop_here(api, call); });
}

}    // namespace cs::access
