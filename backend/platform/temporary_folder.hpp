#pragma once
// A folder that is gone, with what is in it, when nobody needs it any more.
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace cs {

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string made = (std::filesystem::temp_directory_path() / "chungsuc-XXXXXX").string();
        if (mkdtemp(made.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = made;
    }
    ~TemporaryFolder() {
        std::error_code nobody_left_to_tell;
        std::filesystem::remove_all(path_, nobody_left_to_tell);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}    // namespace cs
