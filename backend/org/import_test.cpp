#include "org/import.hpp"

#include <doctest/doctest.h>

#include <set>

#include "org/country.hpp"

using namespace cs;
using namespace cs::org;
using namespace std::chrono_literals;

namespace {

const std::string header = "unit,code,name,kind,parent,rural,region,from,until\n";

Result<std::vector<UnitVersion>> import(const std::string& rows) {
    static const Forest country = country_of_2022();
    return read_import(country, header + rows, derived_from("t"));
}

using Found = std::set<std::pair<std::string, int>>;
Found faults(const std::string& rows) {
    const auto no = import(rows);
    REQUIRE_FALSE(no);
    CHECK(no.error().code == "org.import_faulty");
    Found found;
    for (const Fault& f : no.error().faults) found.emplace(f.code, f.line);
    return found;
}

}  // namespace

TEST_CASE("rows become units; states of one unit share its word; a village is rural, a department is not") {
    const auto read = import(
        "m,90001,Xã Minh Họa A,commune,258,,DBSH,2022-01-01,2024-01-01\n"
        "m,90001,Phường Minh Họa A,ward,258,,DBSH,2024-01-01,\n"
        "t,,Thôn Một,village,m,,,2022-01-01,\n"
        "s,SNV,Sở Nội vụ,provincial_department,27,,,2021-02-01,\n"
        ",HTX1,Hợp tác xã Một,cooperative,,true,,2022-01-01,\n");
    REQUIRE(read);
    REQUIRE(read->size() == 5);
    CHECK((*read)[0].unit == (*read)[1].unit);
    CHECK((*read)[0].state.rural);
    CHECK_FALSE((*read)[1].state.rural);
    CHECK((*read)[2].state.parent == (*read)[0].unit);
    CHECK((*read)[3].state.parent == UnitId(id_from("unit:2022:27")));
    CHECK_FALSE((*read)[3].state.rural);
    CHECK((*read)[4].state.rural);
}

TEST_CASE("a cell that says nothing sensible is a fault of its row") {
    CHECK(faults("") == Found{{"org.row_empty", 1}});
    CHECK(faults(",,Không mã,other,,,,2022-01-01,\n") == Found{{"org.bad_cell", 2}});
    CHECK(faults("a,,,other,,,,2022-01-01,\n") == Found{{"org.bad_cell", 2}});
    CHECK(faults("a,,Tên,comune,258,,,2022-01-01,\n") == Found{{"org.kind_unknown", 2}});
    CHECK(faults("a,,Tên,other,,yes,,2022-01-01,\n") == Found{{"org.bad_cell", 2}});
    CHECK(faults("a,,Tên,other,,,ĐBSH,2022-01-01,\n") == Found{{"org.bad_cell", 2}});
    CHECK(faults("a,,Tên,other,,,,01/01/2022,\n") == Found{{"org.bad_cell", 2}});
    CHECK(faults("a,,Tên,other,,,,2022-01-01,sau này\n") == Found{{"org.bad_cell", 2}});
    CHECK(faults("a,,Tên,other,,,,2022-01-01,2022-01-01\n") == Found{{"org.until_before_from", 2}});
    CHECK(faults("a,,Tên,other,,,,2020-01-01,\n") == Found{{"org.before_records", 2}});
    CHECK(import("a,b\n").error().code == "org.import_faulty");
}

TEST_CASE("two parents on one day, one unit twice and one code twice are refused with the row") {
    CHECK(faults("a,9,Xã A,commune,258,,,2022-01-01,\na,9,Xã A,commune,259,,,2023-01-01,\n") ==
          Found{{"org.two_parents", 3}});
    CHECK(faults("a,9,Xã A,commune,258,,,2022-01-01,\na,9,Xã A khác,commune,258,,,2023-01-01,\n") ==
          Found{{"org.state_twice", 3}});
    CHECK(faults("a,9,Xã A,commune,258,,,2022-01-01,\nb,9,Xã B,commune,258,,,2023-01-01,\n") ==
          Found{{"org.code_twice", 3}});
    CHECK(faults("a,09193,Xã A,commune,258,,,2022-01-01,\n") == Found{{"org.code_taken", 2}});
    // The same code one after the other is two places, and no fault.
    const auto reused = import("a,9,Xã A,commune,258,,,2022-01-01,2023-01-01\nb,9,Xã B,commune,258,,,2023-01-01,\n");
    REQUIRE(reused);
    CHECK(reused->front().unit != reused->back().unit);
}

TEST_CASE("a row's parent must exist, all the time, at the right level") {
    CHECK(faults("a,9,Xã A,commune,99999,,,2022-01-01,\n") == Found{{"org.parent_unknown", 2}});
    CHECK(faults("a,9,Xã A,commune,,,,2022-01-01,\n") == Found{{"org.parent_missing", 2}});
    CHECK(faults("a,9,Xã A,commune,09193,,,2022-01-01,\n") == Found{{"org.wrong_level", 2}});
    CHECK(faults("h,8,Huyện H,district,27,,,2022-01-01,2023-01-01\na,9,Xã A,commune,h,,,2022-01-01,\n") ==
          Found{{"org.child_outlives_parent", 3}});
    CHECK(faults("h,8,Huyện H,district,27,,,2023-01-01,\na,9,Xã A,commune,h,,,2022-01-01,\n") ==
          Found{{"org.parent_not_yet", 3}});
    CHECK(
        import("h,8,Huyện H,district,27,,,2022-01-01,2023-01-01\nh,8,Thị xã H,district,27,,,2023-01-01,\na,9,Xã "
               "A,commune,h,,,2022-01-01,\n"));
}

TEST_CASE("a ring of parents is refused on each of its rows") {
    CHECK(faults("a,,Sở A,other,b,,,2022-01-01,\nb,,Sở B,other,a,,,2022-01-01,\n") ==
          Found{{"org.cycle", 2}, {"org.cycle", 3}});
    CHECK(faults("a,,Sở A,other,a,,,2022-01-01,\n") == Found{{"org.cycle", 2}});
}
