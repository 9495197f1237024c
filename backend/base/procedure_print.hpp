#pragma once
// A procedure printed for people: a markdown table and a Mermaid state diagram, for docs/domain and the lawyer's
// signature.
#include <string>

#include "base/procedure.hpp"

namespace cs {

template <class E>
std::string words_of(Set<E> set) {
    std::string text;
    for (E e : all_of<E>())
        if (set.has(e)) text += (text.empty() ? "" : ", ") + std::string(word_of(e));
    return text.empty() ? "–" : text;
}

template <class P>
std::string as_markdown(const P& procedure) {
    std::string text = "| step | from | to | who | needs | under |\n|---|---|---|---|---|---|\n";
    for (const auto& s : procedure.steps)
        text += "| " + std::string(word_of(s.action)) + " | " + words_of(s.from) + " | " + std::string(word_of(s.to)) +
                " | " + words_of(s.who) + " | " + words_of(s.needs) + " | " + std::string(s.under) + " |\n";
    return text;
}

template <class P>
std::string as_mermaid(const P& procedure) {
    using State = typename P::StateOf;
    std::string text = "stateDiagram-v2\n    [*] --> " + std::string(word_of(procedure.first)) + "\n";
    for (const auto& s : procedure.steps)
        for (State from : all_of<State>())
            if (s.from.has(from))
                text += "    " + std::string(word_of(from)) + " --> " + std::string(word_of(s.to)) + ": " +
                        std::string(word_of(s.action)) + "\n";
    for (State s : all_of<State>())
        if (procedure.last.has(s)) text += "    " + std::string(word_of(s)) + " --> [*]\n";
    return text;
}

}    // namespace cs
