#pragma once
// Bản giao ước thi đua, to be printed and signed at the ceremony.
#include "law/paper_html.hpp"
#include "scoring/agreement_commands.hpp"

namespace cs::scoring {

law::Paper agreement_form(const Moment& m, const Agreement& agreement);

}    // namespace cs::scoring
