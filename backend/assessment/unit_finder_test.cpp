#include "assessment/unit_finder.hpp"

#include <doctest/doctest.h>

#include "base/day.hpp"

using namespace cs;
using namespace cs::assessment;

namespace {

KnownUnit unit(int n, std::string code, std::string name, std::string parent) {
    return {UnitId::born(Instant(std::chrono::seconds(n))), std::move(code), std::move(name), std::move(parent)};
}

const std::vector<KnownUnit> minh_hoa = {
    unit(1, "09163", "Xã Minh Họa A", "Huyện Minh Họa"),    unit(2, "09164", "Xã Đại Đồng", "Huyện Minh Họa"),
    unit(3, "09165", "Xã Đại Đồng", "Thị xã Minh Tân"),     unit(4, "09166", "Thị trấn Minh Tân", "Huyện Minh Họa"),
    unit(5, "09167", "Phường Minh Tân", "Thị xã Minh Tân"), unit(6, "09168", "Xã Cộng Hòa", "Huyện Minh Họa"),
};

std::string found(const UnitWords& words) {
    const UnitFinder finder(minh_hoa);
    std::string codes;
    for (const KnownUnit* each : finder.find(words)) codes += (codes.empty() ? "" : " ") + each->code;
    return codes;
}

}    // namespace

TEST_CASE("a unit is found by its code, also where a program took it for a number") {
    CHECK(found({"09163", "", ""}) == "09163");
    CHECK(found({"9163", "", ""}) == "09163");
    CHECK(found({"", "9163", ""}) == "09163");
    CHECK(found({"9999", "", ""}).empty());
}

TEST_CASE("a unit is found by its name in any spelling") {
    for (const char* name : {"Xã Minh Họa A", "xã minh hoạ a", "MINH HOA A", "X. Minh Họa A", " Xã  Minh Họa A "})
        CHECK_MESSAGE(found({"", name, ""}) == "09163", std::string(name));
    CHECK(found({"Minh Họa A", "", ""}) == "09163");    // a name in the column of codes
    CHECK(found({"", "Xã Cộng Hòa", ""}) == "09168");
    CHECK(found({"", "Minh Họa", ""}).empty());
}

TEST_CASE("units of one name are told apart by kind and parent, or stay in doubt") {
    CHECK(found({"", "Đại Đồng", ""}) == "09164 09165");
    CHECK(found({"", "Đại Đồng", "H. Minh Họa"}) == "09164");
    CHECK(found({"", "Đại Đồng", "TX. Minh Tân"}) == "09165");
    CHECK(found({"", "Đại Đồng", "Huyện khác"}) == "09164 09165");
    CHECK(found({"", "TT. Minh Tân", ""}) == "09166");
    CHECK(found({"", "P. Minh Tân", ""}) == "09167");
    CHECK(found({"", "Minh Tân", ""}) == "09166 09167");
}

TEST_CASE("an unknown name is answered with those like it") {
    const UnitFinder finder(minh_hoa);
    const auto like = [&](const char* name) {
        std::vector<std::string> codes;
        for (const KnownUnit* each : finder.similar({"", name, ""})) codes.push_back(each->code);
        return codes;
    };
    CHECK(like("Xã Minh Hạo A") == std::vector<std::string>{"09163"});
    CHECK(like("Đồng") == std::vector<std::string>{"09164", "09165"});
    CHECK(like("Không có ở đâu cả").empty());
    CHECK(finder.is_named(minh_hoa[0], "minh hoa a"));
    CHECK_FALSE(finder.is_named(minh_hoa[0], "Đại Đồng"));
    CHECK(finder.with_id(minh_hoa[2].id)->code == "09165");
    CHECK(UnitWords{"27", "Đại Đồng", ""}.shown() == "27 · Đại Đồng");
}

TEST_CASE("rows that add others up are known by their words") {
    for (const char* total : {"Tổng cộng", "TỔNG SỐ:", "Cộng", "Toàn huyện Minh Họa", "Bình quân"})
        CHECK_MESSAGE(is_total(total), std::string(total));
    for (const char* unit_name : {"Xã Cộng Hòa", "Cộng Hòa", "Trung Bình An", "Toàn Thắng"})
        CHECK_FALSE_MESSAGE(is_total(unit_name), std::string(unit_name));
}
