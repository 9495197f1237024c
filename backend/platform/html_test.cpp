#include "platform/html.hpp"

#include <doctest/doctest.h>

using namespace cs::html;

TEST_CASE("what a person typed never becomes markup") {
    CHECK(tag("td", "<script>alert('x')</script>").markup() ==
          "<td>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</td>");
    CHECK(tag("a", {{"href", "/?q=\"><b>"}}, "x").markup() == "<a href=\"/?q=&quot;&gt;&lt;b&gt;\">x</a>");
}

TEST_CASE("an attribute may be left out") {
    CHECK(tag("option", {{"value", "ward"}, {"selected", "-"}}, "Phường").markup() ==
          "<option value=\"ward\">Phường</option>");
}

TEST_CASE("a query value is percent-encoded") {
    CHECK(url_part("Đại Đồng&q=1") == "%C4%90%E1%BA%A1i%20%C4%90%E1%BB%93ng%26q%3D1");
}
