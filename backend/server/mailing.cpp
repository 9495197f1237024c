#include "server/mailing.hpp"

#include <spdlog/spdlog.h>

#include <fstream>

#include "server/morning.hpp"

namespace cs::server {
namespace {

constexpr auto pause = std::chrono::seconds(30);

int hour_in_vietnam(Instant at) {
    const auto local = at + std::chrono::hours(7);
    return static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local)).count());
}

}    // namespace

Result<std::optional<access::PostOffice>> post_office(const Settings& settings) {
    if (settings.text("mail.host").empty()) return std::nullopt;
    access::PostOffice office;
    office.from = settings.text("mail.from");
    if (office.from.empty()) return refuse(Problem::bad_input, "mail.from_missing");
    if (!mail::is_address(office.from)) return refuse(Problem::bad_input, "mail.from_form", {{"mail", office.from}});
    office.site = settings.text("mail.site");
    office.server.host = settings.text("mail.host");
    office.server.port = static_cast<int>(settings.integer("mail.port"));
    office.server.tls = *parse_word<mail::Tls>(settings.text("mail.tls"));
    office.server.user = settings.text("mail.user");
    office.server.ca_file = settings.text("mail.ca_file");
    if (const std::string& file = settings.text("mail.password_file"); !file.empty()) {
        std::ifstream in(file);
        if (!std::getline(in, office.server.password)) return refuse(Problem::bad_input, "mail.password_unreadable", {{"file", file}});
    }
    return office;
}

Mailing::Mailing(Database& db, const Clock& clock, access::PostOffice office, int digest_hour)
    : db_(db), clock_(clock), office_(std::move(office)), digest_hour_(digest_hour), thread_([this] { run(); }) {}

Mailing::~Mailing() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    woken_.notify_all();
    thread_.join();
}

void Mailing::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        lock.unlock();
        try {
            work();
        } catch (const std::exception& outage) {    // the database is away: what waits goes when it is back
            spdlog::warn("mail: {}", outage.what());
        }
        lock.lock();
        woken_.wait_for(lock, pause, [this] { return stopping_; });
    }
}

void Mailing::work() {
    const Instant now = clock_.now();
    if (written_ != legal_day(now) && hour_in_vietnam(now) >= digest_hour_) {
        write_morning_letters(db_, clock_);
        written_ = legal_day(now);
    }
    const access::Posted posted = access::post_letters(db_, clock_, office_, [this] {
        const std::lock_guard lock(mutex_);
        return !stopping_;
    });
    if (posted.given_up > 0) spdlog::warn("mail: {} letters were given up, see /api/letters/failed", posted.given_up);
}

}    // namespace cs::server
