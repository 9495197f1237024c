#pragma once
// GET /api/exports/…: a list taken away as a file. One route serves both formats: ?format=csv, ?format=xlsx.
#include "access/api_http.hpp"
#include "base/list.hpp"

namespace cs::access {

// `make` reads what the rows need from the transaction, which lives until the file is written.
void add_list(Api& api, std::string path, Operation operation, std::string summary, std::vector<http::QueryParam> query,
              std::function<Result<List>(Call&, Tx&)> make);

}    // namespace cs::access
