#include "access/letter.hpp"

#include <algorithm>
#include <set>

#include "access/store.hpp"

namespace cs::access {
namespace {

bool is_letter_of_address(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("._%+-'").find(c) != std::string_view::npos;
}

bool is_domain(std::string_view domain) {
    if (domain.find('.') == domain.npos || domain.front() == '.' || domain.back() == '.' || domain.find("..") != domain.npos) return false;
    return std::all_of(domain.begin(), domain.end(), [](char c) { return is_letter_of_address(c) && c != '_' && c != '%' && c != '+' && c != '\''; });
}

}    // namespace

// Plain ASCII of the common form: what needs quoting, a comment or a line break is no address an office uses, and would reach a header.
Done check_mail(const std::string& mail) {
    const std::size_t at = mail.find('@');
    const bool whole = mail.size() <= 254 && at != 0 && at != mail.npos && at + 1 < mail.size() && at <= 64;
    if (!whole || !std::all_of(mail.begin(), mail.begin() + static_cast<std::ptrdiff_t>(at), is_letter_of_address) || !is_domain(std::string_view(mail).substr(at + 1)))
        return refuse(Problem::bad_input, "access.mail_form", {{"mail", mail}});
    return {};
}

void tell(Tx& tx, Instant now, const PersonId& person, LetterKind kind, const std::string& once, std::vector<Duty> lines) {
    LetterStore store(tx);
    const MailWish wish = store.wish(person);
    if (!wish.mail || !wish.reachable) return;
    store.add({LetterId::born(now), person, kind, once, std::move(lines), LetterState::waiting, 0, "", now, now});
}

void tell_unit(Tx& tx, Instant now, const UnitId& unit, Set<Role> roles, LetterKind kind, const std::string& once, const Duty& line) {
    const Day today = legal_day(now);
    std::set<PersonId> told;
    for (const GrantRecord& held : GrantStore(tx).in_unit(unit, today))
        if (roles.has(held.grant.role) && held.grant.period.has(today) && told.insert(held.person).second) tell(tx, now, held.person, kind, once, {line});
}

}    // namespace cs::access
