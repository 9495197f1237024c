#include "org/draft.hpp"

#include <yaml-cpp/yaml.h>

#include "base/text.hpp"

namespace cs::org {
namespace {

// Reads one mapping; remembers what was asked for, so that whatever else stands there is a fault.
class Fields {
public:
    Fields(YAML::Node node, std::string file, std::vector<Fault>& faults)
        : node_(std::move(node)), file_(std::move(file)), faults_(faults) {
        if (!node_.IsMap()) fault("org.draft_missing", {{"field", "{…}"}});
    }

    int line() const { return node_.Mark().line + 1; }
    void fault(std::string code, Args args) { faults_.push_back({std::move(code), std::move(args), file_, line()}); }
    void bad(const std::string& field, std::string value) {
        fault("org.draft_bad_value", {{"field", field}, {"value", std::move(value)}});
    }

    YAML::Node node(const std::string& field) {
        asked_.push_back(field);
        return node_.IsMap() ? static_cast<const YAML::Node&>(node_)[field] : YAML::Node(YAML::NodeType::Undefined);
    }
    std::optional<std::string> maybe(const std::string& field) {
        const YAML::Node found = node(field);
        if (!found || found.IsNull()) return std::nullopt;
        if (!found.IsScalar()) return bad(field, "…"), std::nullopt;
        const auto text = nfc(found.Scalar());
        if (!text) return bad(field, "?"), std::nullopt;
        return std::string(trim(*text));
    }
    std::string text(const std::string& field) {
        auto value = maybe(field);
        if (!value || value->empty()) fault("org.draft_missing", {{"field", field}});
        return value.value_or("");
    }
    template <class E>
    std::optional<E> word(const std::string& field) {
        const auto value = maybe(field);
        if (!value) return std::nullopt;
        const auto found = parse_word<E>(*value);
        if (!found) bad(field, *value);
        return found;
    }
    std::optional<bool> flag(const std::string& field) {
        const auto value = maybe(field);
        if (!value) return std::nullopt;
        if (*value != "true" && *value != "false") return bad(field, *value), std::nullopt;
        return *value == "true";
    }
    Day day(const std::string& field) {
        const std::string value = text(field);
        const auto found = parse_day(value);
        if (!found && !value.empty()) bad(field, value);
        return found.value_or(first_recorded_day);
    }
    std::vector<YAML::Node> list(const std::string& field, bool needed) {
        const YAML::Node found = node(field);
        if (!found || found.IsNull() || !found.IsSequence() || found.size() == 0) {
            if (needed) fault("org.draft_missing", {{"field", field}});
            return {};
        }
        return {found.begin(), found.end()};
    }
    Fields inside(const YAML::Node& child) { return {child, file_, faults_}; }
    void nothing_else() {
        if (!node_.IsMap()) return;
        for (const auto& pair : node_) {
            const std::string& name = pair.first.Scalar();
            if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
            fault("org.draft_unknown_field", {{"field", name}, {"meant", nearest(name, asked_).value_or("–")}});
        }
    }

private:
    YAML::Node node_;
    std::string file_;
    std::vector<Fault>& faults_;
    std::vector<std::string> asked_;
};

NewState read_state(Fields& f, bool with_code = true) {
    NewState state;
    state.name = f.maybe("name");
    if (with_code) state.code = f.maybe("code");
    state.kind = f.word<UnitKind>("kind");
    state.parent = f.maybe("parent");
    state.rural = f.flag("rural");
    state.region = f.word<Region>("region");
    return state;
}

std::vector<Share> read_shares(Fields& f) {
    std::vector<Share> shares;
    for (const YAML::Node& node : f.list("shares", false)) {
        Fields s = f.inside(node);
        Share share{s.text("measure"), std::nullopt};
        const std::string amount = s.text("amount");
        if (amount != "unknown" && !amount.empty()) {
            share.amount = Decimal::parse(amount);
            if (!share.amount || *share.amount < Decimal::whole(0)) s.bad("amount", amount);
        }
        s.nothing_else();
        shares.push_back(std::move(share));
    }
    return shares;
}

Origin read_origin(Fields& f, const YAML::Node& node) {
    if (node.IsScalar()) return {node.Scalar(), Part::full, {}};
    Fields o = f.inside(node);
    Origin origin{o.text("unit"), o.word<Part>("part").value_or(Part::full), read_shares(o)};
    o.nothing_else();
    return origin;
}

Merge read_merge(Fields& f) {
    Merge merge{f.text("into"), f.flag("new").value_or(false), read_state(f, false), {}};
    for (const YAML::Node& node : f.list("from", true)) merge.from.push_back(read_origin(f, node));
    if (merge.is_new && !merge.state.name) f.fault("org.draft_missing", {{"field", "name"}});
    if (merge.is_new && !merge.state.kind) f.fault("org.draft_missing", {{"field", "kind"}});
    return merge;
}

Split read_split(Fields& f) {
    Split split{f.text("unit"), f.flag("keeps").value_or(false), {}};
    for (const YAML::Node& node : f.list("into", true)) {
        Fields p = f.inside(node);
        Piece piece{read_state(p), p.word<Part>("part").value_or(Part::part), read_shares(p)};
        if (!piece.state.name) p.fault("org.draft_missing", {{"field", "name"}});
        if (!piece.state.kind) p.fault("org.draft_missing", {{"field", "kind"}});
        p.nothing_else();
        split.into.push_back(std::move(piece));
    }
    return split;
}

Alter read_alter(Fields& f, ChangeKind verb) {
    Alter alter{verb, f.text("unit"), read_state(f)};
    const NewState& s = alter.state;
    const auto need = [&](bool given, const char* field) {
        if (!given) f.fault("org.draft_missing", {{"field", field}});
    };
    if (verb == ChangeKind::rename) need(s.name.has_value(), "name");
    if (verb == ChangeKind::convert) need(s.name || s.kind || s.rural || s.region || s.code, "kind");
    if (verb == ChangeKind::move) need(s.parent.has_value(), "parent");
    return alter;
}

AbolishLevel read_abolish(Fields& f) {
    AbolishLevel abolish{f.word<UnitKind>("kind").value_or(UnitKind::other), {}, f.text("into")};
    for (const YAML::Node& node : f.list("under", true)) abolish.under.push_back(node.Scalar());
    return abolish;
}

Line read_line(Fields f) {
    Line line{f.line(), Create{}};
    f.maybe("note");
    const std::string verb = f.text("do");
    const auto kind = parse_word<ChangeKind>(verb);
    switch (kind.value_or(ChangeKind::counter)) {
        case ChangeKind::rename:
        case ChangeKind::convert:
        case ChangeKind::move: line.what = read_alter(f, *kind); break;
        case ChangeKind::merge: line.what = read_merge(f); break;
        case ChangeKind::split: line.what = read_split(f); break;
        case ChangeKind::dissolve: {
            std::string unit = f.text("unit");
            line.what = Dissolve{std::move(unit), f.text("within")};
            break;
        }
        case ChangeKind::abolish_level: line.what = read_abolish(f); break;
        case ChangeKind::create: {
            Create create{read_state(f)};
            if (!create.state.name) f.fault("org.draft_missing", {{"field", "name"}});
            if (!create.state.kind) f.fault("org.draft_missing", {{"field", "kind"}});
            line.what = std::move(create);
            break;
        }
        default:
            if (!verb.empty()) f.bad("do", verb);
            return line;
    }
    f.nothing_else();
    return line;
}

Draft read_draft(Fields f) {
    Draft draft;
    draft.key = f.maybe("key").value_or("");
    draft.day = f.day("day");
    draft.title = f.text("title");
    draft.instrument = f.text("instrument");
    const std::string signed_on = f.text("signed_on");  // "unknown" must be said
    if (signed_on != "unknown" && !signed_on.empty()) {
        draft.signed_on = parse_day(signed_on);
        if (!draft.signed_on) f.bad("signed_on", signed_on);
    }
    const std::string confidence = f.text("confidence");
    draft.confidence = law::parse_confidence(confidence).value_or(law::Confidence::unknown);
    if (!law::parse_confidence(confidence) && !confidence.empty()) f.bad("confidence", confidence);
    draft.source = f.text("source");
    draft.note = f.maybe("note").value_or("");
    for (const YAML::Node& node : f.list("lines", true)) draft.lines.push_back(read_line(f.inside(node)));
    f.nothing_else();
    return draft;
}

KnownGap read_gap(Fields f) {
    KnownGap gap{f.day("day"), f.text("code"), f.text("name"), f.text("reason")};
    f.nothing_else();
    return gap;
}

}  // namespace

Result<DraftFile> read_drafts(std::string_view text, const std::string& file) {
    std::vector<Fault> faults;
    DraftFile read;
    try {
        const YAML::Node root = YAML::Load(std::string(text));
        Fields f(root, file, faults);
        if (root.IsMap() && root["reorganisations"]) {
            f.maybe("schema_version");
            for (const YAML::Node& node : f.list("reorganisations", true))
                read.drafts.push_back(read_draft(f.inside(node)));
            for (const YAML::Node& node : f.list("known_gaps", false))
                read.known_gaps.push_back(read_gap(f.inside(node)));
            f.nothing_else();
        } else if (root.IsMap()) {
            read.drafts.push_back(read_draft(f));
        }
    } catch (const YAML::Exception& e) {
        faults.push_back({"org.draft_syntax", {{"what", e.msg}}, file, e.mark.line + 1});
    }
    if (!faults.empty()) return refuse("org.draft_faulty", std::move(faults));
    return read;
}

}  // namespace cs::org
