#pragma once
// What a reply sends, whether it stands in its body or in a file.
#include <fstream>
#include <sstream>

#include "platform/http/message.hpp"

namespace cs::test {

inline std::string content_of(const http::Reply& reply) {
    if (reply.file.empty()) return reply.body;
    std::ostringstream all;
    all << std::ifstream(reply.file, std::ios::binary).rdbuf();
    return std::move(all).str();
}

}    // namespace cs::test
