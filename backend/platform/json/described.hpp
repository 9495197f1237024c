#pragma once
// What the templates ask of a type: which of the field types it is, its members, its words, its rules.
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "base/words.hpp"
#include "platform/json/json.hpp"

namespace cs::json::detail {

namespace describe = boost::describe;

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsMap : std::false_type {};
template <class T>
struct IsMap<std::map<std::string, T>> : std::true_type {};
template <class T>
struct IsId : std::false_type {};
template <class Of>
struct IsId<Id<Of>> : std::true_type {};
template <class>
inline constexpr bool no_such_type = false;

template <class T>
inline constexpr bool is_struct = std::is_class_v<T> && describe::has_describe_members<T>::value;
template <class T>
inline constexpr bool is_small_int = std::is_integral_v<T> && !std::is_same_v<T, bool> && sizeof(T) <= 4;

constexpr std::string_view wire_name(std::string_view name) {
    return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

inline const Rule no_rule{};

template <class T>
using Members = describe::describe_members<T, describe::mod_public | describe::mod_inherited>;

template <class T>
std::span<const std::string_view> field_names() {
    static const auto names = []<class... D>(boost::mp11::mp_list<D...>) {
        return std::array<std::string_view, sizeof...(D)>{wire_name(D::name)...};
    }(boost::mp11::mp_rename<Members<T>, boost::mp11::mp_list>());
    return names;
}

template <class T>
const Rule& rule_of(std::string_view field) {
    static const bool all_known = [] {
        for (const FieldRule<T>& r : rules<T>) {
            bool known = false;
            for (std::string_view name : field_names<T>()) known = known || name == r.field;
            CS_CHECK(known);
        }
        return true;
    }();
    (void)all_known;
    for (const FieldRule<T>& r : rules<T>)
        if (field == r.field) return r.rule;
    return no_rule;
}

template <class E>
std::span<const std::string_view> wire_words() {
    static const auto all = [] {
        auto names = words<E>;
        for (std::string_view& name : names) name = wire_name(name);
        return names;
    }();
    return all;
}

}    // namespace cs::json::detail
