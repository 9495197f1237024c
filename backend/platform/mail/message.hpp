#pragma once
// A letter as mail servers want it: RFC 5322 headers, Vietnamese in RFC 2047 words, the text as UTF-8 in base64. Whatever stands in a
// subject or a name, it cannot begin another header: control characters become blanks before anything is written.
#include <string>

#include "base/day.hpp"

namespace cs::mail {

struct Message {
    std::string from_name, from, to;    // addresses: see is_address
    std::string subject, text;          // UTF-8; lines of the text end with "\n"
    std::string id;                     // the same letter sent twice has the same one
    Instant at = {};
};

// Printable ASCII with one '@' and nothing that quotes, groups or ends an address.
bool is_address(std::string_view text);
std::string encode(const Message& message);    // with CRLF
std::string encoded_words(std::string_view text);    // of a header, folded

}    // namespace cs::mail
