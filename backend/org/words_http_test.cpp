#include <doctest/doctest.h>

#include "org/boundary.hpp"
#include "org/cluster.hpp"
#include "org/wire_http.hpp"
#include "platform/i18n.hpp"

using namespace cs;
using namespace cs::org;

namespace {

// The words of an enum, its names on the wire and its names on the screen are one list.
template <class E>
void agree(const std::string& prefix) {
    std::size_t n = 0;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        CHECK(word_of(d.value) == d.name);
        INFO(prefix << d.name);
        CHECK(has_sentence(prefix + d.name));
        ++n;
    });
    CHECK(n == words<E>.size());
}

}  // namespace

TEST_CASE("every kind of unit, region, change, part and cluster has one word everywhere and a name on the screen") {
    agree<UnitKind>("unit_kind.");
    agree<Region>("region.");
    agree<ChangeKind>("change_kind.");
    agree<Part>("part.");
    agree<ClusterKind>("cluster_kind.");
    for (const NamedBoundary& b : named_boundaries()) {
        CHECK(has_sentence("boundary." + std::string(b.key) + ".name"));
        CHECK(has_sentence("boundary." + std::string(b.key) + ".description"));
    }
}
