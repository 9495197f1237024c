// Words of this module and of the journal that people meet have their sentences.
#include <doctest/doctest.h>

#include "access/actor.hpp"
#include "access/grant_procedure.hpp"
#include "platform/i18n.hpp"

using namespace cs;

namespace {

template <class E>
void all_said(const std::string& prefix) {
    for (const std::string_view word : words<E>) {
        CAPTURE(word);
        CHECK(has_sentence(prefix + std::string(word)));
    }
}

}    // namespace

TEST_CASE("every event, role, scope and need has its sentence") {
    all_said<audit::Event>("event.");
    all_said<access::Role>("role.");
    all_said<access::Scope>("scope.");
    all_said<access::GrantNeed>("refusal.grant.need.");
    CHECK(has_sentence("role.operator"));
    CHECK(!has_sentence("event.no_such_event"));
}

TEST_CASE("every state a grant is stored in has its sentence") {
    for (const access::GrantState state : all_of<access::GrantState>())
        CHECK(has_sentence("grant.state." + std::string(word_of(state))) == (state != access::GrantState::absent));
}

TEST_CASE("every fault of the journal has its sentence") {
    for (const char* code : {"altered", "missing", "order", "personal_altered", "day_digest", "day_missing"})
        CHECK(has_sentence(std::string("fault.journal.") + code));
}
