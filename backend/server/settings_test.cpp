#include "server/settings.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "platform/temporary_folder.hpp"

using namespace cs;
using namespace cs::server;

namespace {

struct SettingsFile {
    TemporaryFolder folder;
    std::string path = folder.path() / "chungsuc.toml";
    explicit SettingsFile(const std::string& text) { std::ofstream(path) << text; }
};

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
    const SettingsFile file("mode = 'production'\n[http]\nworkers = 8\nlisten = ['127.0.0.1:1', '[::1]:1']\n");
    REQUIRE(settings.read_file(file.path));
    REQUIRE(settings.set_pair("http.workers=2"));
    CHECK(settings.production());
    CHECK(settings.integer("http.workers") == 2);
    CHECK(settings.list("http.listen") == std::vector<std::string>{"127.0.0.1:1", "[::1]:1"});
}

TEST_CASE("a file that is no TOML, or names an unknown setting, is refused with its place") {
    Settings settings;
    const Done broken_file = settings.read_file(SettingsFile("mode = \n").path);
    REQUIRE_FALSE(broken_file);
    CHECK(broken_file.error().code == "settings.file");
    CHECK(settings.read_file(SettingsFile("[http]\nport = 1\n").path).error().code == "settings.unknown");
    CHECK(settings.read_file("/nowhere/at/all.toml").error().code == "settings.file");
}
