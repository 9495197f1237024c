#pragma once
// Files compiled into the program: migrations, queries, law data, translations. tools in cmake/embed.cmake.
#include <optional>
#include <string_view>
#include <vector>

namespace cs {

struct EmbeddedFile {
    std::string_view path;    // relative to the root of the tree: "law/criteria/xa_ntm_2021_2025.yaml"
    std::string_view bytes;
};

const std::vector<EmbeddedFile>& embedded_files();    // sorted by path
std::optional<std::string_view> embedded_file(std::string_view path);
std::vector<EmbeddedFile> embedded_under(std::string_view folder);    // "law/criteria/"

}    // namespace cs
