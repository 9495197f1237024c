#include "server/seeding.hpp"

#include "audit/catalogue.hpp"
#include "audit/journal.hpp"
#include "criteria/commands.hpp"
#include "org/commands.hpp"
#include "server/demo_world.hpp"
#include "server/installation.hpp"

namespace cs::server {

Done seed_world(Tx& tx, const Clock& clock, const std::string& wanted) {
    CS_TRY_DONE(org::seed_country(tx, clock.now()));
    CS_TRY_DONE(criteria::load_shipped(tx, clock.now()));
    if (wanted == "demo") CS_TRY_DONE(seed_demo(tx, clock));
    remember_world(tx, wanted, clock.now());
    audit::record(tx, clock.now(), {},
                  {audit::Event::world_seeded,
                   "world",
                   wanted,
                   {{"world", std::nullopt, wanted}, {"version", std::nullopt, CS_VERSION}},
                   ""});
    return {};
}

}    // namespace cs::server
