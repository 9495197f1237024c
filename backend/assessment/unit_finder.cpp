#include "assessment/unit_finder.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace cs::assessment {
namespace {

constexpr std::size_t most_similar = 5, digits_of_code = 5;

// Words for kinds, folded; an abbreviation may be followed by a point.
struct KindWord {
    std::string_view word, kind;
};
constexpr std::array<KindWord, 14> kinds = {{{"xa", "xa"},
                                             {"x.", "xa"},
                                             {"phuong", "phuong"},
                                             {"p.", "phuong"},
                                             {"thi tran", "thi tran"},
                                             {"tt.", "thi tran"},
                                             {"tt", "thi tran"},
                                             {"huyen", "huyen"},
                                             {"h.", "huyen"},
                                             {"thi xa", "thi xa"},
                                             {"tx.", "thi xa"},
                                             {"thanh pho", "thanh pho"},
                                             {"tp.", "thanh pho"},
                                             {"tp", "thanh pho"}}};

struct Folded {
    std::string_view kind;    // "" where the name does not begin with one
    std::string rest;
};

Folded folded(const std::string& name) {
    const std::string all = fold(name);
    for (const KindWord& each : kinds) {
        if (!all.starts_with(each.word)) continue;
        const std::string_view rest = std::string_view(all).substr(each.word.size());
        const std::string_view bare = trim(rest);
        if (!bare.empty() && (rest.front() == ' ' || each.word.ends_with('.'))) return {each.kind, std::string(bare)};
    }
    return {"", all};
}

bool all_digits(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string padded(const std::string& code) {
    return code.size() < digits_of_code ? std::string(digits_of_code - code.size(), '0') + code : code;
}

// Keeps those for which `holds`, if there are any: a wrong hint narrows nothing.
void narrow(std::vector<const KnownUnit*>& units, const auto& holds) {
    std::vector<const KnownUnit*> kept;
    std::copy_if(units.begin(), units.end(), std::back_inserter(kept), holds);
    if (!kept.empty()) units = std::move(kept);
}

}    // namespace

std::string UnitWords::shown() const {
    std::string all;
    for (const std::string* word : {&code, &name, &parent})
        if (!word->empty()) all += (all.empty() ? "" : " · ") + *word;
    return all;
}

UnitFinder::UnitFinder(std::vector<KnownUnit> units) : units_(std::move(units)) {
    for (const KnownUnit& unit : units_) keys_.push_back(folded(unit.name).rest);
}

std::vector<const KnownUnit*> UnitFinder::find(const UnitWords& words) const& {
    std::vector<const KnownUnit*> found;
    for (const std::string* code : {&words.code, &words.name}) {
        const std::string number = all_digits(*code) ? padded(*code) : *code;
        for (const KnownUnit& unit : units_)
            if (!code->empty() && (unit.code == *code || unit.code == number)) return {&unit};
    }
    const std::string& name = words.name.empty() ? words.code : words.name;
    const Folded wanted = folded(name);
    for (std::size_t i = 0; i < units_.size(); ++i)
        if (keys_[i] == wanted.rest) found.push_back(&units_[i]);
    narrow(found, [&](const KnownUnit* unit) { return wanted.kind.empty() || folded(unit->name).kind == wanted.kind; });
    const std::string parent = folded(words.parent).rest;
    narrow(found, [&](const KnownUnit* unit) { return parent.empty() || folded(unit->parent).rest == parent; });
    return found;
}

std::vector<const KnownUnit*> UnitFinder::similar(const UnitWords& words) const {
    const std::string wanted = folded(words.name.empty() ? words.code : words.name).rest;
    const auto near = nearest(wanted, keys_);
    std::vector<const KnownUnit*> found;
    for (std::size_t i = 0; i < units_.size() && found.size() < most_similar; ++i) {
        const bool within = !wanted.empty() &&
                            (keys_[i].find(wanted) != std::string::npos || wanted.find(keys_[i]) != std::string::npos);
        if (within || keys_[i] == near) found.push_back(&units_[i]);
    }
    return found;
}

bool UnitFinder::is_named(const KnownUnit& unit, const std::string& name) const {
    return folded(unit.name).rest == folded(name).rest;
}

const KnownUnit* UnitFinder::with_id(const UnitId& id) const {
    const auto found = std::find_if(units_.begin(), units_.end(), [&](const KnownUnit& unit) { return unit.id == id; });
    return found == units_.end() ? nullptr : &*found;
}

bool is_total(const std::string& name) {
    const std::string plain = fold(name);
    constexpr std::array<std::string_view, 4> alone = {"tong", "cong", "trung binh", "binh quan"};
    constexpr std::array<std::string_view, 6> at_the_beginning = {"tong cong",  "tong so",     "toan tinh",
                                                                  "toan huyen", "toan thi xa", "toan thanh pho"};
    return std::find(alone.begin(), alone.end(), plain) != alone.end() ||
           std::any_of(at_the_beginning.begin(), at_the_beginning.end(),
                       [&](std::string_view word) { return plain.starts_with(word); });
}

}    // namespace cs::assessment
