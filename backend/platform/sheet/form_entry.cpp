
#include <algorithm>

#include "base/shown.hpp"
#include "base/text.hpp"
#include "platform/sheet/form.hpp"
#include "platform/sheet/typed.hpp"

namespace cs::sheet {
namespace {

Fault fault(std::string code, Args args) { return {std::move(code), std::move(args), {}, 0}; }

bool is_multiple(const Decimal& value, const Decimal& step) {
    __extension__ using Wide = __int128;    // 18 digits times 10^9 fit
    const auto units = [scale = std::max(value.scale(), step.scale())](const Decimal& of) {
        Wide all = of.units();
        for (int i = of.scale(); i < scale; ++i) all *= 10;
        return all;
    };
    return units(value) % units(step) == 0;
}

ReadEntry number_entry(const Cell& cell, const Between* limits) {
    auto reading = read_number(cell);
    ReadEntry read{reading.value ? reading.value->text() : "", std::move(reading.fault), std::move(reading.remarks)};
    if (reading.value && limits != nullptr && (*reading.value < limits->least || *reading.value > limits->most))
        read.fault = fault("sheet.form_out_of_range", {{"found", decimal_comma(read.value)},
                                                       {"least", decimal_comma(limits->least.text())},
                                                       {"most", decimal_comma(limits->most.text())}});
    else if (reading.value && limits != nullptr && limits->step && !is_multiple(*reading.value, *limits->step))
        read.fault = fault("sheet.form_off_step", {{"found", decimal_comma(read.value)}, {"step", decimal_comma(limits->step->text())}});
    return read;
}

ReadEntry day_entry(const Cell& cell, const DaysBetween& limits) {
    auto reading = read_day(cell);
    ReadEntry read{reading.value ? to_text(*reading.value) : "", std::move(reading.fault), std::move(reading.remarks)};
    if (reading.value && (*reading.value < limits.first || *reading.value > limits.last))
        read.fault = fault("sheet.form_day_out_of_range", {{"found", to_vietnamese(*reading.value)},
                                                           {"first", to_vietnamese(limits.first)},
                                                           {"last", to_vietnamese(limits.last)}});
    return read;
}

std::string listed(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "“" : ", “") + word + "”";
    return all;
}

// In any case and without regard to blanks around; a choice typed without its marks is taken where only one is meant.
ReadEntry choice_entry(const Cell& cell, const Choices& choices) {
    auto reading = read_text(cell);
    ReadEntry read{"", std::move(reading.fault), std::move(reading.remarks)};
    if (!reading.value) return read;
    for (const auto same :
         {+[](std::string_view text) { return fold_case(text); }, +[](std::string_view text) { return fold(text); }}) {
        std::vector<std::string> meant;
        for (const std::string& word : choices.words)
            if (same(word) == same(*reading.value)) meant.push_back(word);
        if (meant.size() == 1) {
            read.value = meant.front();
            return read;
        }
    }
    read.fault = fault("sheet.form_not_a_choice", {{"found", *reading.value}, {"choices", listed(choices.words)}});
    return read;
}

ReadEntry text_entry(const Cell& cell, const AnyText& limits) {
    auto reading = read_text(cell);
    ReadEntry read{reading.value.value_or(""), std::move(reading.fault), std::move(reading.remarks)};
    if (letters(read.value) > limits.most)
        read.fault = fault("sheet.form_text_too_long", {{"most", std::to_string(limits.most)}});
    return read;
}

}    // namespace

ReadEntry read_entry(const Cell& cell, const Entry& entry) {
    if (const auto* choices = std::get_if<Choices>(&entry.allowed)) return choice_entry(cell, *choices);
    if (const auto* days = std::get_if<DaysBetween>(&entry.allowed)) return day_entry(cell, *days);
    if (const auto* text = std::get_if<AnyText>(&entry.allowed)) return text_entry(cell, *text);
    return number_entry(cell, std::get_if<Between>(&entry.allowed));
}

}    // namespace cs::sheet
