#include "platform/embedded.hpp"

#include <algorithm>

namespace cs {

std::optional<std::string_view> embedded_file(std::string_view path) {
    const auto& files = embedded_files();
    const auto at = std::lower_bound(files.begin(), files.end(), path,
                                     [](const EmbeddedFile& file, std::string_view wanted) { return file.path < wanted; });
    if (at == files.end() || at->path != path) return std::nullopt;
    return at->bytes;
}

std::vector<EmbeddedFile> embedded_under(std::string_view folder) {
    std::vector<EmbeddedFile> found;
    for (const EmbeddedFile& file : embedded_files())
        if (file.path.starts_with(folder)) found.push_back(file);
    return found;
}

}    // namespace cs
