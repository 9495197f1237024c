#include "platform/http/list_reply.hpp"

namespace cs::http {

Result<Reply> list_reply(const List& list, ListFormat format, Instant now) {
    CS_TRY(ListFile made, list_file(list, format, now));
    return Reply{200, made.type, {}, {named_file(made.name)}, made.path, std::move(made.keeps)};
}

}    // namespace cs::http
