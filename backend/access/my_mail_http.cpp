#include "access/access_http.hpp"
#include "access/commands.hpp"
#include "access/letter.hpp"

namespace cs::access {

BOOST_DESCRIBE_ENUM(LetterKind, digest, returned, due_soon, decided)

namespace {

struct MyMail {
    std::optional<std::string> mail;
    bool digest;
};
BOOST_DESCRIBE_STRUCT(MyMail, (), (mail, digest))

struct FailedLetter {
    PersonId person_id;
    std::string person_name;
    LetterKind kind;
    int attempts;
    std::string fault;
    Instant ended_at;
};
BOOST_DESCRIBE_STRUCT(FailedLetter, (), (person_id, person_name, kind, attempts, fault, ended_at))

struct FailedLetters {
    std::vector<FailedLetter> items;
    int waiting, total;
};
BOOST_DESCRIBE_STRUCT(FailedLetters, (), (items, waiting, total))

MyMail shown(const MailWish& wish) { return {wish.mail, wish.digest}; }

Result<FailedLetters> failed(Call& call) {
    CS_TRY(const int limit, call.query_int("limit", 50, 1, 200));
    return call.db.read([&](Tx& tx) -> Result<FailedLetters> {
        const LetterStore store(tx);
        FailedLetters all{{}, static_cast<int>(store.count(LetterState::waiting)), static_cast<int>(store.count(LetterState::given_up))};
        for (const Letter& l : store.given_up(limit)) all.items.push_back({l.person, store.wish(l.person).name, l.kind, l.attempts, l.fault, *l.ended_at});
        return all;
    });
}

}    // namespace

void add_mail_routes(Api& api) {
    using http::Method;
    api.read<MyMail>({Method::get, "/api/me/mail", Operation::show_my_mail, "Where the caller gets letters of reminder, and whether daily."},
                     [](Call& call) -> Result<MyMail> { return shown(call.db.read([&](Tx& tx) { return LetterStore(tx).wish(*call.actor.person); })); });
    api.write<MyMail, MyMail>({Method::put, "/api/me/mail", Operation::save_my_mail, "Sets one's own address; none: no letters. Without the daily letter what is urgent still comes."},
                              [](Call& call, const MyMail& body) -> Result<MyMail> {
                                  CS_TRY(const MailWish wish, call.db.write([&](Tx& tx) { return save_my_mail(tx, call.clock.now(), call.actor, body.mail, body.digest); }));
                                  return shown(wish);
                              });
    api.read<FailedLetters>({Method::get, "/api/letters/failed", Operation::list_failed_letters,
                             "Letters that were given up, newest first, and how many wait.", {{"limit", "At most 200; 50 when absent."}}},
                            failed);
}

}    // namespace cs::access
