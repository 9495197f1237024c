#include "criteria/yaml_fields.hpp"

#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "base/text.hpp"

namespace cs::criteria {
namespace {

class Watch final : public YAML::EventHandler {
public:
    std::optional<Fault> found;

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1) fault("criteria.second_document", mark);
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { plain(mark, anchor); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { fault("criteria.alias", mark); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, const std::string&) override {
        plain(mark, anchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        plain(mark, anchor);
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        plain(mark, anchor);
    }
    void OnMapEnd() override {}

private:
    void plain(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) fault("criteria.alias", mark);
    }
    void fault(const char* code, const YAML::Mark& mark) {
        if (!found) found = Fault{code, {}, {}, mark.line + 1};
    }
    int documents_ = 0;
};

// Throws what the YAML parser throws.
std::optional<Fault> unwanted(const std::string& yaml) {
    std::istringstream in(yaml);
    YAML::Parser parser(in);
    Watch watch;
    while (!watch.found && parser.HandleNextDocument(watch)) {
    }
    return watch.found;
}

}    // namespace

Result<YAML::Node> load_map(std::string_view bytes, const std::string& code, std::size_t most) {
    const auto refused = [&](Fault fault) { return refuse(code, {std::move(fault)}); };
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    if (bytes.size() > most) return refused({"criteria.file_too_large", {}, {}, 0});
    const auto text = nfc(bytes);
    if (!text) return refused({"criteria.not_utf8", {}, {}, 0});
    try {
        if (auto fault = unwanted(*text)) return refused(*std::move(fault));
        const YAML::Node root = YAML::Load(*text);
        if (!root.IsMap()) return refused({"criteria.not_a_map", {}, {}, 1});
        return root;
    } catch (const YAML::Exception& e) {
        return refused({"criteria.yaml_malformed", {{"what", e.msg}}, {}, e.mark.line + 1});
    }
}

int line_of(const YAML::Node& node) { return std::max(0, node.Mark().line + 1); }

// A quoted "null" is text, which yaml-cpp marks with the tag "!".
bool is_null(const YAML::Node& node) {
    return node.IsNull() || (node.IsScalar() && node.Tag() != "!" && (node.Scalar() == "null" || node.Scalar() == "~"));
}

Fields::Fields(const YAML::Node& node, std::string path, std::vector<Fault>& faults)
    : path_(std::move(path)), line_(line_of(node)), faults_(faults) {
    if (!node.IsMap()) {
        fault("criteria.not_a_map");
        return;
    }
    for (const auto& pair : node) {
        if (!pair.first.IsScalar()) {
            faults_.push_back({"criteria.key_not_text", {}, path_, line_of(pair.first)});
            continue;
        }
        const std::string& key = pair.first.Scalar();
        if (has(key))
            faults_.push_back({"criteria.key_twice", {{"key", key}}, at(key), line_of(pair.first)});
        else
            entries_.emplace_back(key, pair.second);
    }
}

bool Fields::has(const std::string& key) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](const auto& entry) { return entry.first == key; });
}

std::optional<YAML::Node> Fields::node(const std::string& key) {
    asked_.push_back(key);
    for (const auto& [name, value] : entries_)
        if (name == key) return is_null(value) ? std::nullopt : std::optional(value);
    return std::nullopt;
}

void Fields::fault(std::string code, Args args, const std::string& key) {
    int line = line_;
    for (const auto& [name, value] : entries_)
        if (name == key) line = std::max(line_of(value), line_);
    faults_.push_back({std::move(code), std::move(args), key.empty() ? path_ : at(key), line});
}

std::optional<std::string> Fields::text(const std::string& key) {
    const auto found = node(key);
    if (!found) return std::nullopt;
    if (!found->IsScalar()) {
        fault("criteria.not_text", {}, key);
        return std::nullopt;
    }
    return std::string(trim(found->Scalar()));
}

std::string Fields::wanted_text(const std::string& key) {
    const auto found = text(key);
    if (!found || found->empty()) fault("criteria.missing_key", {{"key", key}}, key);
    return found.value_or(std::string());
}

bool Fields::flag(const std::string& key) {
    const auto found = text(key);
    if (found && *found != "true" && *found != "false") fault("criteria.not_true_false", {{"found", *found}}, key);
    return found == "true";
}

std::optional<int> Fields::whole(const std::string& key) {
    const auto found = text(key);
    if (!found) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(found->data(), found->data() + found->size(), value);
    if (error == std::errc() && end == found->data() + found->size() && value >= 0) return value;
    fault("criteria.not_whole", {{"found", *found}}, key);
    return std::nullopt;
}

std::optional<Day> Fields::day(const std::string& key) {
    const auto found = text(key);
    if (!found) return std::nullopt;
    const auto day = parse_day(*found);
    if (!day) fault("criteria.not_a_day", {{"found", *found}}, key);
    return day;
}

std::vector<YAML::Node> Fields::list(const std::string& key) {
    const auto found = node(key);
    std::vector<YAML::Node> all;
    if (found && !found->IsSequence()) fault("criteria.not_a_list", {}, key);
    if (found && found->IsSequence())
        for (const YAML::Node& entry : *found) all.push_back(entry);
    return all;
}

std::vector<std::string> Fields::texts(const std::string& key) {
    std::vector<std::string> all;
    for (const YAML::Node& entry : list(key)) {
        if (entry.IsScalar())
            all.emplace_back(trim(entry.Scalar()));
        else
            faults_.push_back({"criteria.not_text", {}, at(key), line_of(entry)});
    }
    return all;
}

std::optional<YAML::Node> Fields::map(const std::string& key) {
    const auto found = node(key);
    if (!found || found->IsMap()) return found;
    fault("criteria.not_a_map", {}, key);
    return std::nullopt;
}

void Fields::remark(std::initializer_list<const char*> keys) { asked_.insert(asked_.end(), keys.begin(), keys.end()); }

void Fields::finish() {
    for (const auto& [key, value] : entries_) {
        if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
        const auto near = nearest(key, asked_);
        Args args{{"key", key}};
        if (near) args.emplace_back("near", *near);
        fault(near ? "criteria.unknown_key_near" : "criteria.unknown_key", std::move(args), key);
    }
}

}    // namespace cs::criteria
