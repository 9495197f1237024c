#include "server/settings.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <fstream>

using namespace cs;
using namespace cs::server;

namespace {

std::string file_with(const std::string& text) {
    std::string path = "/tmp/cs_settings_XXXXXX";
    ::close(::mkstemp(path.data()));
    std::ofstream(path) << text;
    return path;
}

}    // namespace

TEST_CASE("a misspelt setting is refused with the nearest one") {
    Settings settings;
    const Done done = settings.set("http.worker", "8");
    REQUIRE_FALSE(done);
    CHECK(done.error().code == "settings.unknown");
    CHECK(done.error().args.at(1).second == "http.workers");
}

TEST_CASE("a value of the wrong kind is refused and nothing changes") {
    Settings settings;
    CHECK_FALSE(settings.set("http.workers", "many"));
    CHECK_FALSE(settings.set("http.workers", "-1"));
    CHECK_FALSE(settings.set("mode", "prod"));
    CHECK_FALSE(settings.set("http.listen", "8080"));
    CHECK_FALSE(settings.set_pair("mode"));
    CHECK(settings.integer("http.workers") == 16);
    CHECK_FALSE(settings.production());
}

TEST_CASE("a file gives settings by section, flags win over it") {
    Settings settings;
    REQUIRE(settings.read_file(
        file_with("mode = 'production'\n[http]\nworkers = 8\nlisten = ['127.0.0.1:1', '[::1]:1']\n")));
    REQUIRE(settings.set_pair("http.workers=2"));
    CHECK(settings.production());
    CHECK(settings.integer("http.workers") == 2);
    CHECK(settings.list("http.listen") == std::vector<std::string>{"127.0.0.1:1", "[::1]:1"});
}

TEST_CASE("a file that is no TOML, or names an unknown setting, is refused with its place") {
    Settings settings;
    const Done broken_file = settings.read_file(file_with("mode = \n"));
    REQUIRE_FALSE(broken_file);
    CHECK(broken_file.error().code == "settings.file");
    CHECK(settings.read_file(file_with("[http]\nport = 1\n")).error().code == "settings.unknown");
    CHECK(settings.read_file("/nowhere/at/all.toml").error().code == "settings.file");
}
