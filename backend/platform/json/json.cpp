#include "platform/json/json.hpp"

#include <boost/core/demangle.hpp>

namespace cs::json {
namespace {

// "cs::org::Page<cs::org::UnitRow>" -> "PageUnitRow"
std::string short_name(const std::type_info& type) {
    const std::string full = boost::core::demangle(type.name());
    std::string name, word;
    for (std::size_t i = 0; i <= full.size(); ++i) {
        const char c = i < full.size() ? full[i] : '>';
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_') {
            word += c;
            continue;
        }
        if (c == '<' || c == '>' || c == ',') name += word;    // before "::" it was a namespace
        word.clear();
    }
    return name;
}

void pretty(const Json& value, const std::string& margin, std::string& out) {
    const std::string inner = margin + "  ";
    const char* separator = "";
    const auto member = [&](const Json& item, const std::string& label) {
        out += separator;
        separator = ",";
        out += '\n' + inner + label;
        pretty(item, inner, out);
    };
    if (const auto* object = value.if_object(); object && !object->empty()) {
        out += '{';
        for (const auto& [key, item] : *object) member(item, boost::json::serialize(boost::json::string(key)) + ": ");
        out += '\n' + margin + '}';
    } else if (const auto* array = value.if_array(); array && !array->empty()) {
        out += '[';
        for (const Json& item : *array) member(item, "");
        out += '\n' + margin + ']';
    } else {
        out += boost::json::serialize(value);
    }
}

}    // namespace

Result<Json> parse(std::string_view text) {
    boost::json::error_code error;
    boost::json::stream_parser parser;    // this one tells how far it came
    const std::size_t at = parser.write_some(text.data(), text.size(), error);
    if (!error && at < text.size()) error = boost::json::error::extra_data;
    if (!error) parser.finish(error);
    if (error) return refuse(Problem::bad_input, "json.malformed", {{"at", std::to_string(at + 1)}});
    return parser.release();
}

std::string to_text(const Json& value) { return boost::json::serialize(value); }

std::string to_pretty(const Json& value) {
    std::string out;
    pretty(value, "", out);
    return out + '\n';
}

std::pair<std::string, bool> SchemaBook::enter(const std::type_info& type, bool for_reply) {
    const std::type_index index(type);
    if (const auto known = names_.find({index, for_reply}); known != names_.end()) return {known->second, false};
    std::string name = short_name(type);
    if (names_.contains({index, !for_reply})) name += for_reply ? "Reply" : "Input";
    for (const auto& [key, taken] : names_) CS_CHECK(taken != name);    // two types of one name
    names_[{index, for_reply}] = name;
    return {name, true};
}

std::string SchemaBook::settle(const std::type_info& type, bool for_reply, boost::json::object filled) {
    std::string& name = names_.at({type, for_reply});
    const auto other = names_.find({type, !for_reply});
    const Json* twin = other == names_.end() ? nullptr : components_.if_contains(other->second);
    if (twin && *twin == Json(filled)) name = other->second;
    else components_[name] = std::move(filled);
    return name;
}

namespace detail {

Json leaf_schema(std::string_view type, std::string_view format, std::string_view pattern) {
    boost::json::object schema{{"type", text_value(type)}};
    if (!format.empty()) schema["format"] = text_value(format);
    if (!pattern.empty()) schema["pattern"] = text_value(pattern);
    return schema;
}

Json choice_schema(std::span<const std::string_view> words) {
    boost::json::array all;
    for (std::string_view word : words) all.push_back(text_value(word));
    return boost::json::object{{"type", "string"}, {"enum", std::move(all)}};
}

Json nullable(Json schema) {
    boost::json::object& object = schema.as_object();
    Json* type = object.if_contains("type");
    if (type && !object.contains("enum")) {
        *type = boost::json::array{*type, "null"};
        return schema;
    }
    if (object.empty()) return schema;    // anything is null already
    return boost::json::object{{"anyOf", boost::json::array{std::move(schema), boost::json::object{{"type", "null"}}}}};
}

Json list_schema(Json items) { return boost::json::object{{"type", "array"}, {"items", std::move(items)}}; }

Json reference(const std::string& name) {
    return boost::json::object{{"$ref", "#/components/schemas/" + name}};
}

Json with_rule(Json schema, const Rule& rule) {
    boost::json::object& object = schema.as_object();
    const Json* type = object.if_contains("type");
    const Json kind = !type ? Json() : type->is_array() ? type->as_array().front() : *type;
    const auto is = [&](const char* word) { return kind == Json(word); };
    if (rule.description) object["description"] = rule.description;
    if (is("array")) {
        if (rule.min_length > 0) object["minItems"] = rule.min_length;
        Rule each = rule;
        each.min_length = 0, each.max_length = no_rule.max_length, each.description = nullptr;
        object["items"] = with_rule(object["items"], each);
    } else if (is("string") && !object.contains("format")) {
        if (rule.min_length > 0) object["minLength"] = rule.min_length;
        if (rule.max_length != no_rule.max_length) object["maxLength"] = rule.max_length;
        if (rule.pattern) object["pattern"] = "^(?:" + std::string(rule.pattern) + ")$";
    } else if (is("integer")) {
        if (rule.minimum) object["minimum"] = *rule.minimum;
        if (rule.maximum) object["maximum"] = *rule.maximum;
    }
    return schema;
}

}    // namespace detail
}    // namespace cs::json
