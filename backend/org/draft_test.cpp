#include "org/draft.hpp"

#include <doctest/doctest.h>

#include <set>

#include "org/country.hpp"

using namespace cs;
using namespace cs::org;

namespace {

const std::string head =
    "key: k\nday: '2024-05-01'\ntitle: Đổi tên\ninstrument: NQ 1\nsigned_on: unknown\nconfidence: unknown\nsource: "
    "test\n";

std::set<std::string> faults(const std::string& text) {
    const auto no = read_drafts(text, "f.yaml");
    REQUIRE_FALSE(no);
    CHECK(no.error().code == "org.draft_faulty");
    std::set<std::string> codes;
    for (const Fault& f : no.error().faults) {
        codes.insert(f.code);
        CHECK(f.where == "f.yaml");
        CHECK(f.line > 0);
    }
    return codes;
}
using Codes = std::set<std::string>;

}  // namespace

TEST_CASE("a reorganisation reads alike from YAML and from JSON") {
    const auto yaml = read_drafts(head + "lines:\n- {do: rename, unit: '09193', name: Xã Mới}\n", "f.yaml");
    const auto json =
        read_drafts(R"({"key":"k","day":"2024-05-01","title":"Đổi tên","instrument":"NQ 1","signed_on":"unknown",
        "confidence":"unknown","source":"test","lines":[{"do":"rename","unit":"09193","name":"Xã Mới"}]})",
                    "f.json");
    REQUIRE(yaml);
    REQUIRE(json);
    for (const auto* read : {&*yaml, &*json}) {
        REQUIRE(read->drafts.size() == 1);
        const Draft& d = read->drafts.front();
        CHECK(d.key == "k");
        CHECK_FALSE(d.signed_on);
        const auto& alter = std::get<Alter>(d.lines.front().what);
        CHECK(alter.unit == "09193");  // a code keeps its zero
        CHECK(alter.state.name == "Xã Mới");
    }
}

TEST_CASE("every shipped reorganisation has its paper, its source and a known place in time") {
    const DraftFile file = shipped_reorganisations();
    REQUIRE(file.drafts.size() == 5);
    CHECK_FALSE(file.known_gaps.empty());
    std::set<std::string> keys;
    for (std::size_t i = 0; i < file.drafts.size(); ++i) {
        const Draft& d = file.drafts[i];
        CHECK(keys.insert(d.key).second);
        CHECK((i == 0 || file.drafts[i - 1].day <= d.day));
        CHECK_FALSE(d.instrument.empty());
        CHECK_FALSE(d.source.empty());
    }
    for (const KnownGap& gap : file.known_gaps) CHECK_FALSE(gap.reason.empty());
}

TEST_CASE("what is missing, unknown or impossible in a draft is a fault with its line") {
    CHECK(faults("day: [") == Codes{"org.draft_syntax"});
    CHECK(faults("- just a list") == Codes{"org.draft_missing"});
    CHECK(faults(head) == Codes{"org.draft_missing"});
    CHECK(faults(head + "lines: []\n") == Codes{"org.draft_missing"});
    CHECK(faults(head + "lines:\n- {do: rename, unit: A}\n") == Codes{"org.draft_missing"});
    CHECK(faults(head + "lines:\n- {do: move, unit: A}\n") == Codes{"org.draft_missing"});
    CHECK(faults(head + "lines:\n- {do: convert, unit: A}\n") == Codes{"org.draft_missing"});
    CHECK(faults(head + "lines:\n- {do: dissolve, unit: A}\n") == Codes{"org.draft_missing"});
    CHECK(faults(head + "lines:\n- {do: merge, into: A, new: true, from: [B]}\n") == Codes{"org.draft_missing"});
    CHECK(faults(head + "lines:\n- {do: abolish, kind: district}\n") == Codes{"org.draft_bad_value"});
    CHECK(faults(head + "lines:\n- {do: counter, unit: A}\n") == Codes{"org.draft_bad_value"});
    CHECK(faults(head + "lines:\n- {do: convert, unit: A, kind: wards}\n").contains("org.draft_bad_value"));
    CHECK(faults(head + "lines:\n- {do: rename, unit: A, nmae: B, name: C}\n") == Codes{"org.draft_unknown_field"});
    CHECK(faults(head + "linse: []\nlines:\n- {do: rename, unit: A, name: C}\n") == Codes{"org.draft_unknown_field"});
    const std::string share = "lines:\n- {do: merge, into: A, from: [{unit: B, shares: [{measure: population, amount: ";
    CHECK(faults(head + share + "'-1'}]}]}\n") == Codes{"org.draft_bad_value"});
    CHECK(faults(head + share + "nhiều}]}]}\n") == Codes{"org.draft_bad_value"});
    CHECK(read_drafts(head + share + "unknown}]}]}\n", "f.yaml"));
}

TEST_CASE("a bad day, an unknown confidence and an unsaid signing day are faults") {
    const auto with = [](const std::string& from, const std::string& to) {
        std::string text = head + "lines:\n- {do: rename, unit: A, name: C}\n";
        return text.replace(text.find(from), from.size(), to);
    };
    CHECK(read_drafts(with("k", "k"), "f.yaml"));
    CHECK(faults(with("'2024-05-01'", "'2024-02-30'")) == Codes{"org.draft_bad_value"});
    CHECK(faults(with("confidence: unknown", "confidence: sure")) == Codes{"org.draft_bad_value"});
    CHECK(faults(with("signed_on: unknown\n", "")) == Codes{"org.draft_missing"});
    CHECK(faults(with("signed_on: unknown", "signed_on: hôm qua")) == Codes{"org.draft_bad_value"});
}
