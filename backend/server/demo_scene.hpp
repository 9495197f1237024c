#pragma once
// The stories of the demonstration are told as its people do them, each on his day.
#include "assessment/territory.hpp"
#include "org/store.hpp"
#include "org/tree.hpp"
#include "server/demo_world.hpp"

namespace cs::server {

constexpr Day on(int y, unsigned m, unsigned d) { return Day(std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)); }
inline Instant noon(Day at) { return Instant(std::chrono::sys_days(at)) + std::chrono::hours(5); }

// The people of the demonstration, each with the roles he has.
class Scene {
public:
    Scene(Tx& tx, Instant now) : tx_(tx), tree_(tx), today_(legal_day(now)) {}

    Tx& tx() const { return tx_; }
    UnitId unit(const std::string& code, Day at) const { return org::UnitStore(tx_).with_code(code, at).value(); }
    UnitId unit(const std::string& code) const { return unit(code, today_); }
    template <class Work>
    auto as(const std::string& login, Day at, Work work) const {
        const access::Actor actor = demo_actor(tx_, login, today_);
        return work(assessment::Moment{tx_, noon(at), actor, tree_});
    }

private:
    Tx& tx_;
    org::UnitTree tree_;
    Day today_;
};

}    // namespace cs::server
