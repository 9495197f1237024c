#include "access/letter.hpp"
#include "platform/sql/sql.hpp"

namespace cs::access {
namespace {

Letter letter_of(const sql::Row& row) {
    Letter letter{row.id<LetterId>("id"), row.id<PersonId>("person_id"), row.word<LetterKind>("kind"), row.text("once"), {}, row.word<LetterState>("state"),
                  static_cast<int>(row.integer("attempts")), row.text("fault"), row.instant("written_at"), row.instant("next_at")};
    if (!row.is_null("ended_at")) letter.ended_at = row.instant("ended_at");
    return letter;
}

}    // namespace

MailWish LetterStore::wish(const PersonId& person) const {
    const auto rows = tx_.query("access.mail_of_person", person);
    if (rows->empty()) return {std::nullopt, false, "", false};
    const sql::Row& row = rows->front();
    return {row.maybe_text("mail"), row.flag("mail_digest"), row.text("name"), row.is_null("closed_at") && !row.flag("erased")};
}

void LetterStore::save_wish(const PersonId& person, const MailWish& wish) { tx_.run("access.save_mail", person, wish.mail, wish.digest); }

std::vector<PersonId> LetterStore::with_mail() const {
    std::vector<PersonId> all;
    const auto rows = tx_.query("access.people_with_mail");
    for (const sql::Row& row : *rows) all.push_back(row.id<PersonId>("id"));
    return all;
}

bool LetterStore::add(const Letter& letter) {
    if (tx_.run("access.add_letter", letter.id, letter.person, word_of(letter.kind), letter.once, letter.written_at, letter.next_at) != 1) return false;
    for (std::size_t i = 0; i < letter.lines.size(); ++i) {
        const Duty& line = letter.lines[i];
        const int no = static_cast<int>(i + 1);
        tx_.run("access.add_letter_line", letter.id, no, line.kind, line.by, line.object_kind, line.object_id);
        for (const auto& [name, said] : line.args) tx_.run("access.add_letter_word", letter.id, no, name, said);
    }
    return true;
}

std::optional<Letter> LetterStore::take(Instant now, Instant until) {
    tx_.lock("letters");    // two senders never take the same one
    const auto rows = tx_.query("access.take_letter", now, until);
    if (rows->empty()) return std::nullopt;
    Letter letter = letter_of(rows->front());
    const auto lines = tx_.query("access.letter_lines", letter.id);
    for (const sql::Row& row : *lines) letter.lines.push_back({row.text("kind"), {}, row.maybe_day("by_day"), row.text("object_kind"), row.text("object_id")});
    const auto said = tx_.query("access.letter_words", letter.id);
    for (const sql::Row& row : *said) letter.lines.at(static_cast<std::size_t>(row.integer("line") - 1)).args.emplace(row.text("name"), row.text("said"));
    return letter;
}

void LetterStore::sent(const LetterId& id, Instant at) { tx_.run("access.letter_sent", id, at); }
void LetterStore::put_off(const LetterId& id, Instant next, const std::string& fault) { tx_.run("access.put_letter_off", id, next, fault); }
void LetterStore::give_up(const LetterId& id, Instant at, const std::string& fault) { tx_.run("access.give_letter_up", id, at, fault); }
std::int64_t LetterStore::give_up_older(Instant written_before, Instant at, const std::string& fault) {
    return tx_.run("access.give_letters_up", written_before, at, fault);
}
void LetterStore::forget_ended(Instant before) { tx_.run("access.forget_ended_letters", before); }
void LetterStore::forget(const PersonId& person) { tx_.run("access.forget_letters", person); }

std::vector<Letter> LetterStore::given_up(int limit) const {
    std::vector<Letter> all;
    const auto rows = tx_.query("access.letters_given_up", limit);
    for (const sql::Row& row : *rows) all.push_back(letter_of(row));
    return all;
}

std::int64_t LetterStore::count(LetterState state) const { return tx_.query("access.count_letters", word_of(state))->front().integer("n"); }

}    // namespace cs::access
