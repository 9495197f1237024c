#pragma once
// A folder of a test, gone with it; its path as text, as tests build names.
#include <string>

#include "platform/temporary_folder.hpp"

namespace cs {

struct TestFolder : TemporaryFolder {
    const std::string path = TemporaryFolder::path().string();
};

}    // namespace cs
