#include "libreoffice/office.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace cs::testing {
namespace {

namespace fs = std::filesystem;

class Folder {
public:
    Folder() {
        std::string made = (fs::temp_directory_path() / "office-XXXXXX").string();
        if (mkdtemp(made.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path = made;
    }
    ~Folder() { fs::remove_all(path); }
    fs::path path;
};

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("no file " + path.string());
    std::ostringstream all;
    all << file.rdbuf();
    return std::move(all).str();
}

}    // namespace

std::string saved_by_office(const std::string& name, const std::string& bytes, const std::string& format) {
    static const Folder profile;
    const Folder folder;
    const fs::path in = folder.path / name, out = folder.path / "out";
    std::ofstream(in, std::ios::binary) << bytes;
    const std::string command = "timeout 120 soffice -env:UserInstallation=file://" + profile.path.string() +
                                " --headless --convert-to '" + format + "' --outdir " + out.string() + " " +
                                in.string() + " >" + (folder.path / "log").string() + " 2>&1";
    const int status = std::system(command.c_str());
    const fs::path made = out / in.stem().concat("." + format.substr(0, format.find(':')));
    if (status != 0 || !fs::exists(made))
        throw std::runtime_error("soffice made nothing (libreoffice-calc-nogui installed?): " +
                                 contents(folder.path / "log"));
    return contents(made);
}

std::string saved_by_office(const std::string& committed_file, const std::string& format) {
    static std::map<std::string, std::string> made;    // starting the program takes a second
    std::string& bytes = made[committed_file + " " + format];
    if (bytes.empty())
        bytes = saved_by_office(fs::path(committed_file).filename().string(), contents(committed_file), format);
    return bytes;
}

}    // namespace cs::testing
