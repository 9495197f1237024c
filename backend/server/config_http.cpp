#include "server/demo_world.hpp"
#include "server/installation.hpp"
#include "server/routes_http.hpp"

namespace cs::server {
namespace {

struct SignIn {
    std::string login, password, name, position, role;
};
struct Config {
    std::string version, world;
    bool demo;
    Day today;
    std::vector<SignIn> sign_ins;    // of the demonstration world only
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (login, password, name, position, role))
BOOST_DESCRIBE_STRUCT(Config, (), (version, world, demo, today, sign_ins))

Result<Config> show_config(access::Call& call) {
    Config config{CS_VERSION, call.db.read([](Tx& tx) { return world(tx); }).value_or(""), false, call.today(), {}};
    config.demo = config.world == "demo";
    if (config.demo)
        for (const DemoPerson& p : demo_people())
            config.sign_ins.push_back({p.login, std::string(demo_password), p.name, p.position, p.role});
    return config;
}

}    // namespace

void add_config_routes(access::Api& api) {
    api.read<Config>({http::Method::get, "/api/config", access::Operation::show_config,
                      "What this installation is: version, world, the legal day of today."},
                     show_config);
}

}    // namespace cs::server
