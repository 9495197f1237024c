#include "platform/mail/message.hpp"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <algorithm>

#include "base/base64.hpp"
#include "base/result.hpp"

namespace cs::mail {
namespace {

constexpr std::size_t word_bytes = 42;    // 56 letters of base64 and the frame: below the 75 an encoded word may have
constexpr std::size_t line_letters = 76;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string without_controls(std::string_view text) {
    std::string clean(text);
    std::replace_if(clean.begin(), clean.end(), is_control, ' ');
    return clean;
}

// The next piece of at most `most` bytes that does not cut a character in two.
std::string_view piece(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end);
}

std::string base64_lines(std::string_view bytes) {
    const std::string all = to_base64(bytes);
    std::string lines;
    for (std::size_t at = 0; at < all.size(); at += line_letters) lines += all.substr(at, line_letters) + "\r\n";
    return lines;
}

std::string crlf(std::string_view text) {
    std::string lines;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\n') lines += '\r';
        lines += c;
    }
    return lines;
}

std::string date(Instant at) {
    return fmt::format("{:%a, %d %b %Y %H:%M:%S} +0000", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::seconds>(at))));
}

}    // namespace

bool is_address(std::string_view text) {
    constexpr std::string_view ends = " <>()[],;:\\\"";
    const bool plain = std::all_of(text.begin(), text.end(), [&](char c) { return c > 0x20 && c < 0x7f && ends.find(c) == ends.npos; });
    return plain && text.size() <= 254 && std::count(text.begin(), text.end(), '@') == 1 && text.front() != '@' && text.back() != '@';
}

std::string encoded_words(std::string_view text) {
    const std::string clean = without_controls(text);
    const bool ascii = std::all_of(clean.begin(), clean.end(), [](char c) { return c > 0; });
    if (ascii && clean.size() <= 60 && clean.find("=?") == clean.npos) return clean;
    std::string words;
    for (std::string_view rest = clean; !rest.empty();) {
        const std::string_view next = piece(rest, word_bytes);
        words += (words.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + to_base64(next) + "?=");
        rest.remove_prefix(next.size());
    }
    return words;
}

std::string encode(const Message& m) {
    CS_CHECK(is_address(m.from) && is_address(m.to));    // the sender asks before
    return "Date: " + date(m.at) + "\r\nFrom: " + (m.from_name.empty() ? "" : encoded_words(m.from_name) + " ") + "<" + m.from + ">\r\nTo: <" + m.to +
           ">\r\nSubject: " + encoded_words(m.subject) + "\r\nMessage-ID: <" + without_controls(m.id) + m.from.substr(m.from.find('@')) +
           ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
           "Auto-Submitted: auto-generated\r\n\r\n" +
           base64_lines(crlf(m.text));
}

}    // namespace cs::mail
