#pragma once
// Sends the letters that wait. The row is taken and counted in one transaction, the mail server is asked outside of any, and what it
// said is written in a second one: a machine that dies in between sends that letter once more, with the same Message-ID.
#include <functional>

#include "access/letter.hpp"
#include "platform/mail/smtp.hpp"

namespace cs::access {

struct PostOffice {
    mail::Server server;
    std::string from;    // address of the sender
    std::string site;    // where the office is opened, for the link; empty: no link
};

struct Posted {
    int sent = 0, put_off = 0, given_up = 0;
};
// Everything that is due now, until none is left. Tries again after 1, 5, 25, 125 … minutes, at most a day apart, gives up after
// mail.attempts, at once where the server says never, and after mail.stale_hours, for then the letter no longer holds.
// Ends early when no server answers, or when `go_on` says so.
Posted post_letters(Database& db, const Clock& clock, const PostOffice& office, const std::function<bool()>& go_on = [] { return true; });

// What the reader sees.
mail::Message compose(const Letter& letter, const MailWish& to, const PostOffice& office, Instant at);

}    // namespace cs::access
