#include <doctest/doctest.h>

#include "base/base64.hpp"
#include "platform/mail/message.hpp"

using namespace cs;
using namespace cs::mail;
using namespace std::chrono_literals;

namespace {

Message letter() {
    return {"Chung Sức", "nhac@vi.du", "can.bo@vi.du", "Việc của tôi", "Kính gửi Nguyễn Thị Lan,\nCó 2 việc.\n", "019a", Instant(std::chrono::sys_days(2026y / 11 / 24) + 6h)};
}

// The bytes behind the encoded words of a header, one after another.
std::string decoded(std::string_view words) {
    std::string text;
    for (std::size_t at; (at = words.find("=?UTF-8?B?")) != words.npos;) {
        words.remove_prefix(at + 10);
        const std::size_t end = words.find("?=");
        text += *from_base64(words.substr(0, end));
        words.remove_prefix(end + 2);
    }
    return text;
}

}    // namespace

TEST_CASE("a Vietnamese subject travels in words no longer than 75 letters, no character cut in two") {
    std::string subject;
    for (int i = 0; i < 30; ++i) subject += "Yêu cầu bổ sung ";
    const std::string words = encoded_words(subject);
    CHECK(decoded(words) == subject);
    for (std::size_t from = 0; from < words.size();) {
        const std::size_t end = std::min(words.find("\r\n", from), words.size());
        CHECK(end - from <= 76);
        const std::string one = decoded(words.substr(from, end - from));
        CHECK((static_cast<unsigned char>(one.front()) & 0xc0) != 0x80);
        from = end + 2;
    }
    CHECK(encoded_words("Plain") == "Plain");
    CHECK(decoded(encoded_words("=?x?=")) == "=?x?=");    // what looks encoded is encoded
}

TEST_CASE("nothing in a subject or a name begins another header") {
    Message bad = letter();
    bad.subject = "Việc\r\nBcc: ai.do@vi.du";
    bad.from_name = "A\nCc: b@vi.du";
    bad.id = "x>\r\nBcc: c@vi.du";
    const std::string raw = encode(bad);
    const std::string head = raw.substr(0, raw.find("\r\n\r\n"));
    CHECK(head.find("\nBcc:") == head.npos);
    CHECK(head.find("\nCc:") == head.npos);
    CHECK(decoded(head.substr(head.find("Subject:"))) == "Việc  Bcc: ai.do@vi.du");
}

TEST_CASE("a letter says its day, its encoding and that no person wrote it") {
    const std::string raw = encode(letter());
    CHECK(raw.starts_with("Date: Tue, 24 Nov 2026 06:00:00 +0000\r\n"));
    CHECK(raw.find("\r\nMessage-ID: <019a@vi.du>\r\n") != raw.npos);
    CHECK(raw.find("\r\nAuto-Submitted: auto-generated\r\n") != raw.npos);
    const std::string body = raw.substr(raw.find("\r\n\r\n") + 4);
    CHECK(*from_base64(body.substr(0, body.find("\r\n"))) == "Kính gửi Nguyễn Thị Lan,\r\nCó 2 việc.\r\n");
}

TEST_CASE("an address is one address") {
    CHECK(is_address("can.bo@bacninh.gov.vn"));
    for (const char* bad : {"", "@x.vn", "a@", "a@b@c", "a b@c.vn", "a@b.vn\r\nBcc: x@y", "<a@b.vn>", "a@b.vn,c@d.vn", "lan\xc3\xaa@b.vn"}) CHECK_FALSE(is_address(bad));
}
