#pragma once
// Letters of reminder (cs.letters): once a day what waits for a person; at once only what was sent back, what is due in a few days and
// what was decided. Written in the same transaction as what they tell of, sent by letters_mail.hpp. Only to people who gave an address.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/actor.hpp"
#include "access/duty.hpp"
#include "base/set.hpp"
#include "platform/tx.hpp"

namespace cs::access {

using LetterId = Id<struct LetterTag>;

enum class LetterKind : unsigned char { digest, returned, due_soon, decided };
enum class LetterState : unsigned char { waiting, sent, given_up };

struct Letter {
    LetterId id;
    PersonId person;
    LetterKind kind;
    std::string once;           // of this person: "digest 2026-11-24"
    std::vector<Duty> lines;    // their words name units and papers, never people
    LetterState state = LetterState::waiting;
    int attempts = 0;
    std::string fault = {};     // why the last attempt failed, in the mail server's words
    Instant written_at = {}, next_at = {};
    std::optional<Instant> ended_at = {};
};

// His own address and whether he wants the daily letter.
struct MailWish {
    std::optional<std::string> mail;
    bool digest = true;
    std::string name = {};
    bool reachable = true;    // false: the account is closed or erased
};
// One address, nothing else: refuses access.mail_form.
Done check_mail(const std::string& mail);

class LetterStore {
public:
    explicit LetterStore(Tx& tx) : tx_(tx) {}
    MailWish wish(const PersonId& person) const;
    void save_wish(const PersonId& person, const MailWish& wish);
    std::vector<PersonId> with_mail() const;    // open accounts with an address, by id

    // False: it was written before.
    bool add(const Letter& letter);
    // The waiting letter that is due first, taken: its attempts counted, out of reach of other senders until `until`.
    std::optional<Letter> take(Instant now, Instant until);
    void sent(const LetterId& id, Instant at);
    void put_off(const LetterId& id, Instant next, const std::string& fault);
    void give_up(const LetterId& id, Instant at, const std::string& fault);
    std::int64_t give_up_older(Instant written_before, Instant at, const std::string& fault);
    void forget_ended(Instant before);
    void forget(const PersonId& person);    // all of his

    std::vector<Letter> given_up(int limit) const;    // newest first, without their lines
    std::int64_t count(LetterState state) const;

private:
    Tx& tx_;
};

// One thing told to one person; nothing for whom has no address, or was told before.
void tell(Tx& tx, Instant now, const PersonId& person, LetterKind kind, const std::string& once, std::vector<Duty> lines);
// To everybody who holds one of `roles` in the unit itself today.
void tell_unit(Tx& tx, Instant now, const UnitId& unit, Set<Role> roles, LetterKind kind, const std::string& once, const Duty& line);

}    // namespace cs::access
