#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "platform/temporary_folder.hpp"
#include "server/commands.hpp"

using namespace cs;
using namespace cs::server;

namespace {

struct Ran {
    int code;
    std::string out, err;
};

Ran run(std::vector<std::string> words) {
    words.insert(words.begin(), "chungsuc");
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    std::ostringstream out, err;
    const int code = run_command_line(static_cast<int>(argv.size()), argv.data(), {out, err});
    return {code, out.str(), err.str()};
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class Folder {
public:
    std::string file(const std::string& name, const std::string& text = "") const {
        if (!text.empty()) std::ofstream(folder_.path() / name) << text;
        return folder_.path() / name;
    }

private:
    TemporaryFolder folder_;
};

constexpr const char* set = "law/criteria/xa_ntm_2021_2025.yaml";
constexpr const char* header = "unit,indicator,value,value_male,value_female,applicable\n";

}    // namespace

TEST_CASE("an unknown flag, command or choice stops with exit code 2 and a suggestion") {
    CHECK(run({"serve", "--lisen", "1"}).code == wrong_usage);
    CHECK(says(run({"serve", "--lisen", "1"}).err, "did you mean --listen?"));
    CHECK(says(run({"evalute"}).err, "did you mean evaluate?"));
    CHECK(run({}).code == wrong_usage);
    CHECK(run({"seed", "--world", "moon"}).code == wrong_usage);
    CHECK(run({"describe", "everything"}).code == wrong_usage);
    const Ran setting = run({"verify", "--set", "http.worker=1"});
    CHECK(setting.code == wrong_usage);
    CHECK(says(setting.err, "http.workers"));
}

TEST_CASE("every command has help, which is no error") {
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{{},
                                                                                         {"serve"},
                                                                                         {"migrate"},
                                                                                         {"seed"},
                                                                                         {"verify"},
                                                                                         {"describe"},
                                                                                         {"evaluate"},
                                                                                         {"rank"},
                                                                                         {"org", "show"},
                                                                                         {"org", "import"},
                                                                                         {"org", "reorganise"},
                                                                                         {"criteria", "load"},
                                                                                         {"scoring", "load"},
                                                                                         {"user", "add"}}) {
        std::vector<std::string> words = command;
        words.push_back("--help");
        const Ran ran = run(words);
        CHECK(ran.code == done);
        CHECK(says(ran.out, "--help"));
    }
}

TEST_CASE("evaluate: 0 with a result, 1 with faults and nothing printed, 2 for a region, 3 for a file") {
    const Folder folder;
    const auto with = [&](const std::string& rows, const std::string& region = "DBSH") {
        return run({"evaluate", "--criteria", set, "--values", folder.file("v.csv", header + rows), "--region", region,
                    "--year", "2024", "--format", "json"});
    };
    CHECK(with("A,10,59,,,\n").code == done);
    CHECK(says(with("A,10,59,,,\n").out, "\"threshold\":\"59\""));
    const Ran faulty = with("A,10,nhiều,,,\n");
    CHECK(faulty.code == refused);
    CHECK(faulty.out.empty());
    CHECK(says(faulty.err, ":2:"));
    CHECK(with("A,10,59,,,\n", "MARS").code == wrong_usage);
    CHECK(
        run({"evaluate", "--criteria", "nowhere.yaml", "--values", "nowhere.csv", "--region", "DBSH", "--year", "2024"})
            .code == environment);
}

TEST_CASE("rank: 0 with a result, 1 with faults by line and nothing printed, 2 for a choice that is none, 3 for a file") {
    const std::string table = "tests/files/scoring/t6_hoi_nong_dan.yaml", sheets = "tests/files/scoring/t6_hoi_nong_dan.csv";
    const Ran json = run({"rank", "--table", table, "--sheets", sheets, "--format", "json"});
    CHECK(json.code == done);
    CHECK(says(json.out, R"("total":"972.5")"));
    const Ran people = run({"rank", "--table", table, "--sheets", sheets, "--format", "table"});
    CHECK(people.code == done);
    CHECK(says(people.out, "972,5"));

    Folder folder;
    const std::string bad = folder.file("bad.csv", "unit,cluster,item,stage,score,plan,actual,reason\nA,1,1,self,1200,,,\n");
    const Ran refusal = run({"rank", "--table", table, "--sheets", bad});
    CHECK(refusal.code == refused);
    CHECK(refusal.out.empty());
    CHECK(says(refusal.err, "bad.csv:2: "));
    const Ran fault = run({"rank", "--table", folder.file("bad.yaml", "id: x\n"), "--sheets", sheets});
    CHECK(fault.code == refused);
    CHECK(says(fault.err, "bad.yaml:1: "));
    CHECK(run({"rank", "--package", sheets}).code == refused);

    CHECK(run({"rank"}).code == wrong_usage);
    CHECK(run({"rank", "--table", table}).code == wrong_usage);
    CHECK(run({"rank", "--package", bad, "--table", table}).code == wrong_usage);
    CHECK(run({"rank", "--table", table, "--sheets", sheets, "--format", "xml"}).code == wrong_usage);
    CHECK(run({"rank", "--table", table, "--sheets", folder.file("none.csv")}).code == environment);
    CHECK(run({"rank", "--package", folder.file("none.json")}).code == environment);
}

TEST_CASE("a database is migrated, seeded once, listed and proved") {
    const Folder folder;
    const std::string db = "sqlite:" + folder.file("a.db");
    CHECK(run({"verify", "--db", db}).code == refused);    // migrations are pending
    CHECK(says(run({"migrate", "--plan", "--db", db}).out, "create table person"));
    CHECK(run({"migrate", "--db", db}).code == done);
    CHECK(run({"migrate", "--db", db}).out.empty());
    CHECK(run({"seed", "--world", "empty", "--db", db}).code == done);
    CHECK(run({"seed", "--world", "empty", "--db", db}).code == done);
    CHECK(run({"seed", "--world", "demo", "--db", db}).code == refused);
    CHECK(run({"verify", "--db", db}).code == done);
    CHECK(run({"verify", "--db", db, "--from", "yesterday"}).code == wrong_usage);

    const Ran listed =
        run({"org", "show", "--under", "27", "--on", "2022-12-07", "--kind", "commune", "--format", "csv", "--db", db});
    CHECK(listed.code == done);
    CHECK(listed.out.starts_with("id,code,name,kind,parent_code,rural,region,from,to\n"));
    CHECK(std::count(listed.out.begin(), listed.out.end(), '\n') == 90);
    CHECK(run({"org", "show", "--under", "27", "--on", "2025-07-01", "--db", db}).code ==
          refused);    // the code is gone
    CHECK(run({"org", "show", "--under", "27", "--on", "2020-01-01", "--db", db}).code ==
          refused);    // before the records
    CHECK(run({"org", "show", "--under", "27", "--on", "7/12/2022", "--db", db}).code == wrong_usage);
    CHECK(says(run({"org", "show", "--under", "27", "--on", "2022-12-07", "--kind", "comune", "--db", db}).err,
               "did you mean commune?"));
    CHECK(run({"org", "import", folder.file("none.csv"), "--db", db}).code == environment);
    CHECK(run({"criteria", "load", set, "--db", db}).code == refused);    // the very same bytes
}

TEST_CASE("a scoring table is loaded with its paper, for a unit, once") {
    const Folder folder;
    const std::string db = "sqlite:" + folder.file("a.db");
    CHECK(run({"migrate", "--db", db}).code == done);
    CHECK(run({"seed", "--world", "empty", "--db", db}).code == done);
    const std::string table = "schema_version: 1\nid: bang_thu\ntitle: Bảng thử\nyear: 2025\nscale: 10\nitems:\n  - {id: a, title: A, max: 10}\n";
    const std::string bare = folder.file("bare.yaml", table);
    const std::string issued = folder.file("issued.yaml", table + "paper: {number: 01/QĐ-MH, issuer: UBND huyện Minh Họa, applies_from: 2025-01-01}\n");
    const Ran unbound = run({"scoring", "load", bare, "--unit", "24", "--db", db});
    CHECK(unbound.code == refused);
    CHECK(says(unbound.err, "paper.number: "));
    CHECK(run({"scoring", "load", issued, "--db", db}).code == refused);    // whose is it?
    CHECK(run({"scoring", "load", issued, "--unit", "no-such", "--db", db}).code == refused);
    const Ran dry = run({"scoring", "load", issued, "--unit", "24", "--dry-run", "--db", db});
    CHECK(dry.out == "would load bang_thu, version 1 for 2025, by 01/QĐ-MH, applies from 2025-01-01\n");
    CHECK(says(run({"scoring", "load", issued, "--unit", "24", "--note", "lần đầu", "--db", db}).out, "loaded bang_thu, version 1"));
    CHECK(run({"scoring", "load", issued, "--db", db}).code == refused);    // the very same bytes
    CHECK(run({"scoring", "load", folder.file("none.yaml"), "--db", db}).code == environment);
}

TEST_CASE("the environment is told apart from a refusal") {
    CHECK(run({"migrate", "--db", "postgresql://nobody@127.0.0.1:1/none"}).code == environment);
    CHECK(run({"migrate", "--db", "mysql://x"}).code == wrong_usage);
    CHECK(run({"migrate", "--db", "sqlite:/proc/none/a.db"}).code == environment);
}

TEST_CASE("production refuses the demonstration world") {
    const Folder folder;
    const std::string db = "sqlite:" + folder.file("a.db");
    REQUIRE(run({"migrate", "--db", db}).code == done);
    CHECK(run({"seed", "--world", "demo", "--db", db, "--set", "mode=production"}).code == refused);
    REQUIRE(run({"seed", "--world", "demo", "--db", db}).code == done);
    CHECK(run({"serve", "--db", db, "--set", "mode=production", "--listen", "127.0.0.1:0"}).code == refused);
}
