#pragma once
// Opening the database a command was told to use, with the exit code for each way it can fail.
#include <memory>

#include "platform/tx.hpp"
#include "server/commands.hpp"

namespace cs::server {

struct Opened {
    std::unique_ptr<Database> db;    // empty: `code` says how the command ends
    int code = done;
};

Opened open_any(const Settings& settings, Streams io);      // whatever its schema is
Opened open_ready(const Settings& settings, Streams io);    // refuses while migrations are pending or altered

void print_sign_ins(Streams io);    // of the demonstration world

}    // namespace cs::server
