#include "server/morning.hpp"

#include <algorithm>

#include "access/letter.hpp"
#include "access/store.hpp"
#include "assessment/queue.hpp"
#include "law/law.hpp"
#include "org/store.hpp"
#include "org/tree.hpp"
#include "ranking/duties.hpp"
#include "report/periodic_commands.hpp"
#include "scoring/agreement_commands.hpp"
#include "scoring/score_duties.hpp"

namespace cs::server {
namespace {

using access::Duty;
using access::LetterKind;

// Once for each thing and last day: an extension is told again.
void tell_due_soon(Tx& tx, Instant now, const PersonId& person, const std::vector<Duty>& duties, int ahead) {
    const Day today = legal_day(now);
    for (const Duty& duty : duties)
        if (duty.by && today <= *duty.by && *duty.by <= plus_days(today, ahead))
            access::tell(tx, now, person, LetterKind::due_soon, "due " + duty.kind + " " + duty.object_id + " " + to_text(*duty.by), {duty});
}

struct Waiting {
    access::MailWish wish;
    std::vector<Duty> duties;
};
Waiting waiting_for(Tx& tx, Instant now, const PersonId& person) {
    const access::MailWish wish = access::LetterStore(tx).wish(person);
    const access::Actor actor{person, wish.name, access::GrantStore(tx).in_force(person, legal_day(now))};
    return {wish, duties_of(tx, actor, now)};
}

Done write_letters_of(Tx& tx, Instant now, const PersonId& person, const Waiting& waiting, int ahead) {
    tell_due_soon(tx, now, person, waiting.duties, ahead);
    if (waiting.wish.digest) access::tell(tx, now, person, LetterKind::digest, "digest " + to_text(legal_day(now)), waiting.duties);
    return {};
}

}    // namespace

std::vector<Duty> duties_of(Tx& tx, const access::Actor& actor, Instant now) {
    auto all = assessment::duties(tx, actor, now);
    const org::ForestTree tree(org::UnitStore(tx).forest());
    const assessment::Moment m{tx, now, actor, tree};
    for (const auto& of_module : {scoring::agreement_duties(m), scoring::score_duties(m), ranking::ranking_duties(m), report::report_duties(m)})
        all.insert(all.end(), of_module.begin(), of_module.end());
    std::stable_sort(all.begin(), all.end(), [](const Duty& a, const Duty& b) { return a.by && (!b.by || *a.by < *b.by); });
    return all;
}

int write_morning_letters(Database& db, const Clock& clock) {
    const Day today = legal_day(clock.now());
    const auto works = law::law().calendar.is_working_day(today);
    if (works && !*works) return 0;    // a year whose holidays nobody knows is no reason to be silent
    const auto ahead = law::law().parameters.whole_on("mail.due_soon_days", today);
    CS_CHECK(ahead.has_value());
    const auto people = db.read([](Tx& tx) { return access::LetterStore(tx).with_mail(); });
    for (const PersonId& person : people) {
        const Waiting waiting = db.read([&](Tx& tx) { return waiting_for(tx, clock.now(), person); });
        if (!waiting.duties.empty()) CS_CHECK(db.write([&](Tx& tx) { return write_letters_of(tx, clock.now(), person, waiting, static_cast<int>(*ahead)); }));
    }
    return static_cast<int>(people.size());
}

}    // namespace cs::server
