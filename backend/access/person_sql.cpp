#include "access/store.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "platform/sql/sql.hpp"

namespace cs::access {
namespace {

PersonAndCredentials read_person(const sql::Row& row) {
    Person person{row.id<PersonId>("id"), row.text("login"), row.text("name"), row.text("position")};
    person.must_change_password = row.flag("must_change_password");
    person.second_factor_enrolled = row.flag("totp_confirmed");
    person.closed = !row.is_null("closed_at");
    person.erased = row.flag("erased");
    person.version = row.integer("version");
    return {std::move(person), Credentials{row.text("password_hash"), row.maybe_text("totp_secret"),
                                           row.flag("totp_confirmed"), row.integer("totp_counter")}};
}

std::optional<PersonAndCredentials> first(const sql::Rows& rows) {
    return rows.empty() ? std::nullopt : std::optional(read_person(rows.front()));
}

constexpr std::chrono::hours attempts_kept = std::chrono::hours(24);

}    // namespace

Result<Person> PersonStore::find(const PersonId& id) const {
    const auto found = with_credentials(id);
    if (!found) return refuse(Problem::not_found, "access.person_unknown", {{"id", id.text()}});
    return found->person;
}

std::optional<PersonAndCredentials> PersonStore::with_credentials(const PersonId& id) const {
    return first(*tx_.query("access.person", id));
}

std::optional<PersonAndCredentials> PersonStore::by_login(const std::string& login) const {
    return first(*tx_.query("access.person_by_login", login));
}

std::string PersonStore::name(const PersonId& id) const {
    const auto found = with_credentials(id);
    return found ? found->person.name : std::string();
}

PeoplePage PersonStore::list(const std::string& words, const std::optional<PersonId>& after, int limit) const {
    const std::string pattern = folded_pattern(words);
    PeoplePage page;
    page.total = tx_.query("access.count_people", pattern)->front().integer("total");
    const auto rows = tx_.query("access.people", pattern, after, limit + 1);
    for (const auto& row : *rows) {
        if (static_cast<int>(page.people.size()) == limit) {
            page.next = page.people.back().id;
            break;
        }
        page.people.push_back(read_person(row).person);
    }
    return page;
}

Done PersonStore::add(const Person& person, const std::string& password_hash, Instant at) {
    if (by_login(person.login))
        return refuse(Problem::bad_input, "access.login_taken", {{"login", person.login}});
    tx_.run("access.add_person", person.id, person.login, person.name, person.position,
            fold(person.login + " " + person.name + " " + person.position), password_hash, person.must_change_password,
            at);
    return {};
}

void PersonStore::set_password(const PersonId& id, const std::string& hash, bool must_change) {
    tx_.run("access.set_password", id, hash, must_change);
}

void PersonStore::set_second_factor(const PersonId& id, const std::optional<std::string>& secret, bool confirmed,
                                    std::int64_t counter) {
    tx_.run("access.set_second_factor", id, secret, confirmed, counter);
}

bool PersonStore::use_totp(const PersonId& id, std::int64_t counter) {
    return tx_.run("access.use_totp_counter", id, counter) == 1;
}

void PersonStore::close(const PersonId& id, Instant at) { tx_.run("access.close_person", id, at); }

void PersonStore::erase(const PersonId& id) {
    tx_.run("access.erase_person", id, "erased-" + id.text(), audit::erased_mark);
}

std::optional<Instant> AttemptStore::locked_until(const std::string& login) const {
    const auto rows = tx_.query("access.attempts", digest(login));
    if (rows->empty() || rows->front().is_null("locked_until")) return std::nullopt;
    return rows->front().instant("locked_until");
}

int AttemptStore::count(const std::string& login, Instant at) {
    tx_.run("access.forget_old_attempts", at - attempts_kept);
    return static_cast<int>(tx_.query("access.count_attempt", digest(login), at)->front().integer("failures"));
}

void AttemptStore::lock(const std::string& login, Instant until) {
    tx_.run("access.lock_attempts", digest(login), until);
}

void AttemptStore::uncount(const std::string& login) { tx_.run("access.uncount_attempt", digest(login)); }

void AttemptStore::forget(const std::string& login) { tx_.run("access.forget_attempts", digest(login)); }

}    // namespace cs::access
