#include <csignal>
#include <iostream>

#include "server/commands.hpp"

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);    // sendfile to a client that has gone would kill the program
    return cs::server::run_command_line(argc, argv, {std::cout, std::cerr});
}
