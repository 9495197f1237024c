#include "platform/mail/smtp.hpp"

#include <curl/curl.h>
#include <fmt/core.h>

#include <cstring>
#include <memory>

#include "base/result.hpp"

namespace cs::mail {
namespace {

struct Sent {
    std::string content;
    std::size_t at = 0;
    std::string answer;    // the server's last line that said no
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* from) {
    Sent& sent = *static_cast<Sent*>(from);
    const std::size_t n = std::min(size * count, sent.content.size() - sent.at);
    std::memcpy(to, sent.content.data() + sent.at, n);
    sent.at += n;
    return n;
}

std::size_t hear(char* bytes, std::size_t size, std::size_t count, void* to) {
    std::string line(bytes, size * count);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    if (line.starts_with('4') || line.starts_with('5')) static_cast<Sent*>(to)->answer = line;    // after a no curl still says goodbye
    return size * count;
}

// What a server answers often repeats the address, which is personal and has no place in a log or a table.
std::string without(std::string text, const std::string& address) {
    for (std::size_t at; !address.empty() && (at = text.find(address)) != text.npos;) text.replace(at, address.size(), "…");
    constexpr std::size_t most = 200;
    return text.size() > most ? text.substr(0, most) : text;
}

struct Closing {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void prepare(CURL* curl, const Server& server, const Message& message, Sent& sent) {
    const std::string url = fmt::format("{}://{}:{}", server.tls == Tls::tls ? "smtps" : "smtp", server.host, server.port);
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");    // of the environment: mail goes straight to the office's server
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(server.tls == Tls::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!server.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, server.ca_file.c_str());
    if (!server.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(server.patience.count()));
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + message.from + ">").c_str());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &sent);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, hear);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &sent);
}

// 530 and 535 are about us, not about the letter: the operator mends the settings and it goes.
bool says_never(CURLcode code, long reply) { return code != CURLE_LOGIN_DENIED && reply >= 500 && reply <= 599 && reply != 530 && reply != 535; }

}    // namespace

Delivery deliver(const Server& server, const Message& message) {
    using enum Delivery::Outcome;
    if (!is_address(message.to) || !is_address(message.from)) return {never, "not an address", true};
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    CS_CHECK(ready);
    const std::unique_ptr<CURL, Closing> curl(curl_easy_init());
    CS_CHECK(curl != nullptr);
    Sent sent{encode(message), 0, ""};
    prepare(curl.get(), server, message, sent);
    const std::unique_ptr<curl_slist, Closing> to(curl_slist_append(nullptr, ("<" + message.to + ">").c_str()));
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, to.get());
    const CURLcode code = curl_easy_perform(curl.get());
    if (code == CURLE_OK) return {taken, "", true};
    long reply = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &reply);
    const std::string fault = reply >= 400 && !sent.answer.empty() ? sent.answer : curl_easy_strerror(code);
    return {says_never(code, reply) ? never : later, without(fault, message.to), reply != 0};
}

}    // namespace cs::mail
