#include "platform/http/connection.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <filesystem>
#include <fstream>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "platform/http/wire.hpp"

namespace cs::http {
namespace {

namespace beast = boost::beast;
using beast::error_code;
using Parser = beast::http::request_parser<beast::http::string_body>;
template <class T>
using Task = asio::awaitable<T>;

constexpr std::size_t piece = 64 * 1024;

std::string text(beast::string_view view) { return {view.data(), view.size()}; }

std::optional<Method> method_of(beast::http::verb verb) {
    using Verb = beast::http::verb;
    switch (verb) {
        case Verb::get: return Method::get;
        case Verb::post: return Method::post;
        case Verb::put: return Method::put;
        case Verb::patch: return Method::patch;
        case Verb::delete_: return Method::del;
        case Verb::head: return Method::head;
        case Verb::options: return Method::options;
        default: return std::nullopt;
    }
}

// What the parser refuses, as a reply; none: the peer has gone or was too slow, there is nobody to answer.
std::optional<Reply> refusal_of(error_code error, std::size_t body_limit) {
    using E = beast::http::error;
    if (error == E::body_limit) return problem(413, "http.too_large", {{"limit", std::to_string(body_limit)}});
    if (error == E::header_limit || error == E::buffer_overflow) return problem(431, "http.header_too_large");
    if (error == E::end_of_stream || error == E::partial_message) return std::nullopt;
    if (error.category() != beast::http::make_error_code(E::bad_method).category()) return std::nullopt;
    return problem(400, "http.bad_request");
}

// What Beast lets through and RFC 9112 forbids (sections 3.2 and 6.1).
std::optional<Reply> refusal_of(const Parser& parser) {
    const auto& message = parser.get();
    const auto hosts = message.count(beast::http::field::host);
    if (hosts > 1 || (hosts == 0 && message.version() >= 11)) return problem(400, "http.host_missing");
    const auto coding = message.find(beast::http::field::transfer_encoding);
    if (coding != message.end() && !beast::iequals(coding->value(), "chunked"))
        return problem(501, "http.transfer_encoding", {{"given", text(coding->value())}});
    return std::nullopt;
}

Reply incident(const Request& request, const char* what) {
    const std::string number = random_hex(6);
    spdlog::error("incident {} in request {} {}: {}", number, request.id, word(request.method), what);
    return wants_json(request.path) ? problem(500, "http.fault", {}, number) : problem_page(500, "http.fault", {}, number);
}

// On a thread of the pool.
Reply answer(const Service& service, const Request& request) {
    try {
        Reply reply = service.handle(request);
        compress(reply, request.header("accept-encoding"));
        return reply;
    } catch (const std::exception& e) {
        return incident(request, e.what());
    } catch (...) {
        return incident(request, "something that is no std::exception");
    }
}

Task<Reply> answer_task(const Service& service, const Request& request) { co_return answer(service, request); }

class Connection {
public:
    Connection(Service& service, tcp::socket socket) : service_(service), stream_(std::move(socket)) {}

    Task<bool> wait_for_request();
    Task<bool> exchange();
    void close();

private:
    Task<error_code> read_body(Parser& parser);
    Task<std::optional<Reply>> receive(Parser& parser);
    std::optional<Reply> understand(Parser& parser, Request& request) const;
    Task<bool> send(const Reply& reply, bool with_body, bool keep_alive);
    Task<void> part();
    std::string peer_of(const Request& request) const;

    Service& service_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    bool gone_ = false;    // nobody to answer any more
};

// True when bytes of a request are there.
Task<bool> Connection::wait_for_request() {
    if (buffer_.size() > 0) co_return true;
    if (service_.stopping) co_return false;
    stream_.expires_after(service_.options.idle_timeout);
    service_.waiting.insert(&stream_.socket());
    const auto [error, n] = co_await stream_.async_read_some(buffer_.prepare(4096), as_tuple);
    service_.waiting.erase(&stream_.socket());
    buffer_.commit(n);
    co_return !error;
}

// Reads one request. A reply is a refusal of the protocol, after which the connection ends.
Task<std::optional<Reply>> Connection::receive(Parser& parser) {
    parser.header_limit(service_.options.header_limit);
    parser.body_limit(service_.options.body_limit);
    stream_.expires_after(service_.options.header_timeout);
    auto [error, n] = co_await beast::http::async_read_header(stream_, buffer_, parser, as_tuple);
    if (!error) {
        std::optional<Reply> refused = refusal_of(parser);
        if (refused) co_return refused;
        error = co_await read_body(parser);
    }
    if (!error) co_return std::nullopt;
    std::optional<Reply> refused = refusal_of(error, service_.options.body_limit);
    gone_ = !refused;
    co_return refused;
}

Task<error_code> Connection::read_body(Parser& parser) {
    if (parser.is_done()) co_return error_code();
    stream_.expires_after(service_.options.body_timeout);
    if (buffer_.size() == 0 && beast::iequals(parser.get()[beast::http::field::expect], "100-continue")) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto [error, n] = co_await asio::async_write(stream_, asio::buffer(go_on), as_tuple);
        if (error) co_return error;
    }
    const auto [error, n] = co_await beast::http::async_read(stream_, buffer_, parser, as_tuple);
    co_return error;
}

// From Beast's message to ours. A reply is a refusal after which the connection may go on.
std::optional<Reply> Connection::understand(Parser& parser, Request& request) const {
    const std::optional<Method> method = method_of(parser.get().method());
    if (!method) return problem(501, "http.method_unknown", {{"method", text(parser.get().method_string())}});
    tl::expected<Target, Reply> target = parse_target(text(parser.get().target()));
    if (!target) return std::move(target).error();
    request.method = *method;
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    for (const auto& field : parser.get()) {
        std::string name = text(field.name_string());
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
        request.headers.emplace_back(std::move(name), text(field.value()));
    }
    request.body = std::move(parser.get().body());
    request.peer = peer_of(request);
    return std::nullopt;
}

// One request and its reply. False when the connection is to be closed.
Task<bool> Connection::exchange() {
    Parser parser;
    Request request;
    request.id = random_hex(8);
    std::optional<Reply> reply = co_await receive(parser);
    if (gone_) co_return false;
    const bool broken_protocol = reply.has_value();
    const auto started = std::chrono::steady_clock::now();
    if (!broken_protocol) reply = understand(parser, request);
    stream_.expires_never();
    if (!reply) reply = co_await asio::co_spawn(service_.pool, answer_task(service_, request), asio::use_awaitable);
    secure(*reply, broken_protocol ? "/api" : request.path);
    reply->headers.emplace_back("x-request-id", request.id);
    const bool keep_alive = !broken_protocol && parser.get().keep_alive() && !service_.stopping;
    const bool sent = co_await send(*reply, parser.get().method() != beast::http::verb::head, keep_alive);
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started);
    // The path as it was sent, escapes and all, and never the query: it may hold a name somebody looked for.
    const std::string target = text(parser.get().target());
    spdlog::info("{} {} {} {} {}us", request.id, text(parser.get().method_string()),
                 target.substr(0, std::min<std::size_t>(target.find('?'), 300)), reply->status, micros.count());
    if (broken_protocol && sent) co_await part();
    co_return sent && keep_alive;
}

Task<bool> Connection::send(const Reply& reply, bool with_body, bool keep_alive) {
    std::ifstream file;
    std::uintmax_t left = reply.body.size();
    if (!reply.file.empty()) {
        file.open(reply.file, std::ios::binary);
        left = std::filesystem::file_size(reply.file);    // throws when it went meanwhile: the connection is dropped
    }
    std::string out = head(reply, left, keep_alive, SystemClock().now());
    if (!with_body || reply.status == 204 || reply.status == 304) left = 0;
    for (std::size_t at = 0;;) {
        const std::size_t n = static_cast<std::size_t>(std::min<std::uintmax_t>(left, piece));
        const std::size_t before = out.size();
        if (reply.file.empty()) {
            out.append(reply.body, at, n);
        } else {
            out.resize(before + n);
            if (n > 0 && !file.read(out.data() + before, static_cast<std::streamsize>(n))) co_return false;
        }
        stream_.expires_after(service_.options.reply_timeout);
        const auto [error, written] = co_await asio::async_write(stream_, asio::buffer(out), as_tuple);
        if (error) co_return false;
        at += n;
        left -= n;
        if (left == 0) co_return true;
        out.clear();
    }
}

// A peer that broke the protocol may still be sending; closing at once would reset the connection and take the reply with
// it, so what comes is read and thrown away for a moment.
Task<void> Connection::part() {
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    std::string waste(piece, '\0');
    stream_.expires_after(std::chrono::seconds(2));
    for (;;) {
        const auto [error, n] = co_await stream_.async_read_some(asio::buffer(waste), as_tuple);
        if (error) co_return;
    }
}

std::string Connection::peer_of(const Request& request) const {
    error_code error;
    const std::string peer = stream_.socket().remote_endpoint(error).address().to_string();
    const std::vector<std::string>& proxies = service_.options.proxies;
    const std::string_view forwarded = request.header("x-forwarded-for");
    if (forwarded.empty() || std::find(proxies.begin(), proxies.end(), peer) == proxies.end()) return peer;
    const std::string last(trim(forwarded.substr(forwarded.rfind(',') + 1)));    // npos + 1 is 0: the whole
    const asio::ip::address address = asio::ip::make_address(last, error);
    return error ? peer : address.to_string();
}

void Connection::close() {
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
    stream_.close();
}

}    // namespace

asio::awaitable<void> serve(Service& service, tcp::socket socket) {
    ++service.connections;
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);    // or every small reply waits 40 ms for Nagle
    Connection connection(service, std::move(socket));
    try {
        while (co_await connection.wait_for_request()) {
            const bool go_on = co_await connection.exchange();
            if (!go_on) break;
        }
    } catch (const std::exception& e) {
        spdlog::error("connection dropped: {}", e.what());
    }
    connection.close();
    --service.connections;
}

}    // namespace cs::http
