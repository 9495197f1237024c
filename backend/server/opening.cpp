#include "server/opening.hpp"

#include <filesystem>
#include <iostream>

#include "platform/sql/database.hpp"
#include "server/demo_world.hpp"

namespace cs::server {

Opened open_any(const Settings& settings, Streams io) {
    sql::Options options;
    options.connections = static_cast<int>(settings.integer("db.connections"));
    const std::string& url = settings.text("db.url");
    if (url.starts_with("sqlite:"))
        if (const auto folder = std::filesystem::path(url.substr(7)).parent_path(); !folder.empty())
            std::filesystem::create_directories(folder);
    auto db = sql::open(url, options);
    if (!db) return {nullptr, (report(db.error(), io), wrong_usage)};
    return {std::move(*db), done};
}

Opened open_ready(const Settings& settings, Streams io) {
    Opened opened = open_any(settings, io);
    if (!opened.db) return opened;
    const sql::SchemaState state = sql::schema_state(*opened.db, settings.text("db.url"));
    if (state.ready()) return opened;
    Refusal refusal{Problem::need_unmet, "schema.not_ready", {{"url", settings.text("db.url")}}, {}, {}};
    for (const auto& migration : state.pending)
        refusal.faults.push_back(
            {"schema.pending", {{"migration", fmt::format("{:04}_{}", migration.version, migration.name)}}, {}, 0});
    for (const auto& name : state.altered) refusal.faults.push_back({"schema.altered", {{"migration", name}}, {}, 0});
    for (const auto& name : state.unknown) refusal.faults.push_back({"schema.newer", {{"migration", name}}, {}, 0});
    return {nullptr, report(refusal, io)};
}

void print_sign_ins(Streams io) {
    io.out << "demonstration world, password for all: " << demo_password << '\n';
    for (const DemoPerson& p : demo_people()) io.out << fmt::format("  {:<18} {}\n", p.login, p.position);
}

}    // namespace cs::server
