#pragma once
// The word of an enumerator is its own name: the same in C++, JSON, the database, i18n and printed documents, so there
// is no list to keep in step. For enums with a fixed underlying type whose enumerators count up from 0.
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace cs {

namespace words_detail {

// The compiler's own spelling: "cs::access::Role::decider", or "(cs::access::Role)14" when there is no such enumerator.
template <auto value>
constexpr std::string_view spelling() {
    std::string_view text = __PRETTY_FUNCTION__;
    text.remove_prefix(text.find("value = ") + 8);
    return text.substr(0, text.find_first_of(";]"));
}

template <class E, std::size_t n = 0>
constexpr std::size_t count() {
    if constexpr (spelling<static_cast<E>(n)>().front() == '(')
        return n;
    else
        return count<E, n + 1>();
}

template <auto value>
constexpr std::string_view name() {
    constexpr std::string_view text = spelling<value>();
    return text.substr(text.rfind(':') + 1);
}

}    // namespace words_detail

template <class E>
inline constexpr auto words = []<std::size_t... n>(std::index_sequence<n...>) {
    return std::array<std::string_view, sizeof...(n)>{words_detail::name<static_cast<E>(n)>()...};
}
(std::make_index_sequence<words_detail::count<E>()>());

template <class E>
constexpr std::string_view word_of(E e) {
    return words<E>[static_cast<std::size_t>(e)];
}

template <class E>
constexpr std::optional<E> parse_word(std::string_view text) {
    for (std::size_t i = 0; i < words<E>.size(); ++i)
        if (words<E>[i] == text) return static_cast<E>(i);
    return std::nullopt;
}

// Every enumerator, in order.
template <class E>
constexpr auto all_of() {
    std::array<E, words<E>.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<E>(i);
    return all;
}

}    // namespace cs
