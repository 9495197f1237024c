// print_schema URL: applies every migration to an empty database and prints its schema, for tools/check_drift.
#include <cstdio>
#include <exception>

#include "platform/sql/database.hpp"

namespace {

int fail(const std::string& why) {
    std::fprintf(stderr, "print_schema: %s\n", why.c_str());
    return 3;
}

}    // namespace

int main(int argc, char** argv) try {
    if (argc != 2) return fail("usage: print_schema URL");
    auto opened = cs::sql::open(argv[1]);
    if (!opened) return fail(opened.error().code);
    const auto done = cs::sql::migrate(**opened, argv[1], cs::SystemClock());
    if (!done) return fail(done.error().code);
    std::fputs(cs::sql::schema_snapshot(**opened).c_str(), stdout);
} catch (const std::exception& why) {
    return fail(why.what());
}
