#include "libreoffice/office.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "platform/temporary_folder.hpp"

namespace cs::testing {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("no file " + path.string());
    std::ostringstream all;
    all << file.rdbuf();
    return std::move(all).str();
}

// Runs the program with these arguments. Throws unless it has made `wanted`; it tells no failure itself.
void run(const fs::path& profile, const std::string& arguments, const fs::path& log, const fs::path& wanted) {
    const std::string command = "timeout 120 soffice -env:UserInstallation=file://" + profile.string() +
                                " --headless --norestore " + arguments + " >" + log.string() + " 2>&1";
    const int status = std::system(command.c_str());
    if (status != 0 || !fs::exists(wanted))
        throw std::runtime_error("soffice made nothing (libreoffice-calc-nogui installed?): " + contents(log));
}

// A profile set to Vietnamese, with the macro that types. The program fills a new profile when it first starts, so the
// macro is added after that.
const fs::path& typing_profile() {
    static const TemporaryFolder profile;
    const fs::path user = profile.path() / "user", library = user / "basic" / "Standard" / "script.xlb";
    if (fs::exists(user)) return profile.path();
    fs::create_directories(user);
    std::ofstream(user / "registrymodifications.xcu")
        << R"(<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">)"
        << R"(<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi</value></prop></item></oor:items>)";
    run(profile.path(), "--terminate_after_init", profile.path() / "log", library);
    std::string list = contents(library);
    const std::size_t end = list.find("</library:library>");
    if (end == std::string::npos) throw std::runtime_error("an unknown profile: " + list);
    std::ofstream(library) << list.insert(end, R"(<library:element library:name="Fill"/>)");
    fs::copy_file("tests/libreoffice/fill.xba", library.parent_path() / "Fill.xba");
    return profile.path();
}

}    // namespace

std::string saved_by_office(const std::string& name, const std::string& bytes, const std::string& format) {
    static const TemporaryFolder profile;
    const TemporaryFolder folder;
    const fs::path in = folder.path() / name, out = folder.path() / "out";
    std::ofstream(in, std::ios::binary) << bytes;
    const fs::path made = out / in.stem().concat("." + format.substr(0, format.find(':')));
    run(profile.path(), "--convert-to '" + format + "' --outdir " + out.string() + " " + in.string(), folder.path() / "log",
        made);
    return contents(made);
}

std::string filled_by_office(const std::string& workbook, const std::map<std::string, std::string>& typed) {
    const TemporaryFolder folder;
    const fs::path in = folder.path() / "in.xlsx", out = folder.path() / "out.xlsx", cells = folder.path() / "typed";
    std::ofstream(in, std::ios::binary) << workbook;
    std::ofstream entries(cells);
    for (const auto& [address, text] : typed) entries << address << '=' << text << '\n';
    entries.close();
    run(typing_profile(),
        "'macro:///Standard.Fill.Main(\"file://" + in.string() + "\",\"file://" + out.string() + "\",\"" +
            cells.string() + "\")'",
        folder.path() / "log", out);
    return contents(out);
}

std::string saved_by_office(const std::string& committed_file, const std::string& format) {
    static std::map<std::string, std::string> made;    // starting the program takes a second
    std::string& bytes = made[committed_file + " " + format];
    if (bytes.empty())
        bytes = saved_by_office(fs::path(committed_file).filename().string(), contents(committed_file), format);
    return bytes;
}

}    // namespace cs::testing
