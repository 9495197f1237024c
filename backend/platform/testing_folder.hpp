#pragma once
// A folder of a test, gone with it.
#include <filesystem>
#include <string>
#include <system_error>

namespace cs {

struct TestFolder {
    std::string path = std::filesystem::temp_directory_path() / "chungsuc-test-XXXXXX";
    TestFolder() {
        if (mkdtemp(path.data()) == nullptr) throw std::system_error(errno, std::generic_category(), path);
    }
    ~TestFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
};

}    // namespace cs
