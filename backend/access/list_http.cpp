#include "access/list_http.hpp"

#include "platform/http/list_reply.hpp"

namespace cs::access {
namespace {

Result<ListFormat> format_of(const Call& call) {
    const std::string format = call.query("format").value_or("");
    if (format == "csv") return ListFormat::csv;
    if (format == "xlsx") return ListFormat::xlsx;
    return refuse(Problem::bad_input, "access.list_format", {{"format", format}});
}

}    // namespace

void add_list(Api& api, std::string path, Operation operation, std::string summary, std::vector<http::QueryParam> query,
              std::function<Result<List>(Call&, Tx&)> make) {
    query.push_back({"format", "csv for programs, xlsx for people.", true});
    api.raw({http::Method::get, std::move(path), operation, summary + " The last row counts the rows and gives their SHA-256.", std::move(query)},
            "text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            [make = std::move(make)](Call& call) -> Result<http::Reply> {
                CS_TRY(const ListFormat format, format_of(call));
                return call.db.read([&](Tx& tx) -> Result<http::Reply> {
                    CS_TRY(const List list, make(call, tx));
                    return http::list_reply(list, format, call.clock.now());
                });
            });
}

}    // namespace cs::access
