#pragma once
// The templates behind json.hpp: they only walk the described members; whatever does not depend on the type is in json.cpp.
#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

#include "platform/json/described.hpp"
#include "platform/json/reader.hpp"

namespace cs::json::detail {

template <class T>
std::optional<T> read_value(Reader& reader, const Json& value, const Rule& rule);

// Engaged but empty for an optional that is absent.
template <class Of, class D>
auto read_field(Reader& reader, const boost::json::object& object) {
    using T = std::remove_cvref_t<decltype(std::declval<Of&>().*D::pointer)>;
    constexpr std::string_view name = wire_name(D::name);
    const Reader::Inside inside(reader, name);
    const Json* value = object.if_contains(boost::json::string_view(name.data(), name.size()));
    if (value) return read_value<T>(reader, *value, rule_of<Of>(name));
    if constexpr (IsOptional<T>::value) return std::optional<T>(std::in_place);
    else reader.fault("json.missing");
    return std::optional<T>();
}

inline bool in_order(std::initializer_list<const volatile void*> fields) {
    return std::is_sorted(fields.begin(), fields.end(), std::less<>());
}

template <class T>
std::optional<T> read_struct(Reader& reader, const Json& value) {
    const boost::json::object* object = reader.object(value);
    if (!object) return std::nullopt;
    return [&]<class... D>(boost::mp11::mp_list<D...>) -> std::optional<T> {
        std::tuple fields{read_field<T, D>(reader, *object)...};
        reader.refuse_unknown(*object, field_names<T>());
        return std::apply(
            [](auto&... field) -> std::optional<T> {
                if (!(field.has_value() && ...)) return std::nullopt;
                std::optional<T> whole(T{*std::move(field)...});
                CS_CHECK(in_order({&((*whole).*D::pointer)...}));    // described in the order declared
                return whole;
            },
            fields);
    }(boost::mp11::mp_rename<Members<T>, boost::mp11::mp_list>());
}

template <class T>
std::optional<std::vector<T>> read_list(Reader& reader, const Json& value, const Rule& rule) {
    const boost::json::array* array = reader.list(value, rule);
    if (!array) return std::nullopt;
    Rule each = rule;
    each.min_length = 0, each.max_length = no_rule.max_length;
    std::vector<T> all;
    bool good = true;
    for (std::size_t i = 0; i < array->size(); ++i) {
        const Reader::Inside inside(reader, i);
        std::optional<T> one = read_value<T>(reader, (*array)[i], each);
        good = good && one;
        if (good) all.push_back(*std::move(one));
    }
    return good ? std::optional(std::move(all)) : std::nullopt;
}

template <class Map>
std::optional<Map> read_map(Reader& reader, const Json& value, const Rule& rule) {
    const boost::json::object* object = reader.object(value);
    if (!object) return std::nullopt;
    Map all;
    bool good = true;
    for (const auto& [key, item] : *object) {
        const Reader::Inside inside(reader, std::string_view(key.data(), key.size()));
        auto one = read_value<typename Map::mapped_type>(reader, item, rule);
        good = good && one;
        if (one) all.emplace(std::string(key), *std::move(one));
    }
    return good ? std::optional(std::move(all)) : std::nullopt;
}

template <class T>
std::optional<T> as(std::optional<std::int64_t> number) {
    return number ? std::optional(static_cast<T>(*number)) : std::nullopt;
}

template <class T>
std::optional<T> read_value(Reader& reader, const Json& value, const Rule& rule) {
    if constexpr (std::is_same_v<T, Json>) return value;
    else if constexpr (std::is_same_v<T, std::string>) return reader.text(value, rule);
    else if constexpr (std::is_same_v<T, bool>) return reader.flag(value);
    else if constexpr (is_small_int<T>)
        return as<T>(reader.number(value, rule, std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
    else if constexpr (std::is_same_v<T, std::int64_t>) return reader.number_text(value, rule);
    else if constexpr (std::is_same_v<T, Decimal>) return reader.decimal(value, rule);
    else if constexpr (std::is_same_v<T, Day>) return reader.day(value);
    else if constexpr (std::is_same_v<T, Instant>) return reader.instant(value);
    else if constexpr (IsId<T>::value) {
        std::optional<std::string> text = reader.id(value);
        return text ? std::optional<T>(T(*std::move(text))) : std::nullopt;
    } else if constexpr (std::is_enum_v<T>) {
        const std::optional<std::size_t> at = reader.choice(value, wire_words<T>());
        return at ? std::optional(static_cast<T>(*at)) : std::nullopt;
    } else if constexpr (IsOptional<T>::value) {
        if (value.is_null()) return std::optional<T>(std::in_place);
        std::optional<typename T::value_type> inner = read_value<typename T::value_type>(reader, value, rule);
        return inner ? std::optional<T>(std::move(inner)) : std::nullopt;
    } else if constexpr (IsVector<T>::value) return read_list<typename T::value_type>(reader, value, rule);
    else if constexpr (IsMap<T>::value) return read_map<T>(reader, value, rule);
    else if constexpr (is_struct<T>) return read_struct<T>(reader, value);
    else static_assert(no_such_type<T>, "json.hpp lists the field types; describe structs with BOOST_DESCRIBE_STRUCT");
}

template <class T>
Json write_value(const T& value);

template <class T>
Json write_struct(const T& value) {
    boost::json::object object;
    boost::mp11::mp_for_each<Members<T>>([&](auto d) {
        constexpr std::string_view name = wire_name(decltype(d)::name);
        object.emplace(boost::json::string_view(name.data(), name.size()), write_value(value.*decltype(d)::pointer));
    });
    return object;
}

inline Json text_value(std::string_view text) { return boost::json::string(text.data(), text.size()); }

template <class T>
Json write_value(const T& value) {
    if constexpr (std::is_same_v<T, Json> || std::is_same_v<T, bool>) return value;
    else if constexpr (std::is_same_v<T, std::string>) return text_value(value);
    else if constexpr (is_small_int<T>) return std::int64_t{value};
    else if constexpr (std::is_same_v<T, std::int64_t>) return text_value(std::to_string(value));
    else if constexpr (std::is_same_v<T, Decimal>) return text_value(value.text());
    else if constexpr (std::is_same_v<T, Day> || std::is_same_v<T, Instant>) return text_value(cs::to_text(value));
    else if constexpr (IsId<T>::value) return text_value(value.text());
    else if constexpr (std::is_enum_v<T>) {
        CS_CHECK(static_cast<std::size_t>(value) < wire_words<T>().size());
        return text_value(wire_words<T>()[static_cast<std::size_t>(value)]);
    } else if constexpr (IsOptional<T>::value) return value ? write_value(*value) : Json(nullptr);
    else if constexpr (IsVector<T>::value) {
        boost::json::array array;
        array.reserve(value.size());
        for (const auto& item : value) array.push_back(write_value(item));
        return array;
    } else if constexpr (IsMap<T>::value) {
        boost::json::object object;
        for (const auto& [key, item] : value) object.emplace(key, write_value(item));
        return object;
    } else if constexpr (is_struct<T>) return write_struct(value);
    else static_assert(no_such_type<T>, "json.hpp lists the field types; describe structs with BOOST_DESCRIBE_STRUCT");
}

Json leaf_schema(std::string_view type, std::string_view format = {}, std::string_view pattern = {});
Json choice_schema(std::span<const std::string_view> words);
Json nullable(Json schema);
Json list_schema(Json items);
Json reference(const std::string& name);
Json with_rule(Json schema, const Rule& rule);

}    // namespace cs::json::detail

namespace cs::json {

template <class T>
Result<T> read(const Json& value) {
    detail::Reader reader;
    std::optional<T> result = detail::read_value<T>(reader, value, detail::no_rule);
    if (!reader.faults.empty()) return refuse("json.refused", std::move(reader.faults));
    CS_CHECK(result.has_value());
    return *std::move(result);
}

template <class T>
Result<T> read_text(std::string_view text) {
    CS_TRY(const Json value, parse(text));
    return read<T>(value);
}

template <class T>
Json write(const T& value) {
    return detail::write_value(value);
}

template <class T>
Json SchemaBook::schema(bool for_reply) {
    using namespace detail;
    if constexpr (std::is_same_v<T, Json>) return boost::json::object();
    else if constexpr (std::is_same_v<T, std::string>) return leaf_schema("string");
    else if constexpr (std::is_same_v<T, bool>) return leaf_schema("boolean");
    else if constexpr (is_small_int<T>) return leaf_schema("integer");
    else if constexpr (std::is_same_v<T, std::int64_t>) return leaf_schema("string", {}, "^-?[0-9]{1,19}$");
    else if constexpr (std::is_same_v<T, Decimal>) return leaf_schema("string", {}, "^[+-]?[0-9]+([.,][0-9]{1,9})?$");
    else if constexpr (std::is_same_v<T, Day>) return leaf_schema("string", "date");
    else if constexpr (std::is_same_v<T, Instant>) return leaf_schema("string", "date-time");
    else if constexpr (IsId<T>::value) return leaf_schema("string", "uuid");
    else if constexpr (IsOptional<T>::value) return nullable(schema<typename T::value_type>(for_reply));
    else if constexpr (IsVector<T>::value) return list_schema(schema<typename T::value_type>(for_reply));
    else if constexpr (IsMap<T>::value)
        return boost::json::object{{"type", "object"}, {"additionalProperties", schema<typename T::mapped_type>(for_reply)}};
    else if constexpr (std::is_enum_v<T> || is_struct<T>) {
        auto [name, is_new] = enter(typeid(T), for_reply);
        if (!is_new) return reference(name);
        boost::json::object filled;
        fill<T>(filled, for_reply);
        return reference(settle(typeid(T), for_reply, std::move(filled)));
    } else static_assert(no_such_type<T>, "json.hpp lists the field types; describe structs with BOOST_DESCRIBE_STRUCT");
}

template <class T>
void SchemaBook::fill(boost::json::object& filled, bool for_reply) {
    using namespace detail;
    if constexpr (std::is_enum_v<T>) filled = choice_schema(wire_words<T>()).as_object();
    else {
        boost::json::object properties;
        boost::json::array required;
        boost::mp11::mp_for_each<Members<T>>([&](auto d) {
            using Field = std::remove_cvref_t<decltype(std::declval<T&>().*decltype(d)::pointer)>;
            const std::string name(wire_name(decltype(d)::name));
            properties[name] = with_rule(schema<Field>(for_reply), rule_of<T>(name));
            if (for_reply || !IsOptional<Field>::value) required.emplace_back(name);
        });
        filled = {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)},
                  {"additionalProperties", false}};
    }
}

}    // namespace cs::json
