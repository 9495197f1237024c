#pragma once
// The server's own clockwork for mail: writes the letters of the day once its hour has come, sends what waits every half minute. One
// thread; it ends with the server. Without mail.host it does not run.
#include <condition_variable>
#include <mutex>
#include <thread>

#include "access/letters_mail.hpp"
#include "server/settings.hpp"

namespace cs::server {

// None: no mail is sent. Refuses mail.from_missing, mail.from_form, mail.password_unreadable {file}.
Result<std::optional<access::PostOffice>> post_office(const Settings& settings);

class Mailing {
public:
    Mailing(Database& db, const Clock& clock, access::PostOffice office, int digest_hour);
    ~Mailing();

private:
    void run();
    void work();
    Database& db_;
    const Clock& clock_;
    const access::PostOffice office_;
    const int digest_hour_;
    std::optional<Day> written_;    // the last day whose letters this process wrote
    std::mutex mutex_;
    std::condition_variable woken_;
    bool stopping_ = false;
    std::thread thread_;
};

}    // namespace cs::server
