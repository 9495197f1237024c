#include "server/installation.hpp"

#include "platform/sql/sql.hpp"

namespace cs::server {

std::optional<std::string> world(Tx& tx) {
    const auto rows = tx.query("server.installation_value", "world");
    return rows->empty() ? std::nullopt : std::optional(rows->front().text("value"));
}

void remember_world(Tx& tx, const std::string& world, Instant at) {
    tx.run("server.remember_installation", "world", world, at);
}

void ping(Tx& tx) { tx.query("server.ping"); }

}    // namespace cs::server
