#include <doctest/doctest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <latch>
#include <sstream>

#include "base/digest.hpp"
#include "platform/json/json.hpp"
#include "platform/server_fixture.hpp"

using namespace cs;
using namespace cs::http;
using namespace std::chrono_literals;

namespace {

// What the program logs while this lives.
class Log {
public:
    Log() : before_(spdlog::default_logger()) {
        spdlog::set_default_logger(std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(text_)));
    }
    ~Log() { spdlog::set_default_logger(before_); }
    std::string text() const { return text_.str(); }    // once the server has ended

private:
    std::ostringstream text_;
    std::shared_ptr<spdlog::logger> before_;
};

Reply echo(const Request& request) {
    Reply reply{200, "text/plain", std::string(word(request.method)) + ' ' + request.path, {}, {}};
    for (const auto& [name, value] : request.query) reply.body += ' ' + name + '=' + value;
    if (!request.body.empty()) reply.body += " [" + request.body + ']';
    return reply;
}

std::string get(const std::string& target, const std::string& more = "") {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n";
}
std::string body_of(const std::string& reply) { return reply.substr(std::min(reply.find("\r\n\r\n") + 4, reply.size())); }
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}    // namespace

TEST_CASE("a request comes to the handler decoded, and its reply comes back safe and numbered") {
    const Log log;
    Running running(echo);
    const std::string reply = running.ask(get("/don-vi?q=%C4%91%C3%A0"));
    CHECK(reply.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(body_of(reply) == "GET /don-vi q=đà");
    CHECK(has(reply, "content-security-policy: default-src 'self'"));
    CHECK(has(reply, "x-request-id: "));
    CHECK(has(reply, "connection: keep-alive"));
}

TEST_CASE("the access log tells the path and the status, never the query") {
    const Log log;
    {
        Running running(echo);
        (void)running.ask(get("/api/people?q=Nguy%E1%BB%85n"));
    }
    CHECK(has(log.text(), "GET /api/people 200 "));
    CHECK_FALSE(has(log.text(), "Nguy"));
}

TEST_CASE("one connection carries many requests, also sent ahead of the replies") {
    const Log log;
    Running running(echo);
    Peer peer(running.port);
    peer.say(get("/1") + "POST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc" + get("/3"));
    CHECK(body_of(peer.reply()) == "GET /1");
    CHECK(body_of(peer.reply()) == "POST /2 [abc]");
    CHECK(body_of(peer.reply()) == "GET /3");
    peer.say(get("/4", "Connection: close\r\n"));
    CHECK(has(peer.reply(), "connection: close"));
    CHECK(peer.hears_the_end());
}

TEST_CASE("HTTP/1.0 is closed unless it asks to stay") {
    const Log log;
    Running running(echo);
    Peer peer(running.port);
    peer.say("GET /old HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(has(peer.reply(), "connection: keep-alive"));
    peer.say("GET /old HTTP/1.0\r\n\r\n");
    CHECK(body_of(peer.reply()) == "GET /old");
    CHECK(peer.hears_the_end());
}

TEST_CASE("a chunked body arrives whole, and a body is sent after 100 Continue") {
    const Log log;
    Running running(echo);
    CHECK(body_of(running.ask("PUT /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")) ==
          "PUT /c [abcde]");
    Peer peer(running.port);
    peer.say("PUT /c HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    CHECK(peer.reply() == "HTTP/1.1 100 Continue\r\n\r\n");
    peer.say("ok");
    CHECK(body_of(peer.reply()) == "PUT /c [ok]");
}

TEST_CASE("HEAD tells the length and sends no body") {
    const Log log;
    Running running(echo);
    Peer peer(running.port);
    peer.say("HEAD /seven HTTP/1.1\r\nHost: x\r\n\r\n" + get("/next"));
    CHECK(has(peer.reply(false), "content-length: 11\r\n"));    // "HEAD /seven": without a router in between
    CHECK(body_of(peer.reply()) == "GET /next");
}

TEST_CASE("what breaks the protocol is refused, and the connection with it") {
    const Log log;
    Running running(echo);
    const std::string start = "POST / HTTP/1.1\r\n", host = "Host: x\r\n";
    const std::pair<std::string, int> cases[] = {
        {"GET / HTTP/1.1\r\n\r\n", 400},                                                              // no Host
        {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {start + host + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400},
        {start + host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {start + host + "Content-Length: -1\r\n\r\n", 400},
        {start + host + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501},
        {start + host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
        {start + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
        {"GET / HTTP/9.9\r\nHost: x\r\n\r\n", 400},
        {"GET / HTTP/1.1\nHost: x\n\n", 400},
        {"GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400},
        {"\x16\x03\x01 nonsense\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(20'000, 'a') + "\r\n\r\n", 431},
        {start + host + "Content-Length: 5000000\r\n\r\n", 413},                                      // before the body comes
    };
    for (const auto& [bytes, status] : cases) {
        Peer peer(running.port);
        peer.say(bytes + get("/smuggled"));
        CHECK(peer.hears_the_end());
        CHECK_MESSAGE(peer.heard.starts_with("HTTP/1.1 " + std::to_string(status) + ' '), bytes.substr(0, 80));
        CHECK(has(peer.heard, "application/problem+json"));
        CHECK_FALSE(has(peer.heard, "/smuggled"));
    }
}

TEST_CASE("a chunked body above the limit is refused as soon as it is") {
    const Log log;
    ServerOptions options;
    options.body_limit = 1000;
    Running running(echo, options);
    Peer peer(running.port);
    peer.say("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" + std::string(2000, 'a') + "\r\n");
    CHECK(has(peer.reply(), "413 Content Too Large"));
}

TEST_CASE("a wrong target or an unknown method is refused and the connection goes on") {
    const Log log;
    Running running(echo);
    Peer peer(running.port);
    peer.say(get("/a?x=1&x=2") + get("/%2e%2e/etc/passwd") + "BREW /tea HTTP/1.1\r\nHost: x\r\n\r\n" + get("/still"));
    CHECK(has(peer.reply(), "http.query_twice"));
    CHECK(has(peer.reply(), "http.bad_target"));
    CHECK(has(peer.reply(), "501 Not Implemented"));
    CHECK(body_of(peer.reply()) == "GET /still");
}

TEST_CASE("headers that trickle are cut by a total time-out, a silent peer by the idle one") {
    const Log log;
    ServerOptions options;
    options.header_timeout = 150ms;
    options.body_timeout = 150ms;
    options.idle_timeout = 150ms;
    Running running(echo, options);
    for (const std::string begin : {"GET / HTTP/1.1\r\nX: ", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"}) {
        Peer slow(running.port);
        slow.say(begin);
        int bytes = 0;
        while (bytes < 1000 && !slow.ready(10ms) && slow.say("a")) ++bytes;    // one byte each 10 ms: never idle
        CHECK(bytes < 1000);
        CHECK(slow.hears_the_end());
        CHECK(slow.heard.empty());
    }
    Peer silent(running.port);
    CHECK(silent.hears_the_end());
}

TEST_CASE("an exception ends as 500 with an incident number; what it says goes to the log only") {
    const Log log;
    std::string incident;
    {
        Running running([](const Request& request) -> Reply {
            if (request.path == "/api/other") throw 7;
            throw std::runtime_error("password of the database is swordfish");
        });
        const std::string reply = running.ask(get("/api/units"));
        CHECK(reply.starts_with("HTTP/1.1 500 "));
        CHECK_FALSE(has(reply, "swordfish"));
        const json::Json body = *json::parse(body_of(reply));
        CHECK(body.at("code") == "http.fault");
        incident = body.at("incident").as_string();
        CHECK(incident.size() == 12);
        const std::string page = running.ask(get("/don-vi"));
        CHECK(has(page, "text/html"));
        CHECK(has(page, "Mã sự cố"));
        CHECK(running.ask(get("/api/other")).starts_with("HTTP/1.1 500 "));
    }
    CHECK(has(log.text(), "incident " + incident));
    CHECK(has(log.text(), "swordfish"));
}

TEST_CASE("handlers run side by side") {
    const Log log;
    std::latch both(2);    // neither handler ends before the other has begun
    Running running([&](const Request& request) {
        both.arrive_and_wait();
        return echo(request);
    });
    Peer one(running.port), two(running.port);
    one.say(get("/1"));
    two.say(get("/2"));
    CHECK(body_of(one.reply()) == "GET /1");
    CHECK(body_of(two.reply()) == "GET /2");
}

TEST_CASE("stopping answers the request in flight, refuses new connections and lets go of idle ones") {
    const Log log;
    std::promise<void> entered, release;
    Running running([&, gate = release.get_future().share()](const Request& request) {
        if (request.path == "/slow") {
            entered.set_value();
            gate.wait();
        }
        return echo(request);
    });
    Peer idle(running.port);
    idle.say(get("/idle"));
    CHECK(body_of(idle.reply()) == "GET /idle");
    Peer busy(running.port);
    busy.say(get("/slow"));
    entered.get_future().wait();
    running.server->stop();
    CHECK(idle.hears_the_end());
    CHECK_FALSE(Peer(running.port).connected());
    release.set_value();
    const std::string reply = busy.reply();
    CHECK(body_of(reply) == "GET /slow");
    CHECK(has(reply, "connection: close"));
    CHECK(busy.hears_the_end());
    running.end();    // run() has returned, or this test would not end
}

TEST_CASE("a file is sent whole, and a client that leaves takes nothing with it") {
    const Log log;
    const std::filesystem::path file = std::filesystem::temp_directory_path() / ("cs_file_" + random_hex(8));
    const std::string bytes = [] {
        std::string s;
        while (s.size() < 3'000'000) s += std::to_string(s.size()) + '\n';
        return s;
    }();
    std::ofstream(file) << bytes;
    Running running([&](const Request&) { return Reply{200, "text/csv", {}, {}, file.string()}; });
    for (int i = 0; i < 5; ++i) Peer(running.port).say(get("/file"));
    CHECK(body_of(running.ask(get("/file"))) == bytes);
    std::filesystem::remove(file);
}

TEST_CASE("above the limit of connections one is turned away") {
    const Log log;
    ServerOptions options;
    options.connection_limit = 1;
    Running running(echo, options);
    Peer first(running.port);
    first.say(get("/1"));
    CHECK(body_of(first.reply()) == "GET /1");
    CHECK(Peer(running.port).hears_the_end());
    first.say(get("/2"));
    CHECK(body_of(first.reply()) == "GET /2");
}

TEST_CASE("the client's address is believed from a proxy only") {
    const Log log;
    const auto peer = [](const Request& request) { return Reply{200, "text/plain", request.peer, {}, {}}; };
    const std::string ask = get("/", "X-Forwarded-For: 10.0.0.1, 192.0.2.7\r\n");
    ServerOptions behind;
    behind.proxies = {"127.0.0.1"};
    CHECK(body_of(Running(peer).ask(ask)) == "127.0.0.1");
    CHECK(body_of(Running(peer, behind).ask(ask)) == "192.0.2.7");
    CHECK(body_of(Running(peer, behind).ask(get("/", "X-Forwarded-For: nonsense\r\n"))) == "127.0.0.1");
}

TEST_CASE("an address that cannot be had is named") {
    const Log log;
    Running running(echo);
    const auto refused = [](std::string listen) -> std::string {
        try {
            const Server server({.listen = {std::move(listen)}}, echo);
            return "bound: " + server.addresses().front();
        } catch (const std::system_error& e) {
            return e.what();
        }
    };
    const std::string taken = "127.0.0.1:" + std::to_string(running.port);
    CHECK(has(refused(taken), taken));
    for (const char* bad : {"", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000", "somewhere:80", ":80"})
        CHECK_MESSAGE(has(refused(bad), std::string("not ADDRESS:PORT: ") + bad), bad);
    const std::string six = refused("[::1]:0");    // a machine without IPv6 says so by name
    CHECK((six.starts_with("bound: http://[::1]:") || has(six, "cannot listen on [::1]:0")));
}
