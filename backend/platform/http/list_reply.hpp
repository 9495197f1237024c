#pragma once
// A list as the reply to a request: a file with its name, deleted once it is sent.
#include "platform/http/message.hpp"
#include "platform/list_file.hpp"

namespace cs::http {

Result<Reply> list_reply(const List& list, ListFormat format, Instant now);

}    // namespace cs::http
