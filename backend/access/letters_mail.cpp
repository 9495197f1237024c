#include "access/letters_mail.hpp"

#include <algorithm>

#include "law/law.hpp"
#include "platform/i18n.hpp"

namespace cs::access {
namespace {

constexpr auto taken_for = std::chrono::minutes(10);    // longer than a server's patience

struct Limits {
    std::int64_t attempts, stale_hours, kept_days;
};
Result<Limits> limits_on(Day day) {
    const auto& parameters = law::law().parameters;
    CS_TRY(const std::int64_t attempts, parameters.whole_on("mail.attempts", day));
    CS_TRY(const std::int64_t stale, parameters.whole_on("mail.stale_hours", day));
    CS_TRY(const std::int64_t kept, parameters.whole_on("mail.kept_days", day));
    return Limits{attempts, stale, kept};
}

Instant next_try(Instant now, int attempts) {
    std::chrono::minutes wait(1);
    for (int i = 1; i < attempts && wait < std::chrono::hours(24); ++i) wait *= 5;
    return now + std::min(wait, std::chrono::minutes(std::chrono::hours(24)));
}

// Codes among the words of a duty, as people say them: which list each of them is a word of.
std::string said(const std::string& duty, const std::string& name, const std::string& value) {
    const bool withdrawal = duty.starts_with("withdrawal");
    if (name == "step") return say((withdrawal ? "withdrawal.action." : "dossier.action.") + value);
    if (name == "confirmation") return say("confirmation.kind." + value);
    if (name == "standing") return say("standing." + value);
    if (name == "report") return say("report_kind." + value);
    return value;
}

std::string line_of(const Duty& duty) {
    Args args;
    for (const auto& [name, value] : duty.args) args.emplace_back(name, said(duty.kind, name, value));
    const std::string own = "letter.told." + duty.kind;    // what is told but is nobody's duty
    const std::string text = say(has_sentence(own) ? own : "office.duty." + duty.kind, args);
    return duty.by ? say("letter.line_by", {{"text", text}, {"day", to_vietnamese(*duty.by)}}) : say("letter.line", {{"text", text}});
}

// What became of one letter, as its row shall say.
void settle(LetterStore& store, const Letter& letter, const mail::Delivery& delivery, Instant now, const Limits& limits, Posted& posted) {
    using enum mail::Delivery::Outcome;
    if (delivery.outcome == taken) return store.sent(letter.id, now), void(++posted.sent);
    if (delivery.outcome == never || letter.attempts >= limits.attempts) return store.give_up(letter.id, now, delivery.fault), void(++posted.given_up);
    store.put_off(letter.id, next_try(now, letter.attempts), delivery.fault);
    ++posted.put_off;
}

}    // namespace

mail::Message compose(const Letter& letter, const MailWish& to, const PostOffice& office, Instant at) {
    const std::string kind(word_of(letter.kind));
    const std::string count = std::to_string(letter.lines.size());
    std::string text = say("letter.greeting", {{"name", to.name}}) + "\n\n" + say("letter.lead." + kind, {{"count", count}}) + "\n";
    for (const Duty& duty : letter.lines) text += "\n" + line_of(duty);
    text += "\n\n" + (office.site.empty() ? say("letter.without_link") : say("letter.link", {{"site", office.site}})) + "\n\n" + say("letter.foot") + "\n";
    return {say("letter.from"), office.from, to.mail.value_or(""), say("letter.subject." + kind, {{"count", count}}), std::move(text), letter.id.text(), at};
}

Posted post_letters(Database& db, const Clock& clock, const PostOffice& office, const std::function<bool()>& go_on) {
    Posted posted;
    const auto limits = limits_on(legal_day(clock.now()));
    CS_CHECK(limits.has_value());
    const auto tidied = db.write([&](Tx& tx) -> Result<std::int64_t> {
        LetterStore store(tx);
        store.forget_ended(clock.now() - std::chrono::days(limits->kept_days));
        return store.give_up_older(clock.now() - std::chrono::hours(limits->stale_hours), clock.now(), "stale");
    });
    posted.given_up += static_cast<int>(tidied.value());
    while (go_on()) {
        std::optional<Letter> letter;
        MailWish wish;
        CS_CHECK(db.write([&](Tx& tx) -> Done {
            letter = LetterStore(tx).take(clock.now(), clock.now() + taken_for);
            if (letter) wish = LetterStore(tx).wish(letter->person);
            return {};
        }));
        if (!letter) return posted;
        const bool goes = wish.mail && wish.reachable;
        const mail::Delivery delivery = goes ? mail::deliver(office.server, compose(*letter, wish, office, clock.now()))
                                             : mail::Delivery{mail::Delivery::Outcome::never, "no address", true};
        CS_CHECK(db.write([&](Tx& tx) -> Done {
            LetterStore store(tx);
            settle(store, *letter, delivery, clock.now(), *limits, posted);
            return {};
        }));
        if (!delivery.answered) break;
    }
    return posted;
}

}    // namespace cs::access
