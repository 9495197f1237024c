#include "access/commands.hpp"
#include "base/text.hpp"

namespace cs::access {

Result<MailWish> save_my_mail(Tx& tx, Instant now, const Actor& actor, const std::optional<std::string>& mail, bool digest) {
    CS_CHECK(actor.person.has_value());    // the gate lets nobody else in
    MailWish wish = LetterStore(tx).wish(*actor.person);
    const std::string typed(trim(mail.value_or("")));
    if (!typed.empty()) CS_TRY_DONE(check_mail(typed));
    const bool had = wish.mail.has_value(), wanted = wish.digest;
    wish.mail = typed.empty() ? std::nullopt : std::optional(typed);
    wish.digest = digest;
    LetterStore(tx).save_wish(*actor.person, wish);
    if (!wish.mail) LetterStore(tx).forget(*actor.person);    // who takes his address back gets nothing that waits
    const auto word = [](bool yes) { return yes ? "true" : "false"; };
    audit::record(tx, now, actor.by_himself(),
                  {audit::Event::mail_wish_saved, "person", actor.person->text(),
                   {{"given", word(had), word(wish.mail.has_value())}, {"digest", word(wanted), word(digest)}}, ""});
    return wish;
}

}    // namespace cs::access
