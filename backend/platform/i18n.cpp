#include "platform/i18n.hpp"

#include <boost/json.hpp>
#include <map>

#include "platform/embedded.hpp"

namespace cs {
namespace {

using Catalogue = std::map<std::string, std::string, std::less<>>;

void flatten(const boost::json::object& object, const std::string& prefix, Catalogue& into) {
    for (const auto& [key, value] : object) {
        const std::string name = prefix + std::string(key);
        if (const auto* inner = value.if_object()) {
            flatten(*inner, name + '.', into);
            continue;
        }
        CS_CHECK(value.is_string());
        CS_CHECK(into.emplace(name, value.as_string()).second);    // each key in one file only
    }
}

Catalogue load(const std::string& folder) {
    Catalogue all;
    for (const EmbeddedFile& file : embedded_under(folder))
        flatten(boost::json::parse(boost::json::string_view(file.bytes.data(), file.bytes.size())).as_object(), "", all);
    return all;
}

const Catalogue& catalogue(Language language) {
    static const Catalogue vi = load("i18n/vi/"), en = load("i18n/en/");
    return language == Language::vi ? vi : en;
}

// {name} by its argument; what has no argument stays visible.
std::string filled(std::string_view text, const Args& args) {
    std::string out;
    while (!text.empty()) {
        const std::size_t open = text.find('{'), close = text.find('}', open);
        if (close == std::string_view::npos) break;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        out += text.substr(0, open);
        const auto arg = std::find_if(args.begin(), args.end(), [&](const auto& a) { return a.first == name; });
        out += arg == args.end() ? text.substr(open, close - open + 1) : std::string_view(arg->second);
        text.remove_prefix(close + 1);
    }
    return out.append(text);
}

}    // namespace

std::string say(std::string_view key, const Args& args, Language language) {
    const Catalogue& all = catalogue(language);
    if (const auto found = all.find(key); found != all.end()) return filled(found->second, args);
    if (language != Language::vi) return say(key, args, Language::vi);
    return "⟨" + std::string(key) + "⟩";
}

bool has_sentence(std::string_view key, Language language) { return catalogue(language).contains(key); }

std::vector<std::string> sentence_keys(Language language) {
    std::vector<std::string> keys;
    for (const auto& [key, text] : catalogue(language)) keys.push_back(key);
    return keys;
}

std::string sentence(const Refusal& refusal, Language language) { return say("refusal." + refusal.code, refusal.args, language); }
std::string sentence(const Fault& fault, Language language) { return say("fault." + fault.code, fault.args, language); }

}    // namespace cs
