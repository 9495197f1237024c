#include <signal.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <filesystem>
#include <iostream>
#include <thread>

#include "org/tree.hpp"
#include "platform/http/server.hpp"
#include "platform/sql/database.hpp"
#include "portal/portal_html.hpp"
#include "server/commands.hpp"
#include "server/evidence_house.hpp"
#include "server/installation.hpp"
#include "server/mailing.hpp"
#include "server/opening.hpp"
#include "server/routes_http.hpp"
#include "server/sign_in_rules.hpp"

namespace cs::server {
namespace {

// The built screens stand in build/web, beside the program's own build/release, unless the setting says otherwise.
std::string web_folder(const Settings& settings) {
    if (const std::string& given = settings.text("web.folder"); !given.empty()) return given;
    const auto program = std::filesystem::read_symlink("/proc/self/exe");
    return (program.parent_path().parent_path() / "web").string();
}

http::Reply health(const http::Request&) { return {200, "text/plain", "ok\n", {}, {}}; }

// Ready: the database answers and knows this program's schema.
http::Reply readiness(Database& db, const std::string& url) {
    try {
        db.read([](Tx& tx) { return ping(tx), true; });
        if (sql::schema_state(db, url).ready()) return {200, "text/plain", "ready\n", {}, {}};
    } catch (const std::exception&) {    // said below; the log has the reason
    }
    return {503, "text/plain", "not ready\n", {}, {}};
}

// SIGTERM and SIGINT end the server after the requests in flight. Blocked in every thread, waited for in one.
class StopOnSignal {
public:
    explicit StopOnSignal(http::Server& server) {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGUSR2);    // our own word that the server ended by itself
        thread_ = std::thread([this, &server] {
            int signal = 0;
            sigwait(&signals_, &signal);
            if (signal != SIGUSR2) server.stop();
        });
    }
    ~StopOnSignal() {
        pthread_kill(thread_.native_handle(), SIGUSR2);
        thread_.join();
    }
    static void block() {
        sigset_t signals;
        sigemptyset(&signals);
        for (int signal : {SIGTERM, SIGINT, SIGUSR2}) sigaddset(&signals, signal);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    }

private:
    sigset_t signals_{};
    std::thread thread_;
};

// Standard output is for the addresses; everything else people read in the journal of the system.
void log_to_stderr(const std::string& level) {
    if (spdlog::get("chungsuc") == nullptr) spdlog::set_default_logger(spdlog::stderr_logger_mt("chungsuc"));
    spdlog::set_level(spdlog::level::from_str(level));
}

}    // namespace

int serve(const Settings& settings, Streams io) {
    log_to_stderr(settings.text("log.level"));
    StopOnSignal::block();
    const auto opened = open_ready(settings, io);
    if (!opened.db) return opened.code;
    Database& db = *opened.db;
    const bool demo = db.read([](Tx& tx) { return world(tx); }) == "demo";
    if (demo && settings.production())
        return report(Refusal{Problem::need_unmet, "serve.demo_in_production", {}, {}, {}}, io);

    const SystemClock clock;
    http::Router router;
    const auto rules = sign_in_rules(legal_day(clock.now()), demo);
    if (!rules) return report(rules.error(), io);
    access::ApiOptions api_options;
    api_options.rules = *rules;
    api_options.secure_cookies = settings.production();
    api_options.tree = [](Tx& tx) { return std::make_unique<org::UnitTree>(tx); };
    access::Api api(router, db, clock, demo, api_options);
    const std::string folder = evidence_folder(settings);
    std::filesystem::create_directories(folder);
    EvidenceHouse evidence(folder, settings.integer("evidence.limit"));
    tidy(db, evidence.files(), clock.now());
    add_routes(api, evidence.files());
    portal::Portal portal(db, clock, demo, web_folder(settings));
    router.set_fallback([&](const http::Request& request) {
        if (request.path == "/healthz") return health(request);
        if (request.path == "/readyz") return readiness(db, settings.text("db.url"));
        return portal.answer(request);
    });

    const auto office = post_office(settings);
    if (!office) return report(office.error(), io);

    http::ServerOptions options;
    options.listen = settings.list("http.listen");
    options.proxies = settings.list("http.proxies");
    options.workers = static_cast<int>(settings.integer("http.workers"));
    options.body_limit = static_cast<std::size_t>(settings.integer("http.body_limit"));
    http::Server server(options, [&](http::Request request) { return router.handle(std::move(request)); });
    const StopOnSignal stop(server);
    for (const std::string& address : server.addresses()) io.out << "listening " << address << '\n';
    if (demo) print_sign_ins(io);
    io.out.flush();
    std::optional<Mailing> mailing;
    if (*office) mailing.emplace(db, clock, **office, static_cast<int>(settings.integer("mail.digest_hour")));
    server.run();
    return done;
}

}    // namespace cs::server
