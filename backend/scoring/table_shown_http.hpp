#pragma once
#include "scoring/table_wire_http.hpp"

namespace cs::scoring::wire {

TableContent shown(const Table& table);
std::vector<TableRemark> remarks(const std::vector<Fault>& faults);    // as sentences

}    // namespace cs::scoring::wire
